import { text } from "../../text.js";

export const render = (paragraphs: readonly string[]) => (
  <article>
    {paragraphs.map((paragraph) => (
      <p>{text(paragraph)}</p>
    ))}
  </article>
);

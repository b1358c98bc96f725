import { escapeText } from "../../../../jsx-runtime/escape.js";

export const render = (paragraphs: readonly string[]): string =>
  `<article>${paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join("")}</article>`;

import { escapeText } from "../../../../src/html/escape.js";

export const render = (paragraphs: readonly string[]): string =>
  `<article>${paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join("")}</article>`;

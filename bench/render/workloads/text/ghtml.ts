import { html } from "ghtml";

export const render = (paragraphs: readonly string[]): string =>
  html`<article>!${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</article>`;

import { html } from "ghtml";
import type { Comment } from "./data.js";

const author = (name: string, id: number): string =>
  html`<a class="author" href="/readers/${id}"><img src="/avatars/${id}.png" alt="" loading="lazy" width="32" height="32">${name}</a>`;

const card = (id: string, title: string, children: string): string =>
  html`<article id="${id}" class="card"><header class="card-header">!${title}</header>!${children}</article>`;

const thread = ({ id, author: name, text, likes, answers }: Comment): string =>
  html`<li>!${card(
    `comment-${id}`,
    author(name, id),
    html`<p class="text">${text}</p><footer><button type="button" class="${likes > 0 ? "like liked" : "like"}" value="${id}">Like</button>!${likes > 0 ? html`<small>${likes}</small>` : ""}</footer>`,
  )}!${answers.length > 0 ? threads(answers) : ""}</li>`;

const threads = (comments: readonly Comment[]): string => html`<ol class="thread">!${comments.map(thread)}</ol>`;

export const render = (comments: readonly Comment[]): string =>
  html`<section id="comments"><h2>Comments</h2>!${threads(comments)}</section>`;

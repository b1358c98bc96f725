import { escapeAttribute, escapeText } from "../../../../src/html/escape.js";
import type { Comment } from "./data.js";

const author = (name: string, id: number): string =>
  `<a class="author" href="${escapeAttribute(`/readers/${id}`)}"><img src="${escapeAttribute(`/avatars/${id}.png`)}" alt="" loading="lazy" width="32" height="32">${escapeText(name)}</a>`;

const card = (id: string, title: string, children: string): string =>
  `<article id="${escapeAttribute(id)}" class="card"><header class="card-header">${title}</header>${children}</article>`;

const thread = ({ id, author: name, text, likes, answers }: Comment): string =>
  `<li>${card(
    `comment-${id}`,
    author(name, id),
    `<p class="text">${escapeText(text)}</p><footer><button type="button" class="${likes > 0 ? "like liked" : "like"}" value="${id}">Like</button>${likes > 0 ? `<small>${likes}</small>` : ""}</footer>`,
  )}${answers.length > 0 ? threads(answers) : ""}</li>`;

const threads = (comments: readonly Comment[]): string => `<ol class="thread">${comments.map(thread).join("")}</ol>`;

export const render = (comments: readonly Comment[]): string =>
  `<section id="comments"><h2>Comments</h2>${threads(comments)}</section>`;

import { html } from "ghtml";
import { find } from "./data.js";

const user = async (name: string): Promise<string> => {
  const found = await find(name);
  return html`<li class="user"><b>${found}</b><span>${found.length}</span></li>`;
};

export const render = async (names: readonly string[]): Promise<string> =>
  html`<section><ul>!${await Promise.all(names.map(user))}</ul></section>`;

import { escapeText } from "../../../../src/html/escape.js";
import { find } from "./data.js";

const user = async (name: string): Promise<string> => {
  const found = await find(name);
  return `<li class="user"><b>${escapeText(found)}</b><span>${found.length}</span></li>`;
};

export const render = async (names: readonly string[]): Promise<string> =>
  `<section><ul>${(await Promise.all(names.map(user))).join("")}</ul></section>`;

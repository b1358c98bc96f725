import { escapeAttribute, escapeText } from "../../../../src/html/escape.js";
import type { User } from "./data.js";

const links = [
  ["/", "Home"],
  ["/users", "Users"],
  ["/orders", "Orders"],
  ["/settings", "Settings"],
] as const;

const link = (href: string, label: string): string =>
  `<a href="${escapeAttribute(href)}"${href === "/users" ? ' class="current"' : ""}>${escapeText(label)}</a>`;

const layout = (title: string, children: string): string =>
  `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title)}</title><link rel="stylesheet" href="/assets/site.css"></head><body><header class="site-header"><nav>${links.map(([href, label]) => link(href, label)).join("")}</nav></header><main id="content">${children}</main><footer><p>All rights reserved.</p></footer></body></html>`;

const badge = (role: string): string =>
  `<span class="${escapeAttribute(`badge badge-${role}`)}">${escapeText(role)}</span>`;

const row = (user: User): string =>
  `<tr id="${escapeAttribute(`user-${user.id}`)}" class="${user.active ? "row" : "row row-inactive"}"><td class="number">${user.id}</td><td><a href="${escapeAttribute(`/users/${user.id}`)}" title="${escapeAttribute(user.note)}">${escapeText(user.name)}</a></td><td>${escapeText(user.email)}</td><td>${badge(user.role)}</td><td class="number">${user.visits}</td><td><input type="checkbox" name="selected" value="${user.id}"${user.active ? " checked" : ""}><button type="button" class="button"${user.active ? "" : " disabled"}>Edit</button></td></tr>`;

export const render = (users: readonly User[]): string =>
  layout(
    "Users & roles",
    `<section class="users"><h1>Users</h1><p>${users.length} users, sorted by name.</p><table><thead><tr><th>Id</th><th>Name</th><th>Email</th><th>Role</th><th>Visits</th><th></th></tr></thead><tbody>${users.map(row).join("")}</tbody></table></section>`,
  );

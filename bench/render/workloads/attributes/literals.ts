import { escapeAttribute, escapeText } from "../../../../src/html/escape.js";
import type { Field } from "./data.js";

const input = (field: Field): string =>
  `<label for="${escapeAttribute(field.name)}" class="field" title="${escapeAttribute(field.label)}" lang="en" dir="ltr">${escapeText(field.label)}<input id="${escapeAttribute(field.name)}" name="${escapeAttribute(field.name)}" type="text" class="${field.required ? "input input-required" : "input"}" value="${escapeAttribute(field.value)}" placeholder="${escapeAttribute(field.label)}" maxlength="${field.max}" tabindex="0" autocomplete="off"${field.required ? " required" : ""}${field.disabled ? " disabled" : ""} aria-label="${escapeAttribute(field.label)}" aria-describedby="${escapeAttribute(`${field.name}-help`)}" data-field="${escapeAttribute(field.name)}" style="${escapeAttribute(`color:${field.color}`)}"></label>`;

export const render = (fields: readonly Field[]): string =>
  `<form action="/save" method="post" id="form" class="form">${fields.map(input).join("")}</form>`;

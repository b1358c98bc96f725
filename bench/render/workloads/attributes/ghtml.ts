import { html } from "ghtml";
import type { Field } from "./data.js";

const input = (field: Field): string =>
  html`<label for="${field.name}" class="field" title="${field.label}" lang="en" dir="ltr">${field.label}<input id="${field.name}" name="${field.name}" type="text" class="${field.required ? "input input-required" : "input"}" value="${field.value}" placeholder="${field.label}" maxlength="${field.max}" tabindex="0" autocomplete="off"!${field.required ? " required" : ""}!${field.disabled ? " disabled" : ""} aria-label="${field.label}" aria-describedby="${field.name}-help" data-field="${field.name}" style="color:${field.color}"></label>`;

export const render = (fields: readonly Field[]): string =>
  html`<form action="/save" method="post" id="form" class="form">!${fields.map(input)}</form>`;

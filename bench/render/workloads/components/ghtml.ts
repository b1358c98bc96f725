import { html } from "ghtml";

const cell = (value: number): string => html`<b>${value}</b>`;
const box = (children: string): string => html`<i>!${children}</i>`;
const pair = (value: number): string => html`!${cell(value)}!${box(cell(value + 1))}`;

export const render = (numbers: readonly number[]): string => html`<div>!${numbers.map(pair)}</div>`;

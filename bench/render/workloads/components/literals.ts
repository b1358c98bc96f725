const cell = (value: number): string => `<b>${value}</b>`;
const box = (children: string): string => `<i>${children}</i>`;
const pair = (value: number): string => `${cell(value)}${box(cell(value + 1))}`;

export const render = (numbers: readonly number[]): string => `<div>${numbers.map(pair).join("")}</div>`;

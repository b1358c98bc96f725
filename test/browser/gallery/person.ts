// What a person does with a page, in Chromium and in a visit: the same script for both.
import type { Page as Visit } from "datastar-tsx/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "../page.js";

export interface Person {
  /** Fills the field with this label. */
  fill(label: string, text: string): Promise<void>;
  /** Selects an option in the field with this label. */
  select(label: string, option: string): Promise<void>;
  /** Clicks what has this role and name: a button, unless another role is given. */
  click(name: string, role?: "button" | "link" | "checkbox" | "radio" | "tab"): Promise<void>;
  /** Sees a text somewhere in the page, at once or after a while. */
  sees(text: string | RegExp): Promise<void>;
  /** Sees it no more. */
  misses(text: string | RegExp): Promise<void>;
  /** What a field holds. */
  value(label: string): Promise<string>;
}

const matching = (text: string | RegExp) =>
  typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text);

export const inChromium = (page: Page): Person => {
  // As `visit` prints it: white space is one space.
  const shown = async (): Promise<string> => (await page.locator("body").innerText()).replaceAll(/\s+/g, " ");
  return {
    fill: (label, text) => page.getByLabel(label).fill(text),
    select: async (label, option) => void (await page.getByLabel(label).selectOption({ label: option })),
    click: (name, role = "button") => page.getByRole(role, { name, exact: true }).click(),
    sees: (text) => eventually(shown).toEqual(matching(text)),
    misses: (text) => eventually(shown).not.toEqual(matching(text)),
    value: (label) => page.getByLabel(label).inputValue(),
  };
};

export const inVisit = (page: Visit): Person => ({
  fill: (label, text) => page.fill(label, text),
  select: (label, option) => page.select(label, option),
  click: (name, role = "button") => page.click(`role=${role}[name=${name}]`),
  sees: (text) => eventually(() => page.text()).toEqual(matching(text)),
  misses: (text) => eventually(() => page.text()).not.toEqual(matching(text)),
  value: async (label) => (page.find(label) as HTMLInputElement).value,
});

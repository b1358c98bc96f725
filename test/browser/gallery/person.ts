// What a person does with a page, in Chromium and in a visit: the same script for both.
import type { Page as Visit } from "datastar-tsx/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "../page.js";

type Role = "application" | "button" | "checkbox" | "link" | "radio" | "slider" | "tab";

export interface Person {
  /** Fills the field with this label. */
  fill(label: string | RegExp, text: string): Promise<void>;
  /** Selects these options, and no others, in the field with this label. */
  select(label: string | RegExp, option: string | readonly string[]): Promise<void>;
  /** Chooses files in the field with this label. */
  attach(label: string | RegExp, ...files: readonly File[]): Promise<void>;
  /** Clicks what has this role and name: a button, unless another role is given. */
  click(name: string, role?: Role): Promise<void>;
  /** Clicks a text twice. */
  doubleClick(text: string): Promise<void>;
  /** Presses the button of a form that is not valid, which does not send it. */
  tries(name: string): Promise<void>;
  /** Gives the focus to what has this role and name. */
  focus(name: string, role?: Role): Promise<void>;
  /** Presses a key, where the focus is. */
  press(key: string): Promise<void>;
  /** Scrolls to the end of the page. In a visit, all of a page is seen. */
  scroll(): Promise<void>;
  reload(): Promise<void>;
  /** Opens another tab of the same browser. */
  newTab(): Promise<Person>;
  /** Closes this one. */
  close(): Promise<void>;
  /** Answers the question that comes next. */
  answers(accepts: boolean): void;
  /** Sees a text somewhere in the page, at once or after a while. */
  sees(text: string | RegExp): Promise<void>;
  /** Sees it no more. */
  misses(text: string | RegExp): Promise<void>;
  /** Looks at something until it is as expected. */
  finds<T>(what: () => T | Promise<T>, expected: T): Promise<void>;
  title(): Promise<string>;
  /** What a field holds. */
  value(label: string | RegExp): Promise<string>;
  isChecked(label: string | RegExp): Promise<boolean>;
  /** Whether the field with this label is seen. */
  isShown(label: string | RegExp): Promise<boolean>;
  /** What the browser says of a field that is not valid. */
  complaint(label: string | RegExp): Promise<string>;
  /** An attribute of the first element that matches. */
  attribute(selector: string, name: string): Promise<string | null>;
  /** The texts of all elements that match. */
  texts(selector: string): Promise<readonly string[]>;
  /** The name of what has the focus. */
  focused(): Promise<string | null>;
}

const matching = (text: string | RegExp) =>
  typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text);

/** Runs in the page. */
const nameOfFocused = (document: Document): string | null => {
  const { activeElement } = document;
  return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? null;
};

export const inChromium = (page: Page, newTab: () => Promise<Page>): Person => {
  // As `visit` prints it: white space is one space.
  const shown = async (): Promise<string> => (await page.locator("body").innerText()).replaceAll(/\s+/g, " ");
  const by = (name: string, role: Role = "button") => page.getByRole(role, { name, exact: true });
  const labelled = (label: string | RegExp) => page.getByLabel(label);
  const buffers = (files: readonly File[]) =>
    Promise.all(
      files.map(async (file) => ({
        name: file.name,
        mimeType: file.type,
        buffer: Buffer.from(await file.arrayBuffer()),
      })),
    );
  return {
    fill: (label, text) => labelled(label).fill(text),
    select: async (label, options) => {
      const labels = [options].flat().map((option) => ({ label: option }));
      await labelled(label).selectOption(labels);
    },
    attach: async (label, ...files) => labelled(label).setInputFiles(await buffers(files)),
    click: (name, role) => by(name, role).click(),
    doubleClick: (text) => page.getByText(text, { exact: true }).dblclick(),
    tries: (name) => by(name).click(),
    focus: (name, role) => by(name, role).focus(),
    press: (key) => page.keyboard.press(key),
    scroll: () => page.evaluate(() => scrollTo(0, document.body.scrollHeight)),
    reload: async () => void (await page.reload()),
    newTab: async () => inChromium(await newTab(), newTab),
    close: () => page.close(),
    answers: (accepts) => page.once("dialog", (question) => void (accepts ? question.accept() : question.dismiss())),
    sees: (text) => eventually(shown).toEqual(matching(text)),
    misses: (text) => eventually(shown).not.toEqual(matching(text)),
    finds: (what, expected) => eventually(what).toEqual(expected),
    title: () => page.title(),
    value: (label) => labelled(label).inputValue(),
    isChecked: (label) => labelled(label).isChecked(),
    isShown: (label) => labelled(label).isVisible(),
    complaint: (label) => labelled(label).evaluate((field: HTMLInputElement) => field.validationMessage),
    attribute: (selector, name) => page.locator(selector).first().getAttribute(name),
    texts: (selector) => page.locator(selector).allTextContents(),
    focused: async () => (await page.evaluateHandle(() => document)).evaluate(nameOfFocused),
  };
};

/**
 * @param answers those to the questions that the page will ask, which its option `onQuestion` takes
 * @param pages gets the tabs that are opened
 */
export const inVisit = (page: Visit, answers: boolean[], pages: Visit[]): Person => {
  const by = (name: string, role: Role = "button"): string => `role=${role}[name=${name}]`;
  const labelled = (label: string | RegExp): HTMLInputElement =>
    page.find(typeof label === "string" ? `label=${label}` : label) as HTMLInputElement;
  return {
    fill: (label, text) => page.fill(label, text),
    select: (label, options) => page.select(label, options),
    attach: (label, ...files) => page.attach(label, files),
    click: (name, role) => page.click(by(name, role)),
    doubleClick: (text) => page.doubleClick(`text=${text}`),
    tries: async (name) => void (await expect(page.click(by(name))).rejects.toThrow("The form is not valid")),
    focus: async (name, role) => page.find(by(name, role)).focus(),
    press: (key) => page.press(key),
    scroll: () => page.settled(),
    reload: () => page.reload(),
    newTab: async () => {
      const tab = await page.newTab();
      pages.push(tab);
      return inVisit(tab, answers, pages);
    },
    close: () => page.close(),
    answers: (accepts) => void answers.push(accepts),
    sees: (text) => page.until(() => expect(page.text()).toEqual(matching(text)), { timeout: 10_000 }),
    misses: (text) => page.until(() => expect(page.text()).not.toEqual(matching(text)), { timeout: 10_000 }),
    finds: (what, expected) => eventually(what).toEqual(expected),
    title: async () => page.document.title,
    value: async (label) => labelled(label).value,
    isChecked: async (label) => labelled(label).checked,
    isShown: async (label) => page.has(label),
    complaint: async (label) => labelled(label).validationMessage,
    attribute: async (selector, name) => page.document.querySelector(selector)?.getAttribute(name) ?? null,
    texts: async (selector) => Array.from(page.document.querySelectorAll(selector), (each) => each.textContent ?? ""),
    focused: async () => nameOfFocused(page.document),
  };
};

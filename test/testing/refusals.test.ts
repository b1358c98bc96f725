// What a user cannot do fails a test, and so does what goes wrong in a page. None of these pages has the client.
import type { Page } from "datastar-tsx/testing";
import { describe, expect, test, vi } from "vitest";
import { open } from "./visit-page.js";

const png = (name: string): File => new File([], name, { type: "image/png" });

describe("what a user cannot do is an error", () => {
  test.for<readonly [string, (page: Page) => Promise<void>, string]>([
    [`<label>A <input readonly></label>`, (page) => page.fill("A", "x"), '"A" is read-only.'],
    [`<label>A <input type="checkbox"></label>`, (page) => page.fill("A", "x"), '"A" is a checkbox: use click(…).'],
    [`<label>A <input type="file"></label>`, (page) => page.fill("A", "x"), '"A" is a file: use attach(…).'],
    [
      `<label>A <input type="number"></label>`,
      (page) => page.fill("A", "x"),
      '"A" takes no "x", but a value of type number.',
    ],
    [
      `<label>A <input type="date"></label>`,
      (page) => page.fill("A", "x"),
      '"A" takes no "x", but a value of type date.',
    ],
    [
      `<label>A <input type="range" max="10"></label>`,
      (page) => page.fill("A", 11),
      '"A" takes no "11", but a value of type range.',
    ],
    [
      `<label>A <input type="color"></label>`,
      (page) => page.fill("A", "red"),
      '"A" takes no "red", but a value of type color.',
    ],
    [
      `<label>A <input></label>`,
      (page) => page.fill("A", "two\nlines"),
      '"A" takes no "two\\nlines", but a value of type text.',
    ],
    [
      `<label>A <input maxlength="3"></label>`,
      (page) => page.fill("A", "four"),
      '"A" takes 3 characters at most; this is 4: four',
    ],
    [
      `<button aria-label="A"></button>`,
      (page) => page.fill("A", "x"),
      '"A" is no field to fill in, but <button>: use click(…).',
    ],
    [
      `<label>A <select></select></label>`,
      (page) => page.fill("A", "x"),
      '"A" is no field to fill in, but <select>: use select(…).',
    ],
    [`<div aria-label="A"></div>`, (page) => page.fill("A", "x"), '"A" is no field to fill in, but <div>.'],
    [`<input id="a" hidden>`, (page) => page.fill("css=#a", "x"), '"css=#a" is hidden, by <input id="a" hidden="">.'],
    [`<label>A <select><option disabled>b</select></label>`, (page) => page.select("A", "b"), '"b" is disabled.'],
    [`<label>A <select><option>b</select></label>`, (page) => page.select("A", "c"), '"A" has no option "c", but "b".'],
    [
      `<label>A <select><option>b<option>c</select></label>`,
      (page) => page.select("A", ["b", "c"]),
      '"A" takes one option, not 2.',
    ],
    [
      `<label>A <input type="file"></label>`,
      (page) => page.attach("A", [png("a"), png("b")]),
      '"A" takes one file, not 2: it is not multiple.',
    ],
    [
      `<label>A <input></label>`,
      (page) => page.attach("A", png("a")),
      '"A" takes no files: it is <input>, not <input type="file">.',
    ],
    [`<label>A <input type="file" disabled></label>`, (page) => page.attach("A", png("a")), '"A" is disabled.'],
    [`<fieldset disabled><button>A</button></fieldset>`, (page) => page.click("A"), '"A" is disabled.'],
    [`<button disabled><b id="a">A</b></button>`, (page) => page.click("css=#a"), '"css=#a" is disabled.'],
    [`<label><b id="a">A</b> <input disabled></label>`, (page) => page.click("css=#a"), '"css=#a" is disabled.'],
    [
      `<p hidden><button id="a">A</button></p>`,
      (page) => page.click("css=#a"),
      '"css=#a" is hidden, by <p hidden="">.',
    ],
    [
      `<style>.x { visibility: hidden }</style><p class="x"><button id="a">A</button></p>`,
      (page) => page.click("css=#a"),
      '"css=#a" is hidden, by <p class="x">.',
    ],
    [
      `<details><summary>B</summary><button id="a">A</button></details>`,
      (page) => page.click("css=#a"),
      '"css=#a" is hidden, by <details>.',
    ],
    [`<main inert><button>A</button></main>`, (page) => page.click("A"), '"A" is inert, by <main inert="">.'],
    [`<main inert><label>A <input></label></main>`, (page) => page.fill("A", "x"), '"A" is inert, by <main inert="">.'],
    [
      `<p style="pointer-events: none"><button>A</button></p>`,
      (page) => page.click("A"),
      '"A" takes no clicks: its style has pointer-events: none.',
    ],
    [
      `<button>A</button><dialog id="d">B</dialog><script>document.querySelector("dialog").showModal()</script>`,
      (page) => page.click("A"),
      '"A" is behind a modal dialog, <dialog id="d" open="">.',
    ],
    [`<form id="f"></form><input form="f" required>`, (page) => page.submit(), "The form is not valid"],
    [`<form><button disabled>A</button></form>`, (page) => page.submit(), '"css=form" is disabled.'],
    [
      `<form><input name="n" required><button>A</button></form>`,
      (page) => page.click("A"),
      'The form is not valid, so that it is not sent: <input name="n" required="">',
    ],
    [
      `<form><input id="n" type="email" value="x"></form>`,
      (page) => page.press("css=#n", "Enter"),
      'The form is not valid, so that it is not sent: <input id="n" type="email" value="x">',
    ],
    [`<p>A</p><p>A</p>`, (page) => page.click("A"), '2 elements are "A":\n  <p>\n  <p>'],
    [
      `<a href="https://example.com/">A</a>`,
      (page) => page.click("A"),
      "The page leads to https://example.com/, which",
    ],
    [`<a href="mailto:ada@example.com">A</a>`, (page) => page.click("A"), "The page leads to mailto:ada@example.com"],
  ])("%s", async ([body, act, message]) => {
    await using page = await open(body);
    await expect(act(page)).rejects.toThrow(message);
  });

  test("what is too short when a user has typed it", async () => {
    await using page = await open(`<form><label>A <input minlength="3" value="x"></label><button>Send</button></form>`);
    await page.click("Send");
    await page.fill("A", "xy");
    await expect(page.click("Send")).rejects.toThrow("The form is not valid");
    await page.fill("A", "xyz");
    await page.click("Send");
  });

  test.for([
    [`<button onclick="checkValidity()">A</button><input required>`, "a check that shows nothing"],
    [`<form novalidate><input required><button>A</button></form>`, "novalidate"],
    [`<form><input required><button formnovalidate>A</button></form>`, "formnovalidate"],
    [
      `<form oninvalid="event.preventDefault()"><input required oninvalid="event.preventDefault()"><button>A</button></form>`,
      "a page that says it itself",
    ],
    [`<fieldset disabled><legend><button>A</button></legend></fieldset>`, "a button in the legend of what is disabled"],
    [`<main style="pointer-events: none"><button style="pointer-events: auto">A</button></main>`, "clicks taken again"],
    [`<dialog><button>A</button></dialog><script>document.querySelector("dialog").showModal()</script>`, "in a dialog"],
    [`<button aria-hidden="true" id="a">A</button>`, "hidden from readers alone"],
  ])("%s is none", async ([body]) => {
    await using page = await open(body ?? "");
    await page.click("text=A");
  });
});

describe("what goes wrong in the page fails what led to it", () => {
  test.for([
    [`console.error("Oh", 1)`, "console.error: Oh 1"],
    [`console.error(new Error("Oh"))`, "console.error: Oh"],
    [`throw new TypeError("Oh")`, "In the page: Oh"],
    [`setTimeout(() => { throw new Error("Oh") })`, "In the page: Oh"],
    [`setTimeout(() => console.error("Oh"))`, "console.error: Oh"],
  ] as const)("%s", async ([script, message]) => {
    await using page = await open(`<button onclick='${script}'>A</button>`);
    await expect(page.click("A")).rejects.toThrow(message);
    await expect(open(`<script>${script}</script>`)).rejects.toThrow(message);
  });

  test("or its end", async () => {
    const page = await open(`<button>A</button>`);
    page.document.defaultView?.console.error("Oh");
    await expect(page.close()).rejects.toThrow("console.error: Oh");
  });

  test("but for what is only said", async () => {
    await using page = await open(`<button onclick='console.warn("a"); console.log("b")'>A</button>`);
    await page.click("A");
  });

  test("or goes to who expects it", async () => {
    const onProblem = vi.fn();
    await using page = await open(`<button onclick='console.error("Oh")'>A</button>`, { onProblem });
    await page.click("A");
    expect(onProblem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: "console.error: Oh" }));
  });
});

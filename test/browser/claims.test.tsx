// What the diagnostics say of the client, seen in it.
import { js, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect } from "vitest";
import { eventually, signalsOf, test } from "./page.js";

describe("data-attr", () => {
  test("writes words for booleans in aria-expanded and its kin", async ({ open }) => {
    const ui = signals({ open: false, text: "mixed" });
    const page = await open(
      <main data-signals={ui}>
        {jsx("button", {
          type: "button",
          id: "a",
          "data-attr:aria-expanded": ui.open,
          "data-on:click": js`${ui.open} = !${ui.open}`,
        })}
        <p
          data-attr={{
            "aria-current": js`${ui.open} || null`,
            "aria-checked": ui.text,
            translate: ui.open,
            hidden: ui.open,
          }}
        />
      </main>,
    );
    const attributes = () =>
      page.evaluate(() => [
        document.querySelector("#a")?.getAttribute("aria-expanded"),
        ...["aria-current", "aria-checked", "translate", "hidden"].map((name) =>
          document.querySelector("main p")?.getAttribute(name),
        ),
      ]);
    expect(await attributes()).toEqual(["false", null, "mixed", "no", null]);
    await page.click("button");
    await eventually(attributes).toEqual(["true", "true", "mixed", "yes", ""]);
  });

  test("does so in every form: with a key, in an object, as a constant, where the browser works it out", async ({
    open,
  }) => {
    const names = ["aria-hidden", "aria-expanded", "contenteditable", "draggable", "spellcheck"];
    const ui = signals({ open: false });
    const page = await open(
      <main data-signals={ui}>
        <button type="button" data-on:click={js`${ui.open} = !${ui.open}`} />
        {names.map((name) => [
          jsx("p", { class: "shown", [`data-attr:${name}`]: ui.open }),
          jsx("p", { class: "shown", [`data-attr:${name}`]: js`!!${ui.open}` }),
          jsx("p", { class: "shown", "data-attr": { [name]: ui.open } }),
          jsx("p", { class: "shown", "data-attr": { [name]: js`${ui.open} === true` } }),
          jsx("p", { class: "always", [`data-attr:${name}`]: true }),
          jsx("p", { class: "never", "data-attr": { [name]: false } }),
        ])}
      </main>,
    );
    const words = (of: string) =>
      page.evaluate(
        ({ of, names }) =>
          Array.from(document.querySelectorAll(`.${of}`), (element) =>
            names.map((name) => element.getAttribute(name)).find((value) => value !== null),
          ),
        { of, names },
      );
    expect(await words("shown")).toEqual(names.flatMap(() => Array.from({ length: 4 }, () => "false")));
    expect(await words("always")).toEqual(names.map(() => "true"));
    expect(await words("never")).toEqual(names.map(() => "false"));
    await page.click("button");
    await eventually(() => words("shown")).toEqual(names.flatMap(() => Array.from({ length: 4 }, () => "true")));
  });
});

describe("data-on", () => {
  test("two attributes for one event both run, when a modifier that changes nothing tells them apart", async ({
    open,
  }) => {
    const page = await open(
      <main data-signals={{ a: 0, b: 0, c: 0 }}>
        {jsx("button", {
          type: "button",
          "data-on:click": "$a++",
          "data-on:click__case.kebab": "$b++",
          "data-on:click__case.kebab.kebab": "$c++",
        })}
      </main>,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toEqual({ a: 1, b: 1, c: 1 });
  });

  test("submit with once prevents the native submit the first time only", async ({ open }) => {
    const page = await open(
      <form data-signals={{ a: 0 }} action="/" {...{ "data-on:submit__once": "$a++" }}>
        <button type="submit" name="q" value="1">
          go
        </button>
      </form>,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toEqual({ a: 1 });
    expect(new URL(page.url()).search).toBe("");
    await page.click("button");
    await page.waitForURL("**/?q=1");
  });

  test("a button without type submits the form around it as well", async ({ open }) => {
    const page = await open(
      <form data-signals={{ a: 0, b: 0 }} data-on:submit={js`$a++`}>
        <button data-on:click={js`$b++`}>go</button>
      </form>,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toEqual({ a: 1, b: 1 });
  });
});

describe("data-effect", () => {
  test("that changes a signal it reads runs itself", async ({ open }) => {
    const page = await open(<main data-signals={{ a: 0, runs: 0 }} data-effect={js`$a < 5 && $a++`} />);
    expect(await signalsOf(page)).toEqual({ a: 5, runs: 0 });
  });
});

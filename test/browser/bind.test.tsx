// data-bind: what each kind of control holds, and the signal it is bound to.
import { js, record, signals } from "datastar-tsx";
import { describe, expect } from "vitest";
import { eventually, signalsOf, test } from "./page.js";

test("creates a signal under the name that was written", async ({ open }) => {
  const state = signals({ ui: { draftText: "d" } });
  const page = await open(
    <>
      <input data-bind:fooBar value="a" />
      <input data-bind="bazQux" value="b" />
      <input data-bind:some-name={{ case: "snake" }} value="c" />
      <input data-bind={{ signal: "kebab-name" }} value="e" />
      <input data-bind={state.ui.draftText} value="d" />
    </>,
  );
  expect(await signalsOf(page)).toEqual({
    fooBar: "a",
    bazQux: "b",
    some_name: "c",
    "kebab-name": "e",
    ui: { draftText: "d" },
  });
});

describe("binds both ways", () => {
  test("text, numbers and text areas", async ({ open }) => {
    const state = signals({ text: "a", number: 1, range: 5, area: "x\ny" });
    const page = await open(
      <div data-signals={state}>
        <input id="text" data-bind={state.text} />
        <input id="number" type="number" data-bind={state.number} />
        <input id="range" type="range" min="0" max="10" data-bind={state.range} />
        <textarea id="area" data-bind={state.area} />
        <button data-on:click={[js`${state.text} = "it's"`, js`${state.number} = 8`, js`${state.area} = 'z'`]} />
      </div>,
    );
    expect(
      await page.$$eval("input, textarea", (all) => all.map((control) => "value" in control && control.value)),
    ).toEqual(["a", "1", "5", "x\ny"]);
    await page.fill("#text", "b");
    await page.fill("#number", "2.5");
    await page.fill("#range", "7");
    await page.fill("#area", "y");
    await eventually(() => signalsOf(page)).toEqual({ text: "b", number: 2.5, range: 7, area: "y" });
    await page.click("button");
    await eventually(() => page.inputValue("#text")).toBe("it's");
    expect([await page.inputValue("#number"), await page.inputValue("#area")]).toEqual(["8", "z"]);
  });

  test("checkboxes, alone and on an array, and radio buttons", async ({ open }) => {
    const state = signals({ agreed: true, colour: "", size: "m", tags: ["", "b"] });
    const page = await open(
      <div data-signals={state}>
        <input id="agreed" type="checkbox" data-bind={state.agreed} />
        <input id="colour" type="checkbox" value="red" data-bind={state.colour} />
        <input id="s" type="radio" value="s" data-bind={state.size} />
        <input id="m" type="radio" value="m" data-bind={state.size} />
        <input id="a" type="checkbox" value="a" data-bind={state.tags} />
        <input id="b" type="checkbox" value="b" data-bind={state.tags} />
      </div>,
    );
    const checked = await page.$$eval("input", (inputs) =>
      inputs.filter((input) => input.checked).map((input) => input.id),
    );
    expect(checked).toEqual(["agreed", "m", "b"]);
    for (const id of ["agreed", "b"]) await page.uncheck(`#${id}`);
    for (const id of ["colour", "s", "a"]) await page.check(`#${id}`);
    await eventually(() => signalsOf(page)).toEqual({ agreed: false, colour: "red", size: "s", tags: ["a", ""] });
  });

  test("selects", async ({ open }) => {
    const state = signals({ one: "b", many: ["a", "c"] });
    const options = ["a", "b", "c"].map((value) => <option value={value}>{value}</option>);
    const page = await open(
      <div data-signals={state}>
        <select id="one" data-bind={state.one}>
          {options}
        </select>
        <select id="many" multiple data-bind={state.many}>
          {options}
        </select>
      </div>,
    );
    const selected = await page.$$eval("select", (all) =>
      all.map((select) => Array.from(select.selectedOptions, ({ value }) => value)),
    );
    expect(selected).toEqual([["b"], ["a", "c"]]);
    await page.selectOption("#one", "c");
    await page.selectOption("#many", ["b"]);
    await eventually(() => signalsOf(page)).toEqual({ one: "c", many: ["b"] });
  });
});

test("reads files", async ({ open }) => {
  const page = await open(<input type="file" multiple data-signals={{ files: [] }} data-bind="files" />);
  await page.setInputFiles("input", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hi") });
  await eventually(() => signalsOf(page)).toEqual({ files: [{ name: "a.txt", contents: "aGk=", mime: "text/plain" }] });
});

test("binds another property, on other events, of any element", async ({ open }) => {
  const state = signals({ open: true, text: "a", later: "" });
  const page = await open(
    <div data-signals={state}>
      <details data-bind={{ signal: state.open, prop: "open", event: "toggle" }}>
        <summary>More</summary>
      </details>
      <p contenteditable data-bind={{ signal: state.text, prop: "textContent", event: ["input", "my-event"] }} />
      <input data-bind:later={{ event: "change" }} />
    </div>,
  );
  expect([await page.$eval("details", (details) => details.open), await page.textContent("p")]).toEqual([true, "a"]);
  await page.click("summary");
  await page.fill("p", "b");
  await page.fill("input", "typed");
  await eventually(() => signalsOf(page)).toEqual({ open: false, text: "b", later: "" });
  await page.press("input", "Enter");
  await eventually(() => signalsOf(page)).toEqual({ open: false, text: "b", later: "typed" });
});

test("items of arrays and records, by reference", async ({ open }) => {
  const state = signals({ bids: [{ amount: 1 }, { amount: 2 }], names: ["a", "b"], byId: record<{ title: string }>() });
  const page = await open(
    <div data-signals={[state, { byId: { "x-1": { title: "t" } } }]}>
      <input id="amount" type="number" data-bind={state.bids[1]?.amount} />
      <input id="name" data-bind={state.names[1]} />
      <input id="title" data-bind={state.byId["x-1"]?.title} />
      <p id="sum" data-text={js`${state.bids[0]?.amount} + ${state.bids[1]?.amount} + ${state.names[1]}`} />
    </div>,
  );
  await page.fill("#amount", "5");
  await page.fill("#name", "c");
  await page.fill("#title", "u");
  await eventually(() => signalsOf(page)).toEqual({
    bids: [{ amount: 1 }, { amount: 5 }],
    names: ["a", "c"],
    byId: { "x-1": { title: "u" } },
  });
  expect(await page.textContent("#sum")).toBe("6c");
});

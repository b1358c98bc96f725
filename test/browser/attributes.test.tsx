// What each attribute does in the client. data-on and its relatives are in events.test.tsx, data-bind is in
// bind.test.tsx.
import { js, signals } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { eventually, signalsOf, test } from "./page.js";

describe("data-signals", () => {
  test("declares signals by their names in an object", async ({ open }) => {
    const state = signals({ fooBar: "a", "kebab-name": 1, ui: { isOpen: true }, list: [1, "b"] });
    const page = await open(
      <p data-signals={state} data-text={js`${state.fooBar} + ${state["kebab-name"]} + ${state.ui.isOpen}`} />,
    );
    expect(await page.textContent("p")).toBe("a1true");
    expect(await signalsOf(page)).toEqual({ fooBar: "a", "kebab-name": 1, ui: { isOpen: true }, list: [1, "b"] });
  });

  test("declares one by its key, in the case it was written in", async ({ open }) => {
    const page = await open(
      <>
        <i data-signals:fooBar={1} />
        <i data-signals:foo-baz={js`'x'`} />
        <i data-signals:off={false} />
        <i data-signals:some_name={[1, 2]} />
        <i
          {...{
            "data-signals:ui.isOpen": true,
            "data-signals:snakeName__case.snake": 5,
            "data-signals:kebabName__case.kebab": 6,
            "data-signals:pascalName__case.pascal": 7,
          }}
        />
      </>,
    );
    expect(await signalsOf(page)).toEqual({
      fooBar: 1,
      fooBaz: "x",
      ui: { isOpen: true },
      off: false,
      some_name: [1, 2],
      snake_name: 5,
      "kebab-name": 6,
      PascalName: 7,
    });
  });

  test("leaves existing ones alone with ifmissing, and removes those that are null", async ({ open }) => {
    const page = await open(
      <div data-signals={{ kept: 1, gone: 2 }}>
        <i data-signals__ifmissing={{ kept: 10, added: 11 }} />
        <i data-signals:kept__ifmissing={12} />
        <i data-signals={{ gone: js`null` }} />
      </div>,
    );
    expect(await signalsOf(page)).toEqual({ kept: 1, added: 11 });
  });
});

describe("data-computed", () => {
  test("follows the signals it was computed from, keyed and in objects", async ({ open }) => {
    const state = signals({ count: 1 });
    const page = await open(
      <div data-signals={state}>
        <i data-computed:isOdd={js`${state.count} % 2 === 1`} />
        <i
          data-computed={{
            double: js`${state.count} * 2`,
            deep: { pair: js`[${state.count}, { n: ${state.count} }]` },
            twin: state.count,
            both: js`1, 2`,
          }}
        />
        <button data-on:click={js`${state.count}++`} />
      </div>,
    );
    expect(await signalsOf(page)).toEqual({
      count: 1,
      isOdd: true,
      double: 2,
      deep: { pair: [1, { n: 1 }] },
      twin: 1,
      both: 2,
    });
    await page.click("button");
    await eventually(() => signalsOf(page)).toEqual({
      count: 2,
      isOdd: false,
      double: 4,
      deep: { pair: [2, { n: 2 }] },
      twin: 2,
      both: 2,
    });
  });

  test("can return an object", async ({ open }) => {
    const page = await open(<i data-computed={{ point: js`{ x: 1 }` }} data-computed:other={js`{ y: 2 }`} />);
    expect(await signalsOf(page)).toEqual({ point: { x: 1 }, other: { y: 2 } });
  });
});

describe("data-attr", () => {
  test("sets attributes, and removes them when they are false", async ({ open }) => {
    const state = signals({ on: true });
    const page = await open(
      <div data-signals={state}>
        <button
          data-attr:disabled={js`!${state.on}`}
          data-attr:aria-label={js`${state.on} ? 'yes' : null`}
          data-on:click={js`${state.on} = false`}
        />
        <a
          data-attr={{
            href: js`'/' + ${state.on}`,
            "data-info": js`{ on: ${state.on} }`,
            hidden: false,
            title: js`''`,
            draggable: 1,
          }}
        />
      </div>,
    );
    const button = page.locator("button");
    expect([await button.getAttribute("disabled"), await button.getAttribute("aria-label")]).toEqual([null, "yes"]);
    const attributes = await page.$eval("a", (a) =>
      Object.fromEntries(
        ["href", "data-info", "hidden", "title", "draggable"].map((name) => [name, a.getAttribute(name)]),
      ),
    );
    expect(attributes).toEqual({ href: "/true", "data-info": '{"on":true}', hidden: null, title: "", draggable: "1" });
    await button.click();
    await eventually(() => button.getAttribute("disabled")).toBe("");
    expect(await button.getAttribute("aria-label")).toBeNull();
  });
});

describe("data-class", () => {
  test("adds and removes classes, keyed and in objects", async ({ open }) => {
    const state = signals({ on: true });
    const page = await open(
      <div data-signals={state}>
        <button
          class="own"
          data-class:fooBar={state.on}
          data-class:font-bold={js`!${state.on}`}
          data-on:click={js`${state.on} = !${state.on}`}
        />
        <p data-class={{ "md:hover:w-1/2 isOn": state.on, "off'@x(": js`!${state.on}` }} />
        <i
          {...{ "data-class:snakeCase__case.snake": "true" }}
          data-class:pascalCase={{ do: state.on, case: "pascal" }}
        />
      </div>,
    );
    const classes = () => page.$$eval("button, p, i", (all) => all.map(({ className }) => className));
    expect(await classes()).toEqual(["own fooBar", "md:hover:w-1/2 isOn", "snake_case PascalCase"]);
    await page.click("button");
    await eventually(classes).toEqual(["own font-bold", "off'@x(", "snake_case"]);
  });
});

describe("data-style", () => {
  test("sets properties, keyed and in objects", async ({ open }) => {
    const state = signals({ width: "10px" });
    const page = await open(
      <div data-signals={state}>
        <p
          style="color: red"
          data-style:backgroundColor={js`'blue'`}
          {...{ "data-style:--my-width": state.width }}
          data-style:color={js`${state.width} === '0px' && 'green'`}
        />
        <b data-style={{ borderTopWidth: state.width, "--my-gap": 4, "margin-left": js`''`, opacity: js`0.5` }} />
        <button data-on:click={js`${state.width} = '0px'`} />
      </div>,
    );
    const styles = () => page.$$eval("p, b", (all) => all.map((element) => element.style.cssText));
    expect(await styles()).toEqual([
      "color: red; background-color: blue; --my-width: 10px;",
      "border-top-width: 10px; --my-gap: 4; opacity: 0.5;",
    ]);
    await page.click("button");
    await eventually(styles).toEqual([
      "color: green; background-color: blue; --my-width: 0px;",
      "border-top-width: 0px; --my-gap: 4; opacity: 0.5;",
    ]);
  });
});

describe("what an element shows", () => {
  test("data-text, data-show and data-effect follow their signals", async ({ open }) => {
    const state = signals({ name: "<b>Ann</b>", open: false, length: 0 });
    const page = await open(
      <div data-signals={state}>
        <p data-text={state.name} data-show={state.open} />
        <i data-effect={js`${state.length} = ${state.name}.length`} />
        <button data-on:click={[js`${state.name} = 'Bob'`, state.open && js`${state.open} = true`]} />
      </div>,
    );
    expect([await page.textContent("p"), await page.isVisible("p")]).toEqual(["<b>Ann</b>", false]);
    await eventually(() => signalsOf(page)).toMatchObject({ length: 10 });
    await page.click("button");
    await eventually(() => signalsOf(page)).toEqual({ name: "Bob", open: true, length: 3 });
    expect([await page.textContent("p"), await page.isVisible("p")]).toEqual(["Bob", true]);
  });

  test("data-json-signals shows signals, filtered and on one line", async ({ open }) => {
    const page = await open(
      <div data-signals={{ a: 1, b: { c: "@x(" }, _d: 2 }}>
        <pre data-json-signals />
        <pre data-json-signals={{ include: /^(b\.|_)/, exclude: "^_" }} />
        <pre data-json-signals={{ exclude: /^_/, terse: true }} />
        <pre data-json-signals__terse />
      </div>,
    );
    const all = { a: 1, b: { c: "@x(" }, _d: 2 };
    expect(
      (await page.locator("div pre").allTextContents()).map((text) => [JSON.parse(text), text.includes("\n")]),
    ).toEqual([
      [all, true],
      [{ b: { c: "@x(" } }, true],
      [{ a: 1, b: { c: "@x(" } }, false],
      [all, false],
    ]);
  });

  test("data-ignore keeps the client away", async ({ open }) => {
    const page = await open(
      <>
        <p data-ignore data-text="'no'">
          <b data-text="'no'" />
        </p>
        <p data-ignore__self data-text="'no'">
          <b data-text="'yes'" />
        </p>
        <p data-ignore={{ self: true }}>
          <b data-text="'yes'" />
        </p>
      </>,
    );
    expect(await page.locator("p").allTextContents()).toEqual(["", "yes", "yes"]);
  });
});

describe("data-ref", () => {
  test("names an element, by key and by value", async ({ open }) => {
    const page = await open(
      <>
        <i data-ref:fooBar />
        <b data-ref="bazQux" />
        <u data-ref:some-name={{ case: "snake" }} />
        <p data-text={js`$fooBar.tagName + $bazQux.tagName + $some_name.tagName`} />
      </>,
    );
    expect(await page.textContent("p")).toBe("IBU");
  });
});

describe("data-init", () => {
  test("runs once the element is there, later if told so, and when a patch brings it", async ({ open }) => {
    const state = signals({ at: 0, later: 0, patched: "" });
    const page = await open(
      <div data-signals={state}>
        <i data-init={js`${state.at} = performance.now()`} />
        <i data-init={{ do: js`${state.later} = performance.now()`, delay: "0.12s" }} />
        <p id="target" />
        <button data-on:click="@get('/more')" />
      </div>,
      {
        "GET /more": (request, response) =>
          stream(request, response, (sse) =>
            sse.patchElements(<p id="target" data-init={js`${state.patched} = el.id`} />),
          ),
      },
    );
    await eventually(async () => (await signalsOf(page)).later).not.toBe(0);
    const { at, later } = await signalsOf(page);
    expect(Number(later) - Number(at)).toBeGreaterThan(110);
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ patched: "target" });
  });
});

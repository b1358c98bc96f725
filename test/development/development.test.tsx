// What the development runtime says of elements, one by one and together, and where.
import {
  type Child,
  createElement,
  elementsResponse,
  Html,
  js,
  post,
  raw,
  type ServerSentEventGenerator,
  signals,
  stream,
} from "datastar-tsx";
import { configureDiagnostics, DiagnosticError, type Finding, Fragment, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const at = (lineNumber: number, columnNumber = 1) => ({ fileName: "/app/page.tsx", lineNumber, columnNumber });
const element = (tag: string, props: object, line: number) => jsxDEV(tag, { ...props }, undefined, false, at(line));
const component = (type: (props: never) => Child, props: object, line: number) =>
  jsxDEV(type, { ...props }, undefined, false, at(line));

let reported: Finding[];
const texts = () => reported.map(({ message, source }) => `${message} (${source?.lineNumber})`);

beforeEach(() => {
  reported = [];
  configureDiagnostics({ report: (finding) => reported.push(finding) });
});
afterEach(() => configureDiagnostics());

describe("an element's attributes", () => {
  test("errors are thrown, with the place, the reason and the remedy", () => {
    expect(() => element("button", { "data-on-click": "@post('/x')" }, 3)).toThrow(
      new DiagnosticError([
        {
          rule: "old-spelling",
          severity: "error",
          message: "<button> data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
          tag: "button",
          source: at(3),
        },
      ]),
    );
    expect(() => element("button", { "data-on-click": "@post('/x')" }, 3)).toThrow(
      /^<button> data-on-click: since Datastar 1\.0 a key follows a colon: data-on:click\.\n    at \/app\/page\.tsx:3:1$/,
    );
    expect(reported).toEqual([]);
  });

  test("all of them at once", () => {
    expect(() => element("p", { "data-show": "", "data-text": "@psot()" }, 3)).toThrow(
      /^<p> data-show: data-show needs a value\.\n    at .*:3:1\n<p> data-text: @psot is no action of Datastar; did you mean @post\?\n    at .*:3:1$/,
    );
  });

  test("again each time, so that no reload hides them", () => {
    for (const _ of [1, 2]) expect(() => element("p", { "data-show": "" }, 3)).toThrow(DiagnosticError);
  });

  test("in components, the innermost place, once", () => {
    const Inner = (): Child => element("p", { "data-show": "" }, 7);
    expect(() => element("main", { children: component(Inner, {}, 2) }, 1)).toThrow(
      /^<p> data-show: data-show needs a value\.\n    at \/app\/page\.tsx:7:1$/,
    );
  });

  test("also without a place, when the compiler gave none", () => {
    expect(() => jsxDEV("p", { "data-show": "" })).toThrow(/^<p> data-show: data-show needs a value\.$/);
  });

  test("warnings are reported, once for each place", () => {
    for (const line of [3, 3, 4]) element("p", { "data-on:clik": js`run()` }, line);
    expect(texts()).toEqual([
      '<p> data-on:clik: the DOM fires no "clik"; did you mean click? (3)',
      '<p> data-on:clik: the DOM fires no "clik"; did you mean click? (4)',
    ]);
  });

  test("by default to the console, with the place", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    try {
      configureDiagnostics();
      for (const _ of [1, 2]) element("p", { "data-on:clik": js`run()` }, 3);
      expect(warn.mock.calls).toEqual([
        ['<p> data-on:clik: the DOM fires no "clik"; did you mean click?\n    at /app/page.tsx:3:1'],
      ]);
    } finally {
      warn.mockRestore();
    }
  });

  test("what the serialiser makes of objects is checked, too", () => {
    expect(() => element("p", { "data-on": { click: { do: "@psot()", once: true } } }, 3)).toThrow(
      "<p> data-on:click__once: @psot is no action of Datastar; did you mean @post?",
    );
    expect(() => element("p", { "data-class": { a: js`$b +` } }, 3)).toThrow(
      "<p> data-class: Datastar finds a syntax error in `{a: $b +}`: Unexpected token '}'.",
    );
    expect(() => element("p", { "data-on-click": post("/x") }, 3)).toThrow(
      "<p> data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
    );
    expect(() => element("p", { "data-shwo": signals({ open: true }).open }, 3)).toThrow(
      "<p> data-shwo: Datastar has no data-shwo; did you mean data-show?",
    );
  });

  test("an attribute that is there twice, by two ways to write it", () => {
    expect(() => element("p", { "data-signals:fooBar": 1, "data-signals:foo-bar": 2 }, 3)).toThrow(
      "<p> data-signals:foo-bar is there twice, and only the last one is kept; write one.",
    );
    // Both run.
    element("p", { "data-on:click": "a()", "data-on:click__once": "b()", "data-on": { click: "c()" } }, 3);
    expect(reported).toEqual([]);
  });

  test("an attribute that is left out is not", () => {
    for (const value of [false, null, undefined]) element("p", { "data-on-click": value, "data-on:clik": value }, 3);
    expect(reported).toEqual([]);
  });

  test("a flag alone on an attribute that does something", () => {
    expect(() => element("button", { "data-on:click": true }, 3)).toThrow(
      "<button> data-on:click: true does nothing here; give an expression that does.",
    );
  });
});

describe("switches", () => {
  const mistakes = () => element("p", { "data-show": "", "data-on:clik": "x()" }, 3);
  const report = (finding: Finding) => reported.push(finding);

  test("errors can be reported instead, once", () => {
    configureDiagnostics({ errors: "warn", report });
    for (const _ of [1, 2]) expect(String(mistakes())).toBe('<p data-show="" data-on:clik="x()"></p>');
    expect(reported.map(({ rule }) => rule)).toEqual(["value-required", "unknown-event"]);
  });

  test("errors can be ignored", () => {
    configureDiagnostics({ errors: "off", report });
    mistakes();
    expect(reported.map(({ rule }) => rule)).toEqual(["unknown-event"]);
  });

  test("warnings can be ignored, errors still throw", () => {
    configureDiagnostics({ warnings: "off", report });
    expect(mistakes).toThrow(/^<p> data-show[^]*:3:1$/);
    expect(reported).toEqual([]);
  });

  test("everything can be off", () => {
    configureDiagnostics({ errors: "off", warnings: "off", report });
    expect(
      String(
        element("html", { children: [mistakes(), element("i", { id: "a" }, 1), element("b", { id: "a" }, 2)] }, 1),
      ),
    ).toContain('<i id="a">');
    expect(reported).toEqual([]);
  });
});

const page = (...children: Child[]) => element("html", { children: element("body", { children }, 2) }, 1);

describe("a button without type in a form that listens for submit", () => {
  const form = (...children: Child[]) => element("form", { "data-on:submit": "@post('/x')", children }, 2);
  const button = (props: object) => element("button", props, 3);

  test("runs both", () => {
    form(element("p", { children: button({ "data-on:click": { do: "$a++", stop: true } }) }, 4));
    expect(texts()).toEqual([
      '<button> without a type, a button sends its form: data-on:click runs, and data-on:submit of the form as well; write type="button", or leave data-on:click out. (3)',
    ]);
  });

  test("unless it has a type, prevents that, does nothing itself, or the form does not listen", () => {
    form(
      button({ type: "submit", "data-on:click": "$a++" }),
      button({ "data-on:click__prevent": "$a++" }),
      button({ "data-on:click": "evt.preventDefault()" }),
      button({}),
    );
    element("form", { children: button({ "data-on:click": "$a++" }) }, 2);
    expect(reported).toEqual([]);
  });
});

describe("ids that two elements have", () => {
  const duplicate = (tag: string, id: string, owner: string, line: number) =>
    `<${tag}> id="${id}": the <${owner}> at /app/page.tsx:${line}:1 has this id already; a patch would find that one only.`;

  test("in a page", () => {
    expect(() =>
      page(element("i", { id: "a" }, 3), element("p", { children: element("b", { id: "a" }, 5) }, 4)),
    ).toThrow(new RegExp(`^${duplicate("b", "a", "i", 3)}\n    at /app/page.tsx:5:1$`));
  });

  test("as soon as they are together", () => {
    const twice = [element("i", { id: "a" }, 3), element("b", { id: "a" }, 4)];
    expect(() => element("p", { children: twice }, 2)).toThrow(duplicate("b", "a", "i", 3));
    const once = element("i", { id: "a" }, 3);
    expect(() => element("p", { children: [once, once] }, 2)).toThrow(duplicate("i", "a", "i", 3));
    for (const line of [5, 6]) element("p", { children: once }, line);
  });

  test("once, though every element around them sees them", () => {
    configureDiagnostics({ errors: "warn", report: (finding) => reported.push(finding) });
    page(
      element(
        "div",
        { children: element("p", { children: [element("i", { id: "a" }, 3), element("b", { id: "a" }, 4)] }, 5) },
        6,
      ),
    );
    expect(texts()).toEqual([`${duplicate("b", "a", "i", 3)} (4)`]);
  });

  test("through components, fragments, arrays and iterators", () => {
    const Item = ({ id }: { id: number }): Child => element("li", { id }, 3);
    function* items() {
      for (const id of [1, 2, 1]) yield component(Item, { id }, 4);
    }
    expect(() => page(component(Fragment, { children: [[items()]] }, 5))).toThrow(duplicate("li", "1", "li", 3));
  });

  test("through what is asynchronous", async () => {
    const Later = async ({ line }: { line: number }) => element("li", { id: "a" }, line);
    const List = (): Child => [component(Later, { line: 3 }, 6), Promise.resolve([component(Later, { line: 4 }, 7)])];
    await expect(page(component(List, {}, 8))).rejects.toThrow(duplicate("li", "a", "li", 3));
  });

  test("through asynchronous components with a key behind a spread, which another function renders", async () => {
    const Later = async ({ line }: { line: number }) => element("li", { id: "a" }, line);
    const items = [3, 4].map((line) => createElement(Later, { line }));
    await expect(page(items)).rejects.toThrow(duplicate("li", "a", "li", 3));
  });

  test("not in templates, and doubtful in images", () => {
    const svg = (line: number) => element("svg", { children: element("linearGradient", { id: "g" }, line) }, line);
    page(
      element("template", { children: element("i", { id: "a" }, 3) }, 3),
      element("i", { id: "a" }, 4),
      svg(5),
      svg(6),
    );
    expect(texts()).toEqual([`${duplicate("linearGradient", "g", "linearGradient", 5)} (6)`]);
  });
});

describe("signals of a page", () => {
  const todo = signals({ draft: "", count: 1, ui: { open: false }, map: {}, list: ["a"] });
  const signalsOf = (...children: Child[]) => {
    page(element("main", { "data-signals": todo, children }, 3));
    return texts();
  };
  const unknown = (path: string, remedy: string) => `nothing in the page declares the signal ${path}; ${remedy}`;

  test("that nothing declares", () => {
    expect(
      signalsOf(element("p", { "data-text": "$cuont + $nothing" }, 5), element("p", { "data-show": "$ui.opne" }, 6)),
    ).toEqual([
      `<p> data-text: ${unknown("cuont", "did you mean $count?")} (5)`,
      `<p> data-text: ${unknown("nothing", "declare it with data-signals.")} (5)`,
      `<p> data-show: ${unknown("ui.opne", "did you mean $ui.open?")} (6)`,
    ]);
  });

  test("that are changed, or set by a slip", () => {
    expect(
      signalsOf(element("p", { "data-on:click": "$cuont++" }, 5), element("p", { "data-on:click": "$darft = ''" }, 6)),
    ).toEqual([
      `<p> data-on:click: ${unknown("cuont", "did you mean $count?")} (5)`,
      `<p> data-on:click: ${unknown("darft", "did you mean $draft?")} (6)`,
    ]);
  });

  test("without their $, and with a minus that belongs to the name", () => {
    expect(
      signalsOf(element("p", { "data-show": "!ui.open" }, 5), element("p", { "data-text": "$count-step" }, 6)),
    ).toEqual([
      "<p> data-show: ui.open is no signal without its $: write $ui.open. (5)",
      "<p> data-text: $count-step is the name of one signal to Datastar, and nothing declares it; to subtract, put spaces around the minus. (6)",
    ]);
  });

  test("that are right", () => {
    expect(
      signalsOf(
        element("p", { "data-text": "$draft.trim() + $map.anything + $list.0 + $list.length + $ui" }, 5),
        element("input", { "data-bind:myName": true, "data-ref": "box", "data-indicator:busy": true }, 6),
        element("p", { "data-computed": { total: js`$count * 2` }, "data-computed:isOdd": js`$count % 2` }, 7),
        element("p", { "data-text": "$myName + $box.tagName + $busy + $total + $isOdd + $set" }, 8),
        element("p", { "data-on:click": "$set = 1; $action = 'save'; @post('/x')" }, 9),
        element(
          "p",
          {
            "data-signals:fooBar": 1,
            "data-signals": { deep: { a: 1 } },
            "data-text": "$fooBar + $deep.a + '$nothing'",
          },
          10,
        ),
      ),
    ).toEqual([]);
  });

  test("that cannot be known, for the sake of raw markup or an expression", () => {
    page(raw('<div data-signals="{a: 1}"></div>'), element("p", { "data-text": "$b" }, 5));
    page(element("div", { "data-signals": js`makeSignals()` }, 4), element("p", { "data-text": "$b" }, 5));
    expect(texts()).toEqual([]);
    page(raw("<hr>"), element("p", { "data-text": "$b" }, 5));
    expect(texts()).toEqual([`<p> data-text: ${unknown("b", "declare it with data-signals.")} (5)`]);
  });

  test("a fragment that is patched may use others, but not misspell its own", async () => {
    const fragment = element("main", { id: "a", "data-signals": todo, "data-text": "$cuont + $elsewhere" }, 5);
    expect(reported).toEqual([]);
    await elementsResponse(fragment);
    expect(texts()).toEqual([
      "<main> data-text: nothing in this part of the page declares the signal cuont; did you mean $count? (5)",
    ]);
  });

  test("are not missed in a fragment, which is a part of some page", () => {
    element("p", { "data-text": "$b" }, 5);
    expect(reported).toEqual([]);
  });
});

describe("a patch without selector", () => {
  const missing = (mode: string) =>
    `<li> a patch without selector finds its target by the id of each top-level element, and mode "${mode}" would skip this one; give it an id, or the patch a selector.`;
  const patch = async (send: (sse: ServerSentEventGenerator) => Promise<void>) => {
    let failure: unknown;
    const body = await stream(
      new Request("http://a/"),
      (sse) => send(sse).catch((error: unknown) => void (failure = error)),
      { onError: (error) => (failure ??= error) },
    ).text();
    return { body, failure: failure instanceof Error ? failure.message : failure };
  };
  const item = (props: object = {}) => element("li", props, 3);

  test("of elements without id", async () => {
    const { body, failure } = await patch(async (sse) => sse.patchElements(item()));
    expect(failure).toBe(`${missing("outer")}\n    at /app/page.tsx:3:1`);
    expect(body).toBe("");
  });

  test("in whatever form they come", async () => {
    const Items = async (): Promise<Child> => [item({ id: "a" }), item()];
    for (const elements of [
      [item()],
      Promise.resolve([item()]),
      component(Items, {}, 4),
      component(Fragment, { children: item() }, 4),
    ]) {
      expect((await patch(async (sse) => sse.patchElements(elements, { mode: "replace" }))).failure).toContain(
        missing("replace"),
      );
    }
    const onError = vi.fn();
    expect((await elementsResponse(item(), { onError })).status).toBe(500);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual([expect.stringContaining(missing("outer"))]);
  });

  test("of those that have one, or need none", async () => {
    for (const elements of [
      item({ id: "a" }),
      item({ id: 7 }),
      element("body", { children: item() }, 4),
      "<li></li>",
      raw("<li></li>"),
      jsx("li", {}),
    ]) {
      expect(await patch(async (sse) => sse.patchElements(elements))).toMatchObject({
        failure: undefined,
        body: expect.stringContaining("data: elements <"),
      });
    }
    expect(await patch(async (sse) => sse.patchElements(item(), { selector: "#list", mode: "append" }))).toMatchObject({
      failure: undefined,
    });
    expect(await (await elementsResponse(item(), { selector: "#a" })).text()).toBe("<li></li>");
  });

  test("of what is in an element, that holds the element itself", async () => {
    const { failure } = await patch(async (sse) =>
      sse.patchElements(item({ children: item({ id: "a" }) }), { selector: "#a", mode: "inner" }),
    );
    expect(failure).toBe(
      '<li> mode "inner" replaces what is in #a, and this holds an element with that id: the client loses it. Write mode "outer", or leave that element out.\n    at /app/page.tsx:3:1',
    );
    for (const options of [
      { selector: "#b", mode: "inner" },
      { selector: "#a", mode: "append" },
    ] as const)
      expect((await patch(async (sse) => sse.patchElements(item({ id: "a" }), options))).failure).toBeUndefined();
  });

  test("with an id twice", async () => {
    const { failure } = await patch(async (sse) => sse.patchElements(item({ id: "a", children: item({ id: "a" }) })));
    expect(failure).toContain('<li> id="a": the <li> at /app/page.tsx:3:1 has this id already');
  });
});

describe("rendering is that of production", () => {
  const lazy = () => {
    let asked = 0;
    // A thenable that acts when it is asked, as the queries of some databases are.
    return { then: (done: (value: string) => void) => done(`<asked ${++asked}>`) } as PromiseLike<string>;
  };
  function* generated() {
    yield "<a>";
    yield [1, null, Promise.resolve(new Set(["<b>", 2n]))];
  }
  const children: readonly [what: string, make: () => unknown][] = [
    ["text", () => "<&>"],
    ["numbers and nothing", () => [1, 2n, null, undefined, true]],
    ["a generator", generated],
    ["a lazy thenable", lazy],
    ["promises in arrays", () => ["a", Promise.resolve(["<b>", lazy()])]],
    ["a component that is asynchronous", () => jsxDEV(async () => ["<x>", lazy()], {})],
    ["a component that returns a generator", () => jsxDEV(generated, {})],
    ["a fragment", () => jsxDEV(Fragment, { children: ["<x>", generated()] })],
    ["raw markup", () => raw("<b>&</b>")],
  ];

  test.each(children)("%s", async (_, make) => {
    for (const tag of ["p", "pre", "html"]) {
      const [expected, html] = await Promise.all([
        jsx(tag, { class: "a", children: make(), title: "<" }),
        jsxDEV(tag, { class: "a", children: make(), title: "<" }),
      ]);
      expect(String(html)).toBe(String(expected));
      expect(html).toBeInstanceOf(Html);
    }
  });

  test("scripts keep their text", async () => {
    const source = ['if (a < b) "', Promise.resolve("</script>"), '"'];
    expect(String(await jsxDEV("script", { children: source }))).toBe(
      String(await jsx("script", { children: source })),
    );
    expect(String(jsxDEV("script", { children: new Set(["a", "<b>"]) }))).toBe(
      String(jsx("script", { children: new Set(["a", "<b>"]) })),
    );
  });

  test("what is refused is refused with the same words", () => {
    for (const child of [{ a: 1 }, () => 1, new Date(0), new Uint8Array(1), Symbol("a")]) {
      const message = (run: () => unknown): string => {
        try {
          return String(run());
        } catch (error) {
          return String(error);
        }
      };
      expect(message(() => jsxDEV("p", { children: child }))).toBe(message(() => jsx("p", { children: child })));
      const Broken = () => child as never;
      expect(message(() => jsxDEV(Broken, {}))).toBe(message(() => jsx(Broken, {})));
    }
    expect(() => jsxDEV(undefined as never, {})).toThrow("A component is undefined");
  });
});

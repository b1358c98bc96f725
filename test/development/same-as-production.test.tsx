import { Html, raw } from "datastar-tsx";
import { Fragment, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

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

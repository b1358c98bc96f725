import { type Child, type Component, Html, raw } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

describe("what renders", () => {
  const Name: Component<{ first: string }> = ({ first }) => <b>{first}</b>;
  function* numbers() {
    yield 1;
    yield <i>2</i>;
  }

  test.each<[what: string, markup: unknown, html: string]>([
    ["text", <p>Hello</p>, "<p>Hello</p>"],
    ["text with markup in it", <p>{'<b>Tom & "Jerry"</b>'}</p>, '<p>&lt;b>Tom &amp; "Jerry"&lt;/b></p>'],
    ["the empty string", <p>{""}</p>, "<p></p>"],
    ["zero", <p>{0}</p>, "<p>0</p>"],
    ["minus zero, as JavaScript prints it", <p>{-0}</p>, "<p>0</p>"],
    ["NaN", <p>{Number.NaN}</p>, "<p>NaN</p>"],
    ["a bigint", <p>{12345678901234567890n}</p>, "<p>12345678901234567890</p>"],
    ["null", <p>{null}</p>, "<p></p>"],
    ["undefined", <p>{undefined}</p>, "<p></p>"],
    [
      "true and false",
      <p>
        {true}
        {false}
      </p>,
      "<p></p>",
    ],
    ["an array, without commas", <p>{["a", 1, null, "b"]}</p>, "<p>a1b</p>"],
    ["nested arrays", <p>{["a", ["b", ["c"]]]}</p>, "<p>abc</p>"],
    ["a set", <p>{new Set(["a", "b"])}</p>, "<p>ab</p>"],
    ["a generator", <p>{numbers()}</p>, "<p>1<i>2</i></p>"],
    [
      "elements",
      <p>
        <b>1</b>
        <i>2</i>
      </p>,
      "<p><b>1</b><i>2</i></p>",
    ],
    [
      "a component",
      <p>
        <Name first="<Ada>" />
      </p>,
      "<p><b>&lt;Ada></b></p>",
    ],
    [
      "a fragment",
      <>
        <b>1</b>text<i>2</i>
      </>,
      "<b>1</b>text<i>2</i>",
    ],
    ["an empty fragment", <></>, ""],
    ["raw markup", <p>{raw("<b>bold</b>")}</p>, "<p><b>bold</b></p>"],
    [
      "mapped items with keys, which are left out",
      <ul>
        {["a", "b"].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>,
      "<ul><li>a</li><li>b</li></ul>",
    ],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });

  test("a carriage return is escaped, which parsers and event streams would read as a line break", () => {
    expect(String(<p>{"a\r\nb\rc"}</p>)).toBe("<p>a&#13;\nb&#13;c</p>");
  });

  test("a NUL becomes what HTML parsers make of it", () => {
    expect(String(<p>{"a\0b"}</p>)).toBe("<p>a\ufffdb</p>");
  });
});

describe("components", () => {
  test.each<[returns: Child, html: string]>([
    ["<text>", "&lt;text>"],
    [7, "7"],
    [null, ""],
    [["a", <br />], "a<br>"],
    [<b>markup</b>, "<b>markup</b>"],
  ])("may return anything that can be a child: %s", (returns, html) => {
    const Returns = (): Child => returns;
    expect(String(<Returns />)).toBe(html);
  });

  test("take one child as it is, and several as an array", () => {
    const Show = ({ children }: { children?: unknown }) => JSON.stringify(children);
    expect(String(<Show>one</Show>)).toBe('"one"');
    expect(
      String(
        <Show>
          {1}
          {2}
        </Show>,
      ),
    ).toBe("[1,2]");
  });

  test("a component that is not there is named", () => {
    expect(() => jsx(undefined as never, {})).toThrow("A component is undefined: check its export and its import.");
  });

  test("nor is a module one", async () => {
    const module: unknown = await import("./hostile-text.js");
    expect(() => jsx(module as never, {})).toThrow("A component is a plain object with ");
  });
});

describe("what does not render, and what to do instead", () => {
  class Money {}
  class JSXNode {
    isEscaped = true;
  }
  const entries = "say what to render of each entry: [...entries].map(([name, value]) => …).";
  const foreign = 'it is an element of another JSX library; this one needs jsxImportSource "datastar-tsx".';
  const anything =
    "pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().";

  test.each<[what: string, child: unknown, message: string]>([
    [
      "a plain object",
      { id: 1, name: "x" },
      `<p> cannot render a plain object with id, name in it as a child: ${anything}`,
    ],
    ["an empty object", {}, `<p> cannot render a plain object with nothing in it as a child: ${anything}`],
    [
      "an object without a prototype",
      Object.create(null),
      `<p> cannot render a plain object with nothing in it as a child: ${anything}`,
    ],
    ["a class instance", new Money(), `<p> cannot render a Money as a child: ${anything}`],
    [
      "a function",
      () => "text",
      "<p> cannot render a function as a child: call it, or pass it as a component: <Name />.",
    ],
    ["a symbol", Symbol("text"), `<p> cannot render a symbol as a child: ${anything}`],
    ["a date", new Date(0), "<p> cannot render a Date as a child: format it first, as with toISOString()."],
    ["a URL", new URL("http://a/"), "<p> cannot render a URL as a child: pass its href."],
    ["a map", new Map([["a", 1]]), `<p> cannot render a Map as a child: ${entries}`],
    ["search parameters", new URLSearchParams("a=1"), `<p> cannot render a URLSearchParams as a child: ${entries}`],
    ["headers", new Headers({ a: "1" }), `<p> cannot render a Headers as a child: ${entries}`],
    [
      "an element of React",
      { $$typeof: Symbol.for("react.element"), type: "b", props: {} },
      `<p> cannot render a plain object with $$typeof, type, props in it as a child: ${foreign}`,
    ],
    ["an element of hono", new JSXNode(), `<p> cannot render a JSXNode as a child: ${foreign}`],
    ["an element of Preact", { __v: 1, type: "b" }, foreign],
    [
      "an instance of a class without a name",
      new (class {})(),
      "<p> cannot render an object of a class without a name",
    ],
    ["bytes", Buffer.from("text"), "<p> cannot render a Buffer as a child: decode it first, as with TextDecoder."],
    [
      "an async iterable",
      new ReadableStream(),
      "<p> cannot render a ReadableStream as a child: collect it into an array first.",
    ],
    [
      "an object that is no iterable after all",
      { [Symbol.iterator]: undefined },
      `<p> cannot render a plain object with nothing in it as a child: ${anything}`,
    ],
    [
      "an object deep in arrays",
      [["a", [{ id: 1 }]]],
      `<p> cannot render a plain object with id in it as a child: ${anything}`,
    ],
  ])("%s", (_, child, message) => {
    expect(() => <p>{child as never}</p>).toThrow(message);
  });

  test("the parent is named: an element, a component, or a fragment", () => {
    const Card = () => ({ id: 1 }) as never;
    expect(() => <section>{{ id: 1 } as never}</section>).toThrow(
      `<section> cannot render a plain object with id in it as a child: ${anything}`,
    );
    expect(() => <Card />).toThrow(`<Card> cannot render a plain object with id in it as a child: ${anything}`);
    expect(() => <>{{ id: 1 } as never}</>).toThrow(
      `A fragment cannot render a plain object with id in it as a child: ${anything}`,
    );
    expect(() => jsx(() => ({}) as never, {})).toThrow(
      `<anonymous component> cannot render a plain object with nothing in it as a child: ${anything}`,
    );
  });
});

describe("markup is recognised by identity, which no data can forge", () => {
  test.each([
    '{"html":"<script>alert(1)</script>"}',
    '{"_tag":"RawHtml","html":"<script>alert(1)</script>"}',
    '{"constructor":{"name":"Html"},"html":"<script>alert(1)</script>"}',
    '{"__proto__":{"html":""},"html":"<script>alert(1)</script>"}',
    '{"type":"script","props":{"children":"alert(1)"}}',
  ])("%s throws", (json) => {
    expect(() => <p>{JSON.parse(json)}</p>).toThrow(TypeError);
  });

  test("raw() takes strings only", () => {
    expect(() => raw({ html: "<b>" } as never)).toThrow(
      "raw() takes a string of HTML, not a plain object with html in it.",
    );
    expect(() => raw(null as never)).toThrow("raw() takes a string of HTML, not null.");
    expect(() => raw(Object.create(null) as never)).toThrow(
      "raw() takes a string of HTML, not a plain object with nothing in it.",
    );
  });

  test("lists in lists are let go of once, however deeply they are nested", () => {
    let looked = 0;
    const counted = new Proxy([{}], {
      ownKeys: (target) => {
        looked++;
        return Reflect.ownKeys(target);
      },
    });
    let list: unknown[] = counted;
    for (let depth = 0; depth < 100; depth++) list = [list];
    expect(() => <p>{list as never}</p>).toThrow("<p> cannot render a plain object with nothing in it as a child");
    expect(looked).toBeLessThan(4);
  });

  test("an expression is an Html, which prints as its markup", () => {
    const markup = <p>text</p>;
    expect(markup).toBeInstanceOf(Html);
    expect(`${markup}`).toBe("<p>text</p>");
  });
});

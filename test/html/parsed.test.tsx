import { jsx } from "datastar-tsx/jsx-runtime";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { cleanSource } from "../../src/expressions/clean.js";
import { asCarried, hostileText } from "./hostile-text.js";

type Node =
  | string
  | {
      readonly tag: string;
      readonly attributes: { readonly [name: string]: string };
      readonly children: readonly Node[];
    };

/** Sends markup through UTF-8, as a response does, and parses it as a browser would. */
function parse(markup: unknown): Node[] {
  const received = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(String(markup)));
  return parseFragment(received).childNodes.map(fromTree);
}

function fromTree(node: DefaultTreeAdapterTypes.ChildNode): Node {
  if ("value" in node) return node.value;
  if (!("tagName" in node)) return `unexpected ${node.nodeName}`;
  const attributes = Object.fromEntries(
    node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
  );
  return { tag: node.tagName, attributes, children: node.childNodes.map(fromTree) };
}

/** The one element that `markup` is. */
function parseOne(markup: unknown) {
  const [node, ...others] = parse(markup);
  if (typeof node !== "object" || others.length > 0) throw new Error(`not one element: ${String(markup)}`);
  return node;
}

function tagsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : [node.tag, ...tagsIn(node.children)]));
}

const text = (...children: string[]) => children.filter((child) => child !== "");

describe("any text comes back exactly as it went in", () => {
  test.each(["p", "div", "b", "li", "pre", "textarea", "title", "button", "my-element", "listing"])(
    "as a child of <%s>",
    (tag) => {
      fc.assert(
        fc.property(hostileText, (value) => {
          expect(parse(jsx(tag, { children: value }))).toEqual([
            { tag, attributes: {}, children: text(asCarried(value)) },
          ]);
        }),
      );
    },
  );

  test.each(["title", "class", "style", "href", "value", "id", "srcdoc", "data-id", "data-x-y", "aria-label"])(
    "as the value of %s",
    (name) => {
      fc.assert(
        fc.property(
          hostileText.filter((value) => name !== "href" || !/script:/i.test(value)),
          (value) => {
            expect(parseOne(jsx("a", { [name]: value })).attributes).toEqual({ [name]: asCarried(value) });
          },
        ),
      );
    },
  );

  test.each(["data-text", "data-on:click", "data-signals", "data-bind", "data-attr:title", "data-class:active"])(
    "as the source of %s",
    (name) => {
      const value = name === "data-bind" ? "path" : "expression";
      fc.assert(
        fc.property(hostileText, (source) => {
          const given = value === "path" ? source : `/* */${source}`;
          const printed = value === "path" ? given : cleanSource(given);
          expect(parseOne(jsx("a", { [name]: given })).attributes).toEqual({ [name]: asCarried(printed) });
        }),
      );
    },
  );

  test("as JSON in a script", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const { children } = parseOne(<script type="application/json">{JSON.stringify({ value })}</script>);
        expect(children.map((json) => JSON.parse(String(json)))).toEqual([{ value }]);
      }),
    );
  });

  test("as JSON in a script's code", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const { children } = parseOne(<script>{`return ${JSON.stringify(value)};`}</script>);
        expect(children.map((code) => Function(String(code))())).toEqual([value]);
      }),
    );
  });
});

describe("no text creates an element or an attribute", () => {
  // Elements that parsers let stand in each other, in any order.
  const { tree } = fc.letrec<{ tree: Node; element: Node }>((tie) => ({
    tree: fc.oneof({ depthSize: "small" }, hostileText, tie("element")),
    element: fc.record({
      tag: fc.constantFrom("div", "section", "span", "my-element"),
      attributes: fc.dictionary(
        fc.constantFrom("title", "class", "id", "data-a", "data-note", "style", "alt"),
        hostileText,
        { maxKeys: 4 },
      ),
      children: fc.array(tie("tree"), { maxLength: 4 }),
    }),
  }));

  const render = (node: Node): unknown =>
    typeof node === "string" ? node : jsx(node.tag, { ...node.attributes, children: node.children.map(render) });

  /** The tree as a parser has it: neighbouring texts are one, and empty ones are none. */
  const asParsed = (nodes: readonly Node[]): Node[] => {
    const joined: Node[] = [];
    for (const node of nodes) {
      const last = joined.at(-1);
      if (typeof node === "string" && typeof last === "string") joined.splice(-1, 1, last + node);
      else if (node !== "") joined.push(node);
    }
    return joined.map((node) => {
      if (typeof node === "string") return asCarried(node);
      const attributes = Object.fromEntries(
        Object.entries(node.attributes).map(([name, value]) => [name, asCarried(value)]),
      );
      return { tag: node.tag, attributes, children: asParsed(node.children) };
    });
  };

  test("in a tree of elements", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(parse(jsx("div", { children: render(node) }))).toEqual(
          asParsed([{ tag: "div", attributes: {}, children: [node] }]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    "script",
    "style",
    "iframe",
    "noscript",
    "noembed",
    "noframes",
    "xmp",
    "textarea",
    "title",
    "select",
    "table",
    "template",
  ])("in <%s>", (tag) => {
    fc.assert(
      fc.property(hostileText, (value) => {
        expect(
          tagsIn(
            parse(
              <div>
                {jsx(tag, { children: value })}
                <i />
              </div>,
            ),
          ).filter((name) => name !== tag),
        ).toEqual(["div", "i"]);
      }),
    );
  });

  test.each(["svg", "math"])("in <%s>, and a style element there", (root) => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const style = jsx("style", { children: value });
        expect(
          tagsIn(
            parse(
              <div>
                {jsx(root, { id: value, children: [value, style] })}
                <i />
              </div>,
            ),
          ),
        ).toEqual(["div", root, "style", "i"]);
      }),
    );
  });
});

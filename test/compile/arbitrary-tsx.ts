import { js } from "datastar-tsx";
import fc from "fast-check";
import { hostileText } from "../html/hostile-text.js";
import { datastarAttribute } from "./arbitrary-datastar.js";
import { listAttribute } from "./arbitrary-lists.js";

/** Expressions over `v`, the values of {@link values}, and literals. */
const literal = fc.oneof(
  hostileText.map((text) => JSON.stringify(text)),
  hostileText.map((text) => `\`${text.replace(/[\\`$]/g, "\\$&")}\``),
  fc.constantFrom("0", "-0", "1.5", "12n", "true", "false", "null", "undefined", "void 0", '"a" as const', '("b")'),
);
const variable = fc
  .constantFrom("text", "empty", "number", "zero", "yes", "no", "nothing", "list", "url", "id")
  .map((name) => `v.${name}`);
const template = fc.tuple(hostileText, variable, hostileText).map(([before, hole, after]) => {
  const quote = (text: string): string => text.replace(/[\\`$]/g, "\\$&");
  return `\`${quote(before)}\${${hole}}${quote(after)}\``;
});

/** The text of JSX, its references and line breaks among it. */
const jsxText = fc
  .array(
    fc.constantFrom(
      "a",
      "Ünï",
      " ",
      "  ",
      "\n",
      "\r\n",
      "\n\n  ",
      "\t",
      "&amp;",
      "&lt;",
      "&nbsp;",
      "&copy",
      "&bogus;",
      "&#10;",
      "&#x41;",
      "'",
      '"',
      "=",
      "\u00a0",
      "$",
      "`",
      "\\",
    ),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(""));

const textName = fc.constantFrom(
  "title",
  "id",
  "lang",
  "data-id",
  "aria-label",
  "hidden",
  "class",
  "className",
  "style",
  "htmlFor",
  "xlink:role",
  "viewBox",
  // Booleans are words, or something else again.
  "aria-hidden",
  "aria-current",
  "draggable",
  "translate",
  "spellcheck",
  "autocomplete",
  "download",
);
const urlName = fc.constantFrom("href", "src", "xlink:href", "action", "values");

const attribute = fc.oneof(
  fc
    .tuple(textName, fc.constantFrom('""', '"a b"', "'\"'", '"&amp;&quot;\n x"', '"\\"'))
    .map(([name, value]) => `${name}=${value}`),
  fc.constantFrom("disabled", "data-ignore", "key={v.number}", "key='a'"),
  fc
    .tuple(
      textName,
      fc.oneof(
        literal,
        variable.filter((name) => name !== "v.list"),
        template,
      ),
    )
    .map(([name, value]) => `${name}={${value}}`),
  fc
    .tuple(
      urlName,
      fc.oneof(
        template,
        fc.constantFrom(
          "v.url",
          "v.text",
          "v.nothing",
          "v.yes",
          '"/a"',
          "`/${v.text}`",
          "`#${v.number}`",
          "`  ${v.text}`",
        ),
      ),
    )
    .map(([name, value]) => `${name}={${value}}`),
  fc.tuple(textName, variable, literal, literal).map(([name, test, yes, no]) => `${name}={${test} ? ${yes} : ${no}}`),
  fc
    .tuple(textName, variable, hostileText)
    .map(([name, test, text]) => `${name}={${test === "v.list" ? "v.no" : test} && ${JSON.stringify(text)}}`),
  fc
    .tuple(
      fc.constantFrom("disabled", "checked", "title", "aria-expanded", "draggable", "autocomplete", "popover"),
      fc.constantFrom("!v.yes", "!v.no", "v.number === 7", "v.number > 9", '"a" in v', "v.yes", "v.nothing"),
    )
    .map(([name, value]) => `${name}={${value}}`),
  listAttribute,
  datastarAttribute,
  fc.constantFrom("{...v.props}", "{...{}}", "{...{ title: v.text, children: 'spread' }}", "children={v.text}"),
);
const nameOf = (attribute: string): string => attribute.split("=", 1)[0] ?? "";
const attributes = fc
  // Two of a name are an error.
  .uniqueArray(attribute, { maxLength: 4, selector: nameOf })
  // Behind a spread, other compilers call a function of React's for a key.
  .map((all) => all.toSorted((a, b) => Number(nameOf(b) === "key") - Number(nameOf(a) === "key")))
  .map((all) => all.map((one) => ` ${one}`).join(""));

const tag = fc.constantFrom(
  "div",
  "p",
  "li",
  "b",
  "my-element",
  "svg:rect",
  "pre",
  "textarea",
  "script",
  "style",
  "title",
);
const componentName = fc.constantFrom("Show", "Twice", "Soon", "Text", "Nothing", "ns.Show");

const { node: tree } = fc.letrec<{ node: string; child: string; expression: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.tuple(fc.constantFrom("br", "input", "img"), attributes).map(([tag, attributes]) => `<${tag}${attributes} />`),
    fc
      .tuple(tag, attributes, fc.array(tie("child"), { maxLength: 4 }))
      .map(([tag, attributes, children]) => `<${tag}${attributes}>${children.join("")}</${tag}>`),
    fc
      .tuple(
        componentName,
        fc.constantFrom("", " text={v.text}", " key='a'", " {...v.props}", " icon=<i>{v.text}</i>", " text='&amp;'"),
        fc.array(tie("child"), { maxLength: 3 }),
      )
      .map(([name, props, children]) => `<${name}${props}>${children.join("")}</${name}>`),
    fc.array(tie("child"), { maxLength: 3 }).map((children) => `<>${children.join("")}</>`),
  ),
  child: fc.oneof(
    { depthSize: "small" },
    jsxText,
    tie("node"),
    fc.constantFrom("{}", "{/* </b> */}", "{// <b>\n}"),
    tie("expression").map((expression) => `{${expression}}`),
    tie("expression").map((expression) => `{ /* a */ (${expression}) /* b */ }`),
  ),
  expression: fc.oneof(
    { depthSize: "small" },
    literal,
    variable,
    template,
    fc.constantFrom(
      "v.markup",
      "raw('<hr>')",
      "v.promise()",
      "v.generated()",
      "v.next()",
      "v.list as never",
      "v.text!",
    ),
    tie("node"),
    fc.tuple(variable, tie("expression"), tie("expression")).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    fc.tuple(variable, tie("expression")).map(([left, right]) => `${left} && (${right})`),
    fc.tuple(variable, tie("node")).map(([left, right]) => `${left} || ${right}`),
    tie("node").map((node) => `v.list.map((item) => ${node})`),
    tie("node").map((node) => `(() => { const v = { ...outer, text: "shadowed" }; return ${node}; })()`),
  ),
}));

/** A module of TSX that exports a function of {@link values}. */
export const tsxModule: fc.Arbitrary<string> = tree.map(moduleOf);

function moduleOf(markup: string): string {
  return `import { del, get, js, peek, post, raw, setAll, signals, url } from "datastar-tsx";
const state = signals({ draft: "", filter: "all", ui: { open: false } });
const limit = 5;
const unknown = () => 5;
const early = js\`\${unknown()}\`;
const Show = ({ text, icon, children }: { text?: string; icon?: any; children?: any }) => <section title={text}>{icon}{children}</section>;
const Twice = ({ children }: { children?: any }) => [children instanceof Promise ? 0 : children, "twice"];
const Soon = async ({ children }: { children?: any }) => { await null; return <em>{children}</em>; };
const Text = ({ text }: { text?: string }) => text;
const Nothing = () => null;
const ns = { Show };
export default (outer: any) => { const v = outer; const { number, zero, id, text, empty, word, unit, yes, no, nothing, list, source } = outer; return (${markup}); };
`;
}

/** A module that renders an element with classes or a style. */
export const listModule: fc.Arbitrary<string> = fc
  .tuple(listAttribute, fc.constantFrom("", " id={v.id}", " hidden"))
  .map(([list, other]) => moduleOf(`<p${other} ${list}>a</p>`));

/** Values for the module: the same each time, but fresh, since iterators and promises are used up. */
export function values() {
  let count = 0;
  return {
    text: `<"&'\r\n\0>`,
    empty: "",
    id: "0b8f-A_1",
    word: "__proto__",
    unit: "15",
    number: 7,
    zero: 0,
    yes: true,
    no: false,
    nothing: null,
    list: ["<1>", 2, null, ["3"]],
    url: "/path?a&b",
    source: js`$a && ${"<"}`,
    props: { title: "from <props>", id: 3, hidden: true, "data-text": "$b" },
    promise: () => Promise.resolve("later <"),
    *generated() {
      yield "g<";
      yield 8;
    },
    next: () => ++count,
    count: () => count,
  };
}

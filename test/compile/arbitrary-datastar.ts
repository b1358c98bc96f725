import fc from "fast-check";

const variable = fc.constantFrom(
  "number",
  "zero",
  "id",
  "text",
  "empty",
  "word",
  "unit",
  "yes",
  "no",
  "nothing",
  "list",
  "source",
);
const read = fc.oneof(
  variable.map((name) => `v.${name}`),
  variable,
  fc.constantFrom(
    "v.next()",
    "v.absent?.name",
    "-v.number",
    "(v.number as any)",
    "(v.id)",
    "/* a */ v.id",
    "early",
    "state.draft",
    "state.ui.open",
    "state",
    "limit",
    "v.props",
    "new Date(v.zero)",
  ),
);
const constant = fc.constantFrom(
  "0",
  "-0",
  "1.5",
  "12n",
  "true",
  "null",
  "undefined",
  "'$a'",
  "'it\\'s; @b('",
  "/a\\/$b/gi",
  '"a" as const',
  "`a`",
);
const key = fc.constantFrom("a", "fooBar", "'foo-bar'", "7", "'--x'", "color");

/** Expressions that are values of Datastar's attributes, right and wrong ones, over `v` and its properties. */
const { value, object } = fc.letrec<{ value: string; object: string; source: string; url: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    read,
    constant,
    tie("source"),
    tie("object"),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  ),
  object: fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.tuple(key, tie("value")).map(([key, value]) => `${key}: ${value}`) },
        { weight: 3, arbitrary: variable },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "[v.id]: 1",
            "...v.props",
            "['a']: v.number",
            "get g() { return 1 }",
            "do: source",
            "debounce: number",
            "once: yes",
            "signal: state.draft",
          ),
        },
      ),
      { maxLength: 3 },
    )
    .map((properties) => `{ ${properties.join(", ")} }`),
  source: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(
        fc.constantFrom("a(X, Y)", "$a = X", "X ? Y : 1", "$a-X", "'X'", "X; Y", "[X, ...Y]", "{a: X}", "/X/", "a"),
        tie("value"),
        tie("value"),
      )
      .map(([text, x, y]) => `js\`${text.replace("X", `\${${x}}`).replace("Y", `\${${y}}`)}\``),
    fc
      .tuple(fc.constantFrom("get", "post", "del", "setAll", "peek"), tie("url"), tie("object"))
      .map(([name, url, options]) => `${name}(${url}, ${options})`),
    tie("url").map((url) => `post(${url})`),
    fc.tuple(read, tie("source"), tie("source")).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    fc.tuple(read, tie("source")).map(([test, source]) => `${test} && ${source}`),
  ),
  url: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("'/a'", "v.url", "url"),
    fc
      .tuple(fc.constantFrom("/a/X", "/X/b?c=Y", "X", "/a?b=X#Y", "/X.Y", "https://x/X"), tie("value"), tie("value"))
      .map(([text, x, y]) => `url\`${text.replace("X", `\${${x}}`).replace("Y", `\${${y}}`)}\``),
    fc.tuple(read, read).map(([x, y]) => `\`/a/\${${x}}/\${${y}}\``),
  ),
}));

const name = fc.constantFrom(
  "attr",
  "attr:title",
  "bind",
  "class",
  "class:fooBar",
  "computed",
  "computed:fooBar",
  "effect",
  "ignore",
  "indicator",
  "init",
  "json-signals",
  "on",
  "on:click",
  "on:fooBar",
  "on-intersect",
  "on-interval",
  "on-signal-patch-filter",
  "persist",
  "preserve-attr",
  "ref",
  "show",
  "signals",
  "signals:fooBar",
  "signals__ifmissing",
  "style",
  "style:color",
  "text",
);

/** An attribute of Datastar, whose value is an expression. */
export const datastarAttribute: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(name, value).map(([name, value]) => `data-${name}={${value}}`),
  fc.tuple(name, object).map(([name, object]) => `data-${name}={${object}}`),
  // As people write them.
  fc
    .tuple(
      fc.constantFrom("data-on:click", "data-init", "data-effect"),
      fc.constantFrom(
        "post(url`/a/${X}/b?c=${Y}`)",
        "post(url`/${X}`, { retryMaxCount: Y, headers: { a: X } })",
        "{ do: js`a(${X})`, debounce: Y }",
        "{ do: [post(`/a/${X}`), js`$b = ${Y}`], once: true }",
        "js`$a = ${X} - ${Y}.x / ${X}`",
        "js`a(${early}, ${X})`",
        "js`$a-${X} ${{ a: Y, b: [X] }}`",
        "js`a(${v.yes ? 'b' : X})`",
        "js`a(${v.no ? 'b' : 2})`",
        "[js`a(${X})`, js`b(${Y})`]",
      ),
      fc.constantFrom(
        "v.number",
        "v.id",
        "v.zero",
        "-v.zero",
        "v.text",
        "v.word",
        "v.empty",
        "v.nothing",
        "v.number as any",
        "state.draft",
        "v.next()",
        "3",
      ),
      fc.constantFrom("v.number", "v.id", "v.zero", "v.text", "v.unit", "(v.number)", "1000 * v.number"),
    )
    .map(([name, value, x, y]) => `${name}={${value.replaceAll("X", x).replaceAll("Y", y)}}`),
);

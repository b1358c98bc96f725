// Comments and regular expressions of source that somebody wrote, which the client takes for something else.
import { js, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import * as fc from "fast-check";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { rewritten } from "../../src/diagnostics/client-source.js";
import { cleanSource } from "../../src/expressions/clean.js";

const { s } = signals({ s: "" });

describe("in js, and as text in an attribute", () => {
  test.each<[written: string, printed: string]>([
    [String.raw`[$s.replace(/'/g, ""), @get("/p")]`, String.raw`[$s.replace(/\x27/g, ""), @get("/p")]`],
    [String.raw`/["']/.test($s) && @get("/p")`, String.raw`/[\x22\x27]/.test($s) && @get("/p")`],
    ["@get('/p') // it's", "@get('/p')"],
    ["$a /* don't */ + @peek(() => $b)", "$a  + @peek(() => $b)"],
    ["a() // it's\n@get('/p')", "a() \n@get('/p')"],
    ["a/* ' */b", "a b"],
    ["$a / 2 + '/' + $b / 3", "$a / 2 + '/' + $b / 3"],
    ["@post('/x//y')", "@post('/x//y')"],
    ["`/* ${a /* ' */} */`", "`/* ${a } */`"],
  ])("%s", (written, printed) => {
    const strings = Object.assign([written], { raw: [written.replaceAll("`", "\\`").replaceAll("${", "\\${")] });
    expect(js(strings).source).toBe(printed);
    expect(cleanSource(written)).toBe(printed);
    expect(String(jsx("p", { "data-on:click": written }))).toBe(String(jsx("p", { "data-on:click": js(strings) })));
    expect(String(jsx("p", { "data-on:click": { do: [written] } }))).toBe(
      String(jsx("p", { "data-on:click": js(strings) })),
    );
  });

  test("the issue's example", () => {
    expect(js`[${s}.replace(/'/g, ""), @get("/p")]`.source).toBe(String.raw`[$s.replace(/\x27/g, ""), @get("/p")]`);
  });
});

describe("regular expressions", () => {
  test.each([
    [/[$a'](?:$)/u, String.raw`/[\x24a\x27](?:$)/u`],
    [new RegExp("[[a]$b[']]", "v"), String.raw`/[[a]\x24b[\x27]]/v`],
    [/\\/, String.raw`/\x5c/`],
    [/[\\'/]/, String.raw`/[\\\x27\/]/`],
    [/(?<$a>b)\k<$a>/, String.raw`/(?<\u0024a>b)\k<\u0024a>/`],
    [/[🖕]/u, String.raw`/[\ud83d\udd95]/u`],
  ])("%s", (expression, printed) => {
    expect(cleanSource(String(expression))).toBe(printed);
    const read: unknown = parseSync("a.js", `(${printed})`).program.body[0];
    expect(read).toBeDefined();
  });
});

const regExps = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ..."a ' \" ` @b( $ $a \\$ \\' [ ] ['] [^\"@] [$a] [[`]'] \\/ (?<n>b) (?<$n>c) \\\\ [\\\\'] ; \\d (?:x|') \\x27 ^ | . 🖕 \\k<n> {2} --".split(
          " ",
        ),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.constantFrom("", "u", "v", "g", "i"),
  )
  .map(([parts, flags]) => ({ source: parts.join(""), flags }))
  .filter(({ source, flags }) => isValid(source, flags));

function isValid(source: string, flags: string): boolean {
  const { errors } = parseSync("a.js", `(/${source}/${flags})`);
  if (errors.length > 0) return false;
  try {
    return new RegExp(source, flags).source !== "";
  } catch {
    return false;
  }
}

const operands = fc.oneof(
  regExps.map(({ source, flags }) => `/${source}/${flags}`),
  fc.constantFrom("'it\\'s'", '"a/b"', "'/'", "'//'", "`/*`", "a", "$b.c", "f(x)", "(1 / 2)", "[a, 'b']", "`${'`'}`"),
);
const gaps = fc.constantFrom("", " ", "\n", "/* ' */", '/* " */ ', "// it's `\n", " /*/ ' */ ", "/**/");
const sources = fc
  .array(fc.tuple(operands, gaps, fc.constantFrom("+", ",", "/", "&&", ";"), gaps), { minLength: 1, maxLength: 5 })
  .map((parts) =>
    parts.map(([operand, before, operator, after]) => `${operand}${before} ${operator} ${after}`).join(""),
  )
  .map((source) => `${source}end`)
  .filter((source) => parseSync("a.js", source).errors.length === 0);

/** The program without what comments and escapes change: positions, and how a string or an expression is spelt. */
function meaningOf(source: string): unknown {
  const { program, errors } = parseSync("a.js", source);
  expect(errors).toEqual([]);
  return JSON.parse(
    JSON.stringify(program.body, (name, value: unknown) =>
      name === "start" || name === "end" || name === "raw" || name === "range"
        ? undefined
        : name === "regex"
          ? behaviourOf(value as { pattern: string; flags: string })
          : name === "value" && value instanceof RegExp
            ? "RegExp"
            : value,
    ),
  );
}

const samples = [
  "",
  "a",
  "'",
  '"',
  "`",
  "@b(",
  "$",
  "$a",
  "\\",
  "/",
  ";",
  "b",
  "bb",
  "c",
  "x7",
  "🖕",
  "a$",
  "\\'",
  "['",
];

function behaviourOf({ pattern, flags }: { pattern: string; flags: string }): unknown {
  return [flags, samples.map((sample) => new RegExp(pattern, flags).exec(sample))];
}

/** The strings and templates as a parser finds them. */
function stringsIn(source: string): readonly string[] {
  const found: [number, string][] = [];
  JSON.stringify(parseSync("a.js", source).program, (_, node: unknown) => {
    const { type, start, end, value } = (node ?? {}) as { type?: string; start: number; end: number; value?: unknown };
    if (type === "TemplateLiteral" || (type === "Literal" && typeof value === "string"))
      found.push([start, source.slice(start, end)]);
    return node;
  });
  return found.toSorted(([one], [other]) => one - other).map(([, text]) => text);
}

test("any source means what it meant, and the client finds its strings where they are", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const clean = cleanSource(source);
      expect(meaningOf(clean)).toEqual(meaningOf(source));
      expect(cleanSource(clean)).toBe(clean);
      const plain = stringsIn(clean).filter((text) => !text.includes("${"));
      const outer = plain.filter((text) => !clean.includes(`\${${text}}`));
      const read =
        clean.replace(/`\$\{'`'\}`/g, "").match(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g) ?? [];
      expect(read).toEqual(outer);
    }),
    { numRuns: 200 },
  );
});

test("every client calls the action behind any source, and nothing else", () => {
  fc.assert(
    fc.property(sources, (source) => {
      for (const { body } of rewritten(`${cleanSource(source)}; @get("/p")`, false)) {
        expect(body.endsWith('; __action("get",evt,"/p")')).toBe(true);
        expect(parseSync("a.js", body).errors).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

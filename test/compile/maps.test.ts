import { SourceMap } from "node:module";
import { expect, test } from "vitest";
import { compile } from "../../src/compile/compile.js";

/** Where in the source a text of the compiled code comes from, as `line:column`, both from one. */
function origin(source: string, text: string): string {
  const { code, map } = compile(source, { filename: "page.tsx" }) ?? { code: "", map: undefined };
  const before = code.slice(0, code.indexOf(text)).split("\n");
  const found = new SourceMap(JSON.parse(JSON.stringify(map))).findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  return "originalLine" in found ? `${found.originalLine + 1}:${found.originalColumn + 1}` : "nowhere";
}

const source = `const before = 1;
export const Page = ({ items, title, ...rest }) => (
  <main>
    <h1 title={title}>
      Many
      {items.length}
    </h1>
    {items.map((item) => (
      <Row
        item={item}
        onError={() => { throw before; }}
      />
    ))}
    <p {...rest}>…</p>
  </main>
);
export const after = 2;
`;

test.each([
  ["code in front", "before = 1", "1:7"],
  ["the value of an attribute", "title, _$child", "4:16"],
  ["a child", "items.length", "6:8"],
  ["what renders a child", "_$child(items.length", "6:7"],
  ["what renders a list", "_$each(items", "8:5"],
  ["a component", "_$component(Row", "9:7"],
  ["a spread", "{ ...rest", "14:5"],
  ["a function in an attribute", "throw before", "11:26"],
  ["code behind", "after = 2", "17:14"],
])("%s is found where it was written", (_, text, place) => {
  expect(origin(source, text)).toBe(place);
});

test("with Windows' line ends as well", () => {
  expect(origin(source.replaceAll("\n", "\r\n"), "items.length")).toBe("6:8");
});

test("the map names the file and holds its source", () => {
  const { map } = compile(source, { filename: "/app/page.tsx" }) ?? {};
  expect(map).toMatchObject({ version: 3, sources: ["/app/page.tsx"], sourcesContent: [source] });
});

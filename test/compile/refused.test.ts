// Data that would become code is refused: in production, where the compiler writes the code, and in development, where
// it only checks. What is found, and what is written instead, stands in test/diagnostics/program.
import { describe, expect, test } from "vitest";
import { checkSource, compile, SourceError } from "../../src/compile/index.js";
import { moduleCompiler } from "../../src/compile/plugin.js";

const moduleOf = (tsx: string): string =>
  `import { Expression, js, post, url } from "datastar-tsx";\nconst limit = 5;\nexport const A = ({ id, user }: any) => (\n  ${tsx}\n);\n`;

function refusal(tsx: string, refuse: typeof compile | typeof checkSource): unknown {
  try {
    refuse(moduleOf(tsx), { filename: "src/a.tsx" });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each([
  ["compile", compile],
  ["checkSource", checkSource],
])("%s", (_, refuse) => {
  test.each<[tsx: string, column: number, message: string]>([
    [
      "<b data-on:click={`@post('/cards/${id}')`} />",
      21,
      "data-on:click: id would run as code in the browser, whatever is in it; write post(url`/cards/${id}`).",
    ],
    [
      "<b data-text={`$name + ' ${user}'`} />",
      17,
      "data-text: user would run as code in the browser, whatever is in it; write js`$name + (' ' + ${user})`.",
    ],
    ["<b data-text={'$a + ' + id} />", 17, "write js`$a + ${id}`."],
    ["<b data-on={{ click: [`a(${id})`] }} />", 25, "write js`a(${id})`."],
    ["<b data-init={{ do: user && `a(${id})`, delay: 200 }} />", 31, "write js`a(${id})`."],
    ["<b {...{ 'data-show': `$a === ${id}` }} />", 25, "write js`$a === ${id}`."],
    ["<b data-signals={JSON.stringify(user)} />", 20, "write js`${user}`."],
    [
      "<b onclick={`f('${id}')`} />",
      15,
      "onclick: id would run as code in the browser, whatever is in it; write `f(${JSON.stringify(id)})`.",
    ],
  ])("refuses %s", (tsx, column, message) => {
    const error = refusal(tsx, refuse);
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).message).toMatch(`src/a.tsx:4:${column}: `);
    expect((error as SourceError).message).toContain(message);
  });

  test.each([
    "<b data-on:click={post(url`/cards/${id}`)} />",
    "<b data-text={js`$name + ${user}`} />",
    "<b data-text={`$count > ${limit}`} />",
    "<b data-text={`$${user ? 'a' : 'b'}`} />",
    "<b data-text={new Expression(`$${user}`)} />",
    "<b onclick={`f(${JSON.stringify(id)}, ${limit})`} />",
    "<script>{`var a = ${id}`}</script>",
    "<b title={`${user}`} class={`a ${id}`} data-id={`${id}`} />",
    "<b data-class={{ a: js`$a` }} data-on:click={{ do: 'a()', debounce: 200 }} />",
  ])("takes %s", (tsx) => {
    expect(refusal(tsx, refuse)).toBeUndefined();
  });
});

test("the error has the place as Rollup and Vite show it, and the line", () => {
  expect(refusal("\t<b data-text={`$a + ${id}`} />", compile)).toMatchObject({
    name: "SourceError",
    id: "src/a.tsx",
    loc: { file: "src/a.tsx", line: 4, column: 17 },
    frame: "4 |   \t<b data-text={`$a + ${id}`} />\n      \t              ^^^^^^^^^^^^",
  });
});

test("a module for another library is not looked at", () => {
  expect(
    compile("/** @jsxImportSource react */\nexport const a = (b) => <p data-text={`${b}`} />;", { filename: "a.jsx" }),
  ).toBeUndefined();
});

test.each([true, false])("plugins refuse with development: %s", async (development) => {
  const compileModule = moduleCompiler({ development });
  await expect(compileModule(moduleOf("<b data-text={`${id}`} />"), "/src/a.tsx?v=1")).rejects.toThrow(
    "/src/a.tsx:4:17: ",
  );
});

// Modules of JavaScript, where TypeScript checks them.
import { rmSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { versions } from "./check-elements.js";
import { compilerOptions, makeProject } from "./make-project.js";

const state = `import { signals } from "datastar-tsx";
/** @typedef {{ id: number }} Item */
export const cart = signals({ count: 0, user: { email: "" }, items: /** @type {readonly Item[]} */ ([]) });
`;
const right = `import { js } from "datastar-tsx";
import { cart } from "./state.js";
/** @param {{ by: number }} props */
export const Page = ({ by }) => (
  <main data-signals={cart} data-show="$count > 1" data-on:click={js\`\${cart.count} += evt.clientX * \${by}\`}>
    <p data-text={js\`$items.map((item) => item.id).join()\`} data-on:keydown="const f = (a, b) => a; f(1)" />
  </main>
);
`;
const wrong = `import { js } from "datastar-tsx";
import { cart } from "./state.js";
/** @param {{ by: number }} props */
export const Page = ({ by }) => (
  <main data-show="$cuont" data-on:click={js\`\${cart.count} = evt.kye + \${by}.toFixd()\`} data-text="$user.emial">
    <p data-text={js\`$items.map((item) => item.idd)\`} data-on:click="process.exit()">{\`\${cart.count}\`}</p>
  </main>
);
`;
const commonJs = `const { cart } = require("./state.js");
exports.page = <p data-text="$cuont">{cart.count.source}</p>;
`;

/** Checks modules of a project, and gives the mistakes in each, and the modules that are not checked. */
async function checked(
  version: (typeof versions)[number],
  files: { readonly [name: string]: string },
  checkJs: boolean,
) {
  const settings = JSON.stringify({ compilerOptions: { ...compilerOptions, allowJs: true, checkJs } });
  const project = makeProject({ "state.js": state, "tsconfig.json": settings, ...files }, version);
  const checker = await openProject(project);
  const found: { [name: string]: string[] } = {};
  for (const { file, message } of checker.check())
    (found[relative(project, file)] ??= []).push(message.split("\n")[0] ?? "");
  const unchecked = checker
    .unchecked()
    .map((file) => relative(project, file))
    .toSorted();
  checker.close();
  rmSync(project, { recursive: true });
  return { found, unchecked };
}

const mistakes = [
  "No signal $cuont is declared. Did you mean $count?",
  "Property 'kye' does not exist on type 'PointerEvent'.",
  "Property 'toFixd' does not exist on type 'number'. Did you mean 'toFixed'?",
  "Property 'emial' does not exist on type '{ email: string; }'. Did you mean 'email'?",
  "Property 'idd' does not exist on type '{ id: number; }'.",
  "process is a name of Node.js; the browser has none.",
  expect.stringContaining("cart.count: the server knows the name of the signal, and only the browser its value"),
];

describe.each(versions)("with TypeScript %s", (version) => {
  test("modules are checked as those of TypeScript are", async () => {
    const files = { "right.jsx": right, "also-right.js": right, "a.jsx": wrong, "b.js": wrong, "c.mjs": wrong };
    expect(await checked(version, files, true)).toEqual({
      found: { "a.jsx": mistakes, "b.js": mistakes, "c.mjs": mistakes },
      unchecked: [],
    });
  }, 120_000);
});

test("a comment says whether a module is checked, and otherwise checkJs does; what that leaves out is told", async () => {
  const files = {
    "asked.js": `// @ts-check\n${wrong}`,
    "refused.js": `/* Old. */\n// @ts-nocheck\n${wrong}`,
    "neither.js": wrong,
    "nothing.js": "export const one = 1;\n",
    // What JavaScript declares, TypeScript knows.
    "page.tsx": `export const page = <p data-text="$count + 1" />;\n`,
  };
  expect(await checked("7", files, false)).toEqual({
    found: { "asked.js": expect.any(Array) },
    unchecked: ["neither.js", "state.js"],
  });
  const { found, unchecked } = await checked("7", files, true);
  expect(Object.keys(found).toSorted()).toEqual(["asked.js", "neither.js"]);
  expect(unchecked).toEqual([]);
});

test("a module of CommonJS says that it is not checked", async () => {
  const isNone =
    "This is a module of CommonJS, without import and export: the expressions of this file are not checked.";
  const template = 'const { js } = require("datastar-tsx");\nexports.ask = js`confrim("x")`;\n';
  expect(await checked("7", { "page.cjs": commonJs, "template.cjs": template }, true)).toEqual({
    found: { "page.cjs": [isNone], "template.cjs": [isNone] },
    unchecked: [],
  });
});

test("what is wrong in a template has its place, as in TypeScript", async () => {
  const code = `import { js } from "datastar-tsx";
export const Page = () => <p data-text={js\`"é" + $cuont\`} />;
`;
  const settings = JSON.stringify({ compilerOptions: { ...compilerOptions, allowJs: true, checkJs: true } });
  const project = makeProject({ "state.js": state, "a.jsx": code, "b.tsx": code, "tsconfig.json": settings });
  const checker = await openProject(project);
  expect(checker.check().map(({ line, column }) => [line, column])).toEqual([
    [2, 50],
    [2, 50],
  ]);
  checker.close();
  rmSync(project, { recursive: true });
});

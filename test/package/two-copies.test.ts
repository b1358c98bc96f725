// Two packages of a monorepo, each with a copy of its own: what one makes, the other takes, in types and when it runs.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-copies-"));

const ui = `
import { js, post, raw, signals, url } from "datastar-tsx";

export { Html } from "datastar-tsx";
export const todo = signals({ draft: "x", count: 2, ui: { open: false } });
export const isMany = js\`\${todo.count} > 1\`;
export const address = url\`/items/\${"a b"}\`;
export const save = post(url\`/save/\${todo.count}\`);
export const bold = raw("<i>&amp;</i>");
export const Card = (props: { readonly title: string }) => <b id="card">{props.title}</b>;
export const Later = async () => <p id="later">later</p>;
`;

const app = `
import { elementsResponse, get, Html, js, post, readSignals, signals, signalsResponse, stream, url } from "datastar-tsx";
import * as ui from "../ui/index.js";

const { todo } = ui;
const mine = signals({ q: "y" });
const page = <main data-signals={[todo, mine]} data-text={ui.isMany} data-on:click={ui.save}>
  <a href={ui.address} data-bind={todo.ui.open}>{ui.bold}</a>
  <ui.Card title="<" />
  <ui.Later />
</main>;
const own = <p data-show={js\`\${ui.isMany} && !\${todo.ui.open}\`} data-on:click={[post(ui.address), get(url\`/x/\${todo.count}\`)]} data-class={{ a: todo.ui.open }} />;

const request = new Request("http://localhost/", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ draft: "z", count: 3, ui: { open: true } }) });
const events = async (response: Response) => (await response.text()).trim().split("\\n");
const streamed = stream(new Request("http://localhost/"), async (sse) => {
  await sse.patchElements(<ui.Card title="a" />);
  await sse.patchElements(<ui.Later />);
  await sse.patchSignals(todo);
  await sse.patchSignals(todo.patch({ draft: "n" }));
});


console.log(JSON.stringify({
  areTwo: (Html as unknown) !== ui.Html,
  page: String(await page),
  own: String(own),
  read: await readSignals(request, todo),
  elements: await events(await elementsResponse(<ui.Card title="r" />)),
  signals: await events(signalsResponse(todo)),
  streamed: await events(streamed),
}));
`;

const compilerOptions = {
  target: "ES2023",
  module: "NodeNext",
  jsx: "react-jsx",
  jsxImportSource: "datastar-tsx",
  strict: true,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};

beforeAll(() => {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  const tarball = join(folder, packed.trim().split("\n").at(-1) ?? "");
  for (const name of ["ui", "app"]) {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball], { cwd });
  }
  writeFileSync(join(folder, "ui/index.tsx"), ui);
  writeFileSync(join(folder, "app/app.tsx"), app);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app/app.tsx"] }));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("elements, signals, sets, expressions, URLs and actions of the other copy", () => {
  execFileSync(join(root, "node_modules/.bin/tsc"), { cwd: folder, encoding: "utf8" });
  const made: unknown = JSON.parse(execFileSync(process.execPath, ["app/app.js"], { cwd: folder, encoding: "utf8" }));
  const card = (text: string): string => `<b id="card">${text}</b>`;
  expect(made).toEqual({
    areTwo: true,
    page:
      `<main data-signals="{draft: 'x', count: 2, ui: {open: false}, q: 'y'}" data-text="$count > 1"` +
      ` data-on:click="@post('/save/' + encodeURIComponent($count))">` +
      `<a href="/items/a%20b" data-bind="ui.open"><i>&amp;</i></a>${card("&lt;")}<p id="later">later</p></main>`,
    own:
      '<p data-show="($count > 1) &amp;&amp; !$ui.open"' +
      ` data-on:click="@post('/items/a%20b'); @get('/x/' + encodeURIComponent($count))" data-class="{a: $ui.open}"></p>`,
    read: { draft: "z", count: 3, ui: { open: true } },
    elements: [card("r")],
    signals: ['{"draft":"x","count":2,"ui":{"open":false}}'],
    streamed: [
      "event: datastar-patch-elements",
      `data: elements ${card("a")}`,
      "",
      "event: datastar-patch-elements",
      'data: elements <p id="later">later</p>',
      "",
      "event: datastar-patch-signals",
      'data: signals {"draft":"x","count":2,"ui":{"open":false}}',
      "",
      "event: datastar-patch-signals",
      'data: signals {"draft":"n"}',
    ],
  });
}, 60_000);

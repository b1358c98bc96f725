// What a new user does: install the packed package in an empty folder, and follow the README's first page.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../free-port.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-user-"));

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8" });
const bin = (name: string): string => join(folder, "node_modules", ".bin", name);

/** The code block that follows a text in a page of the manual. */
function blockAfter(text: string, language: string, page = "README.md"): string {
  const manual = readFileSync(join(root, page), "utf8");
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(manual.slice(manual.indexOf(text)))?.[1];
  if (block === undefined) throw new Error(`${page} has no ${language} block after ${text}.`);
  return block;
}

/** A live view, for which neither NATS nor Redis needs to be installed. */
const hub = `
import { createHub, shutdown } from "datastar-tsx/hub";
import { stream } from "datastar-tsx";

const rooms = createHub<\`room:\${number}\`>({ latest: 10 });
const room = rooms.live((id: number) => \`room:\${id}\` as const, (id) => <p id="room">{id}</p>);

export const show = (request: Request): Response => stream(request, (sse) => void room.subscribe(sse, 1), { keepOpen: true });
export { shutdown };
`;

beforeAll(() => {
  const tarball = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .at(-1);
  // The commands of the README, but for the package, which is not published yet.
  run("npm", "init", "--yes", "--silent");
  run("npm", "pkg", "set", "type=module");
  run("npm", "install", "--silent", "--no-audit", "--no-fund", `./${tarball}`);
  run("npm", "install", "--silent", "--no-audit", "--no-fund", "--save-dev", "tsx", "typescript", "@types/node");
  writeFileSync(join(folder, "tsconfig.json"), blockAfter("`tsconfig.json`:", "json"));
  writeFileSync(join(folder, "app.tsx"), blockAfter("`app.tsx`:", "tsx"));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the first page and a hub typecheck, the declarations of the package included", () => {
  writeFileSync(join(folder, "hub.tsx"), hub);
  expect(run(bin("tsc"), "--skipLibCheck", "false", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess")).toBe(
    "",
  );
});

test("the client comes through the program of the package, and is served", async () => {
  const content = "// Datastar v1.0.9\nexport {};\n";
  const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
  // In place of the CDN.
  const mirror = createServer((_request, response) => response.end(content));
  await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
  const { port } = mirror.address() as AddressInfo;
  const fetching = spawn(
    "npx",
    [
      "datastar-tsx",
      "client",
      "--out",
      "public",
      "--from",
      `http://127.0.0.1:${port}/datastar.js`,
      "--integrity",
      integrity,
    ],
    { cwd: folder, stdio: "inherit" },
  );
  expect(await once(fetching, "exit")).toEqual([0, null]);
  mirror.close();
  expect(readFileSync(join(folder, "public", "datastar.js"), "utf8")).toBe(content);
  expect(readFileSync(join(folder, "public", "datastar.js.map"), "utf8")).toBe(content);
});

test("the first page is served, and its action answered", async () => {
  const port = await freePort();
  const server = spawn(bin("tsx"), ["app.tsx"], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(server.stdout, "data");
    const page = await (await fetch(`http://localhost:${port}/`)).text();
    const [, src] = /<script type="module" src="([^"]+)" integrity="sha384-/.exec(page) ?? [];
    const client = await fetch(`http://localhost:${port}${src}`);
    expect([client.headers.get("content-type"), client.headers.get("cache-control")]).toEqual([
      "text/javascript; charset=utf-8",
      "public, max-age=31536000, immutable",
    ]);

    expect(page).toContain(
      '<h1 id="greeting">Hello, stranger!</h1><input placeholder="Your name" data-bind="name" data-on:input__debounce.200ms="@post(\'/greet\')">',
    );

    const answer = await fetch(`http://localhost:${port}/greet`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "<Ada>" }),
    });
    expect(await answer.text()).toBe(
      'event: datastar-patch-elements\ndata: elements <h1 id="greeting">Hello, &lt;Ada>!</h1>\n\n',
    );
  } finally {
    server.kill();
  }
});

// The folder has none of the optional peers.
test.each([
  ["register", "oxc-parser magic-string oxc-transform @jridgewell/remapping"],
  ...["compile", "vite", "rollup", "esbuild", "webpack", "bun"].map((entry) => [entry, "oxc-parser magic-string"]),
])("datastar-tsx/%s prints the one line that installs what is missing", (entry, packages) => {
  const { status, stderr } = spawnSync(process.execPath, ["--import", `datastar-tsx/${entry}`, "app.tsx"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain(
    `datastar-tsx/${entry} needs packages that are not installed:\n\n  npm install --save-dev ${packages}\n`,
  );
});

test("CommonJS requires what needs no other package", () => {
  const names = [
    "",
    "/node",
    "/compression",
    "/hub",
    "/jsx-runtime",
    "/jsx-runtime/compiled",
    "/jsx-dev-runtime",
    "/eslint",
  ];
  writeFileSync(join(folder, "require.cjs"), names.map((name) => `require("datastar-tsx${name}");\n`).join(""));
  expect(run(process.execPath, "require.cjs")).toBe("");
});

test("oxlint takes the config of the package", () => {
  writeFileSync(join(folder, ".oxlintrc.json"), blockAfter("(`.oxlintrc.json`)", "json", "docs/development.md"));
  writeFileSync(join(folder, "mistake.jsx"), 'export const Mistake = () => <p data-shwo="$open" />;\n');
  const { stdout } = spawnSync(join(root, "node_modules", ".bin", "oxlint"), ["mistake.jsx"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toContain("datastar(unknown-plugin): data-shwo: Datastar has no data-shwo; did you mean data-show?");
});

test("entries share their classes", () => {
  writeFileSync(
    join(folder, "classes.mjs"),
    `import * as main from "datastar-tsx";
     import * as runtime from "datastar-tsx/jsx-runtime";
     import * as compiled from "datastar-tsx/jsx-runtime/compiled";
     import * as development from "datastar-tsx/jsx-dev-runtime";
     console.log(main.Html === runtime.Html, main.Html === compiled.Html, development.jsxDEV("p", {}) instanceof main.Html);
     console.log([main.Html, main.Signal, main.Url, main.Expression, main.EncodedFrame, main.RequestError].map(({ name }) => name).join(" "));`,
  );
  expect(run(process.execPath, "classes.mjs")).toBe(
    "true true true\nHtml Signal Url Expression EncodedFrame RequestError\n",
  );
});

test("stack traces lead to the sources, which are in the package", () => {
  writeFileSync(
    join(folder, "trace.mjs"),
    'import { jsx } from "datastar-tsx/jsx-runtime";\ntry { jsx("br", { children: "x" }); } catch (error) { console.log(error.stack); }\n',
  );
  const [source = ""] =
    /[^( ]+datastar-tsx\/src\/html\/element\.ts/.exec(run(process.execPath, "--enable-source-maps", "trace.mjs")) ?? [];
  expect(existsSync(source.replace(/^file:\/\//, ""))).toBe(true);
});

test("React's types live in the same program", () => {
  run("npm", "install", "--silent", "--no-audit", "--no-fund", "--save-dev", "@types/react");
  writeFileSync(
    join(folder, "react.tsx"),
    "/** @jsxImportSource react */\nexport const Button = () => <button onClick={() => 1}>x</button>;\n",
  );
  expect(run(bin("tsc"))).toBe("");
}, 60_000);

test("the package is well formed", () => {
  const lint = (name: string, ...args: string[]): string =>
    execFileSync(join(root, "node_modules", ".bin", name), args, { cwd: root, encoding: "utf8" });
  lint("publint", "--strict");
  lint("attw", "--pack", ".", "--profile", "esm-only", "--format", "ascii");
}, 300_000);

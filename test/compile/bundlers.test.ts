// Real builds with each tool, of a program in a folder where our package is installed; the output runs.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { application, message, page, place, refusal, refusalPlace, refused } from "./application.js";
import { installed } from "./installed.js";

let folder = "";
beforeAll(async () => {
  folder = await installed({ ...application, ...refused, "esbuild-loader.cjs": esbuildLoader });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });

/** What a program prints that fails. */
function printedBy(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });
  expect(status).not.toBe(0);
  return stdout + stderr;
}

const external = "/^datastar-tsx/";

// Each writes its output to out/<tool>.mjs.
const builds: { readonly [tool: string]: string } = {
  vite: `
    import { build } from "vite";
    import datastar from "datastar-tsx/vite";
    await build({
      configFile: false,
      logLevel: "silent",
      plugins: [datastar()],
      build: { ssr: "src/main.tsx", outDir: "out", emptyOutDir: false, sourcemap: true, rolldownOptions: { output: { entryFileNames: "vite.mjs" } } },
    });`,
  rolldown: `
    import { build } from "rolldown";
    import datastar from "datastar-tsx/rolldown";
    await build({ input: "src/main.tsx", external: ${external}, platform: "node", plugins: [datastar()], output: { file: "out/rolldown.mjs", sourcemap: true } });`,
  rollup: `
    import { transformSync } from "esbuild";
    import { rollup } from "rollup";
    import datastar from "datastar-tsx/rollup";
    // Rollup needs plugins for the types, and for the names of files in TypeScript.
    const types = {
      name: "types",
      transform: (code, id) => (/\\.tsx$/.test(id) ? transformSync(code, { loader: "tsx", jsx: "preserve", sourcemap: true, sourcefile: id }) : undefined),
      resolveId(source, importer) {
        return source.startsWith("./") ? this.resolve(source.replace(/\\.js$/, ".tsx"), importer, { skipSelf: true }) : undefined;
      },
    };
    const bundle = await rollup({ input: "src/main.tsx", external: ${external}, plugins: [datastar(), types] });
    await bundle.write({ file: "out/rollup.mjs", sourcemap: true });`,
  esbuild: `
    import { build } from "esbuild";
    import datastar from "datastar-tsx/esbuild";
    await build({ entryPoints: ["src/main.tsx"], bundle: true, packages: "external", platform: "node", format: "esm", plugins: [datastar()], outfile: "out/esbuild.mjs", sourcemap: true });`,
  webpack: `
    import webpack from "webpack";
    import Datastar from "datastar-tsx/webpack";
    const compiler = webpack({
      mode: "production",
      entry: "./src/main.tsx",
      target: "node20",
      devtool: "source-map",
      experiments: { outputModule: true },
      externals: [${external}],
      externalsType: "module",
      output: { path: process.cwd() + "/out", filename: "webpack.mjs", library: { type: "module" }, devtoolModuleFilenameTemplate: "[resource-path]" },
      resolve: { extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
      module: { rules: [{ test: /\\.tsx?$/, loader: process.cwd() + "/esbuild-loader.cjs", options: { jsx: "automatic", jsxDev: true, jsxImportSource: "datastar-tsx" } }] },
      plugins: [new Datastar()],
    });
    compiler.run((error, stats) => {
      if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exitCode = 1; }
    });`,
  rspack: `
    import { rspack } from "@rspack/core";
    import Datastar from "datastar-tsx/rspack";
    const compiler = rspack({
      mode: "production",
      entry: "./src/main.tsx",
      target: "node20",
      devtool: "source-map",
      externals: [${external}],
      externalsType: "module",
      output: { path: process.cwd() + "/out", filename: "rspack.mjs", module: true, library: { type: "module" }, devtoolModuleFilenameTemplate: "[resource-path]" },
      resolve: { extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
      module: { rules: [{ test: /\\.tsx?$/, loader: "builtin:swc-loader", options: { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic", development: true, importSource: "datastar-tsx", throwIfNamespace: false } } } } }] },
      plugins: [new Datastar()],
    });
    compiler.run((error, stats) => {
      if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exitCode = 1; }
    });`,
};

// What esbuild-loader does.
const esbuildLoader = `
  const remapping = require("@jridgewell/remapping");
  const { transformSync } = require("esbuild");
  module.exports = function (source, map) {
    const result = transformSync(source, { ...this.getOptions(), loader: "tsx", sourcemap: true, sourcefile: this.resourcePath });
    this.callback(null, result.code, map ? remapping([result.map, JSON.stringify(map)], () => null) : result.map);
  };`;

describe.each(Object.keys(builds))("%s", (tool) => {
  const output = (): string => join(folder, "out", `${tool}.mjs`);

  test("builds a program that prints the page", () => {
    writeFileSync(join(folder, `build-${tool}.mjs`), builds[tool] ?? "");
    run(`build-${tool}.mjs`);
    expect(run(output())).toContain(page);
  }, 60_000);

  test("has compiled the TSX", () => {
    const code = readFileSync(output(), "utf8");
    expect(code).toContain("datastar-tsx/jsx-runtime/compiled");
    expect(code).not.toMatch(/jsx-(?:dev-)?runtime["']/);
  });

  test("shows where data would become code, and what to write", () => {
    writeFileSync(join(folder, `refused-${tool}.mjs`), builds[tool]?.replace("src/main.tsx", "src/refused.tsx") ?? "");
    const printed = printedBy(`refused-${tool}.mjs`);
    expect(printed).toContain(refusal);
    expect(printed).toMatch(refusalPlace);
  }, 60_000);

  test("maps an error to the line of the child that it is about", () => {
    expect(existsSync(`${output()}.map`)).toBe(true);
    const printed = run("--enable-source-maps", output());
    expect(printed).toContain(message);
    expect(printed).toMatch(place);
  });
});

// Where the runtime renders in development, the source is checked all the same.
describe("in development", () => {
  test("the server of Vite refuses it", () => {
    writeFileSync(
      join(folder, "vite-server.mjs"),
      `
        import { createServer } from "vite";
        import datastar from "datastar-tsx/vite";
        const server = await createServer({ configFile: false, logLevel: "silent", plugins: [datastar()], server: { middlewareMode: true }, appType: "custom" });
        try {
          await server.ssrLoadModule("/src/refused.tsx");
        } catch ({ message, loc, frame, plugin }) {
          console.log(JSON.stringify({ message, loc, frame, plugin }));
        }
        await server.close();`,
    );
    const { message, loc, frame, plugin } = JSON.parse(run("vite-server.mjs")) as { [name: string]: unknown };
    expect(message).toContain(refusal);
    expect(loc).toMatchObject({ line: 2 });
    expect(frame).toContain("data-on:click={`");
    expect(plugin).toBe("datastar-tsx");
  }, 60_000);

  test("the server of Vite reloads the page when a module changes that only the server has", () => {
    writeFileSync(
      join(folder, "vite-reload.mjs"),
      `
        import { writeFileSync } from "node:fs";
        import { createServer } from "vite";
        import datastar from "datastar-tsx/vite";
        writeFileSync("src/both.ts", "export const both = 1;");
        writeFileSync("src/server.tsx", "import { both } from './both.js'; export const page = <p id='a'>{both}</p>;");
        writeFileSync("src/client.ts", "import { both } from './both.js'; console.log(both); import.meta.hot.accept();");
        const server = await createServer({ configFile: false, logLevel: "silent", plugins: [datastar()], server: { middlewareMode: true, ws: false }, appType: "custom" });
        await server.ssrLoadModule("/src/server.tsx");
        for (const file of ["client", "both"]) await server.transformRequest("/src/" + file + ".ts");
        const { hot } = server.environments.client;
        const sent = (name, text) => new Promise((resolve) => {
          hot.send = ({ type }) => resolve(name + ": " + type);
          writeFileSync("src/" + name, text);
        });
        console.log(await sent("client.ts", "import { both } from './both.js'; console.log(-both); import.meta.hot.accept();"));
        console.log(await sent("both.ts", "export const both = 2;"));
        console.log(await sent("server.tsx", "import { both } from './both.js'; export const page = <b id='a'>{both}</b>;"));
        console.log(String((await server.ssrLoadModule("/src/server.tsx")).page));
        await server.close();`,
    );
    expect(run("vite-reload.mjs").trim().split("\n")).toEqual([
      "client.ts: update",
      "both.ts: update",
      "server.tsx: full-reload",
      '<b id="a">2</b>',
    ]);
  }, 60_000);

  test.each(["webpack", "rspack"])(
    "%s builds a program that the development runtime renders",
    (tool) => {
      writeFileSync(
        join(folder, `rendered-${tool}.mjs`),
        builds[tool]?.replace('"production"', '"development"').replace(`${tool}.mjs"`, `${tool}-development.mjs"`) ??
          "",
      );
      run(`rendered-${tool}.mjs`);
      const output = join(folder, "out", `${tool}-development.mjs`);
      expect(readFileSync(output, "utf8")).toContain("datastar-tsx/jsx-dev-runtime");
      const printed = run("--enable-source-maps", output);
      expect(printed).toContain(page);
      expect(printed).toContain(message);
      // The development runtime says where the element begins.
      expect(printed).toMatch(/src[\/\\]list\.tsx:12:\d+/);
    },
    60_000,
  );

  test.each(["webpack", "rspack"])(
    "%s refuses it",
    (tool) => {
      const build = builds[tool]?.replace("src/main.tsx", "src/refused.tsx").replace('"production"', '"development"');
      writeFileSync(join(folder, `development-${tool}.mjs`), build ?? "");
      const printed = printedBy(`development-${tool}.mjs`);
      expect(printed).toContain(refusal);
      expect(printed).toMatch(refusalPlace);
    },
    60_000,
  );
});

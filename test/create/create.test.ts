// `npm create datastar-tsx`, as it is called.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test as base } from "vitest";
import { choices } from "../../create-datastar-tsx/src/choices.js";
import { packageManagerFor } from "../../create-datastar-tsx/src/package-manager.js";
import { type Questions, withQuestions } from "../../create-datastar-tsx/src/questions.js";
import { run } from "../../create-datastar-tsx/src/run.js";

const test = base
  .extend("home", async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "create-datastar-tsx-"));
    onCleanup(() => rm(folder, { recursive: true }));
    return folder;
  })
  .extend("create", ({ home }) => async (args: readonly string[], questions?: Questions, userAgent?: string) => {
    let text = "";
    const print = (line: string): void => void (text += `${line}\n`);
    const code = await run(args, { print, complain: print, userAgent, questions });
    return { code, text: text.replaceAll(home, "HOME").trim() };
  });

test("an app is made, and what to do with it is said", async ({ home, create }) => {
  expect(await create([join(home, "my-app"), "--server", "express"])).toEqual({
    code: 0,
    text: `HOME/my-app is an app with Express on Node.js. To see it at http://localhost:3000/:

  cd HOME/my-app
  npm install
  npm run dev`,
  });
  expect((await readdir(join(home, "my-app"))).toSorted()).toEqual([
    ".gitignore",
    ".oxlintrc.json",
    "README.md",
    "package.json",
    "production.env",
    "src",
    "test",
    "tsconfig.json",
  ]);
});

test.for(choices)("$title: every hole is filled, and every file has one place", async (choice, { home, create }) => {
  const { server, runtime, title } = choice;
  const folder = join(home, "Tea & Co");
  await create([folder, "--server", server, "--runtime", runtime]);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  for (const { parentPath, name } of files)
    expect(await readFile(join(parentPath, name), "utf8")).not.toMatch(/\{\{\w/);
  expect(await readFile(join(folder, "README.md"), "utf8")).toContain(title);
  const manifests = files.map(({ name }) => name).filter((name) => name === "package.json" || name === "deno.json");
  expect(manifests).toEqual([runtime === "deno" ? "deno.json" : "package.json"]);
  const scripts = JSON.parse(await readFile(join(folder, String(manifests[0])), "utf8"));
  expect(Object.keys(scripts.scripts ?? scripts.tasks)).toEqual(
    expect.arrayContaining(["dev", "start", "check", "lint", "test"]),
  );
});

test("the package has the name of the folder, as npm takes it", async ({ home, create }) => {
  await create([join(home, "Tea & Co!")]);
  expect(JSON.parse(await readFile(join(home, "Tea & Co!", "package.json"), "utf8"))).toMatchObject({ name: "tea-co" });
});

test("a folder that is in use is left alone", async ({ home, create }) => {
  for (const name of ["a", "b", "c", "d"]) await writeFile(join(home, name), "");
  expect(await create([home])).toEqual({
    code: 2,
    text: "HOME is not empty: a, b, c, …. Nothing was written; name another folder.",
  });
  expect(await readdir(home)).toHaveLength(4);
  expect(await create([join(home, "a")])).toEqual({ code: 2, text: "HOME/a is a file." });
});

test("a repository that was just made is no folder in use", async ({ home, create }) => {
  await mkdir(join(home, ".git"));
  expect((await create([home])).code).toBe(0);
});

test.for([
  [["x", "--server", "koa"], 'There is no server "koa": --server takes hono, express or fastify.'],
  [["x", "--runtime", "node22"], 'There is no runtime "node22": --runtime takes node, bun, deno or workers.'],
  [
    ["x", "--server", "express", "--runtime", "bun"],
    "There is no app for express on bun: express is for node, bun runs hono.",
  ],
  [
    ["x", "--runtime", "node", "--server", "toString"],
    'There is no server "toString": --server takes hono, express or fastify.',
  ],
  [["x", "y"], "One folder is made, not 2: x y."],
  [[], "Say which folder to make: npm create datastar-tsx my-app"],
] as const)("%j is refused, with what there is", async ([args, message], { create }) => {
  expect(await create(args)).toEqual({ code: 2, text: message });
});

test("an unknown option is refused, with the help", async ({ create }) => {
  const { code, text } = await create(["x", "--template", "vue"]);
  expect(code).toBe(2);
  expect(text).toMatch(/^Unknown option '--template'/);
  expect(text).toContain("Usage: npm create datastar-tsx [folder] -- [options]");
});

test("the help lists what can be chosen", async ({ create }) => {
  const { code, text } = await create(["--help"]);
  expect(code).toBe(0);
  for (const { title, server, runtime } of choices) {
    expect(text).toMatch(new RegExp(`${title} +--server ${server} --runtime ${runtime}`));
  }
});

test("what is not said is asked for", async ({ home, create }) => {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  // Whoever answers waits for the question.
  const answers = new Map([
    ["Folder (my-app): ", join(home, "asked")],
    ["Number (1): ", "9"],
    ["A number from 1 to 4: ", "2"],
  ]);
  output.on("data", (text) => {
    shown += String(text);
    for (const [question, answer] of answers) if (shown.endsWith(question)) input.write(`${answer}\n`);
  });
  const { text } = await withQuestions({ input, output }, (questions) => create(["--server", "hono"], questions));
  expect(text).toContain("HOME/asked is an app with Hono on Bun.");
  expect(shown).toContain("  4  Hono on Cloudflare Workers\n");
});

test("who leaves has made nothing", async ({ create }) => {
  const input = new PassThrough();
  const asking = withQuestions({ input, output: new PassThrough() }, (questions) => create([], questions));
  input.end();
  await expect(asking).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
});

test.for([
  ["npm/11.0.0 node/v22.0.0 linux x64 workspaces/false", "node", "npm install"],
  ["pnpm/10.1.0 npm/? node/v22.0.0 linux x64", "node", "pnpm install"],
  ["yarn/4.5.0 npm/? node/v22.0.0 linux x64", "workers", "yarn install"],
  ["bun/1.4.5 npm/? node/v22.0.0 linux x64", "node", "bun install"],
  ["npm/11.0.0 node/v22.0.0 linux x64", "bun", "bun install"],
  ["npm/11.0.0 node/v22.0.0 linux x64", "deno", "deno install"],
  ["deno/2.9.5 npm/? deno/2.9.5 linux x64", "node", "npm install"],
  [undefined, "node", "npm install"],
] as const)("%s, for an app on %s: %s", ([userAgent, runtime, install]) => {
  expect(packageManagerFor({ runtime }, userAgent).install).toBe(install);
});

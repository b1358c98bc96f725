// `npx datastar-tsx client`, as it is called, with a server of the test's own in place of the CDN.
import { createHash } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "vitest";
import { run } from "../../src/cli/run.js";

const content = "// Datastar v1.0.9\nexport {};\n";
const hash = (text: string): string => `sha384-${createHash("sha384").update(text).digest("base64")}`;

const test = base
  .extend("folder", async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-cli-"));
    onCleanup(() => rm(folder, { recursive: true }));
    return folder;
  })
  .extend("files", async ({}): Promise<Record<string, string>> => ({}))
  .extend("url", async ({ files }, { onCleanup }) => {
    const server = createServer((request, response) => {
      if (request.url === "/slow.js") return;
      const file = files[request.url ?? ""];
      response.writeHead(file === undefined ? 404 : 200).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onCleanup(() => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections())));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  })
  .extend("cli", ({ folder }) => async (...args: string[]) => {
    const printed: string[] = [];
    const complained: string[] = [];
    const asked: string[] = [];
    const code = await run(args, {
      fetch: (url, init) => (asked.push(url), fetch(url, init)),
      print: (line) => printed.push(line),
      complain: (line) => complained.push(line),
    });
    const clean = (lines: string[]): string => lines.join("\n").replaceAll(folder, "FOLDER");
    return { code, printed: clean(printed), complained: clean(complained), asked };
  });

test("fetches the file, checks its hash, and takes its source map", async ({ cli, files, folder, url }) => {
  files["/datastar.js"] = content;
  files["/datastar.js.map"] = "{}";
  const out = join(folder, "a", "public");
  const args = [
    "client",
    "--out",
    out,
    "--version",
    "v1.0.9",
    "--from",
    `${url}/datastar.js`,
    "--integrity",
    hash(content),
  ];
  expect(await cli(...args)).toMatchObject({
    code: 0,
    printed: `FOLDER/a/public/datastar.js: the Datastar client 1.0.9, 30 bytes, ${hash(content)}`,
    complained: "",
  });
  expect((await readdir(out)).toSorted()).toEqual(["datastar.js", "datastar.js.map"]);
  expect(await readFile(join(out, "datastar.js"), "utf8")).toBe(content);

  delete files["/datastar.js"];
  expect(await cli(...args)).toMatchObject({
    code: 0,
    printed: "FOLDER/a/public/datastar.js is the Datastar client 1.0.9 already.",
    asked: [],
  });
});

test("says so when there is no source map", async ({ cli, files, folder, url }) => {
  files["/datastar.js"] = content;
  const { code, printed } = await cli(
    "client",
    "--out",
    folder,
    "--from",
    `${url}/datastar.js`,
    "--integrity",
    hash(content),
  );
  expect([code, printed.split("\n").at(-1)]).toEqual([0, "There is no source map beside it."]);
  expect(await readdir(folder)).toEqual(["datastar.js"]);
});

test("takes a file that one has", async ({ cli, folder }) => {
  const own = join(folder, "mine.js");
  await writeFile(own, content);
  const { code } = await cli("client", "--out", folder, "--from", own, "--integrity", hash(content));
  expect([code, await readFile(join(folder, "datastar.js"), "utf8")]).toEqual([0, content]);
});

test("refuses a file of another hash, and leaves what is there", async ({ cli, files, folder, url }) => {
  await writeFile(join(folder, "datastar.js"), "old");
  files["/datastar.js"] = content;
  const { code, complained } = await cli("client", "--out", folder, "--from", `${url}/datastar.js`);
  expect(code).toBe(1);
  expect(complained.replace(url, "URL")).toBe(
    "URL/datastar.js is not datastar.js 1.0.4, but another file: nothing was written.\n" +
      "  expected sha384-twbOvafhSBQ0rJDNPzJdUw6DRvthVgAVfSIG1BQVmCiNO7Qh2zeVn7T5qstgjJ9q\n" +
      `  got      ${hash(content)}`,
  );
  expect(await readFile(join(folder, "datastar.js"), "utf8")).toBe("old");
});

test.for([
  ["a missing file", ["--from", "/nowhere/datastar.js"], "/nowhere/datastar.js cannot be had: ENOENT"],
  [
    "no network",
    ["--from", "http://127.0.0.1:1/datastar.js"],
    "http://127.0.0.1:1/datastar.js cannot be had: fetch failed",
  ],
  ["an answer that is none", ["--from", "URL/none.js"], "URL/none.js cannot be had: the server answers 404."],
  [
    "no answer",
    ["--from", "URL/slow.js", "--timeout", "0.1"],
    "URL/slow.js cannot be had: The operation was aborted due to timeout.",
  ],
] as const)("%s: says what to do where there is no network", async ([, args, says], { cli, folder, url }) => {
  const { code, complained } = await cli("client", "--out", folder, ...args.map((arg) => arg.replace("URL", url)));
  expect(code).toBe(1);
  expect(complained.replaceAll(url, "URL")).toContain(says);
  expect(complained).toContain(
    "Where there is no network, fetch\n  https://cdn.jsdelivr.net/gh/starfederation/datastar@v1.0.4/bundles/datastar.js\n" +
      "somewhere else, and bring it here:\n  npx datastar-tsx client --version 1.0.4 --out FOLDER --from path/to/datastar.js",
  );
});

test.for([
  [["--rocket"], "datastar@v1.0.4/bundles/datastar-rocket.js"],
  [["--alias", "star", "--version", "1.0.2"], "datastar@v1.0.2/bundles/datastar-aliased.js"],
] as const)("%j: the file of that client", async ([flags, path], { cli, files, folder, url }) => {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const absent = await cli("client", "--out", folder, "--from", `${url}/${file}`, ...flags);
  expect(absent.complained).toContain(path);
  expect(absent.complained).toContain(`${flags.slice(0, flags[0] === "--rocket" ? 1 : 2).join(" ")} --out FOLDER`);

  files[`/${file}`] = content;
  const args = ["--integrity", hash(content), ...flags];
  const { code } = await cli("client", "--out", folder, "--from", `${url}/${file}`, ...args);
  expect([code, await readdir(folder)]).toEqual([0, [file]]);
});

test("asks the CDN by default", async ({ folder }) => {
  const asked: string[] = [];
  await run(["client", "--out", folder, "--version", "1.0.2"], {
    fetch: async (url) => (asked.push(url), new Response(null, { status: 503 })),
    print: () => {},
    complain: () => {},
  });
  expect(asked).toEqual(["https://cdn.jsdelivr.net/gh/starfederation/datastar@v1.0.2/bundles/datastar.js"]);
});

test("a folder that cannot be written", async ({ cli, files, folder, url }) => {
  files["/datastar.js"] = content;
  const taken = join(folder, "file");
  await writeFile(taken, "a file where the folder should be");
  const args = ["client", "--from", `${url}/datastar.js`, "--integrity", hash(content)];
  const { code, complained } = await cli(...args, "--out", taken);
  expect([code, complained]).toEqual([
    1,
    expect.stringMatching(/^FOLDER\/file\/datastar\.js cannot be written: E.*--out names another folder\.$/),
  ]);
  await chmod(folder, 0o500);
  // Who is root may write everywhere.
  if (process.getuid?.() !== 0)
    expect((await cli(...args, "--out", join(folder, "new"))).complained).toContain("EACCES");
  await chmod(folder, 0o700);
});

test.for([
  [
    "a version whose hash is not known",
    ["client", "--version", "1.0.3"],
    "The hash of datastar.js 1.0.3 is not known; known are 1.0.0, 1.0.1, 1.0.2, 1.0.4.",
  ],
  [
    "a version that has no Rocket",
    ["client", "--version", "1.0.2", "--rocket"],
    "The hash of datastar-rocket.js 1.0.2 is not known; known are 1.0.4.",
  ],
  [
    "a client that is not published",
    ["client", "--rocket", "--alias", "star"],
    "The hash of datastar-rocket-aliased.js 1.0.4 is not known; known are none.",
  ],
  [
    "an alias that is not published",
    ["client", "--alias", "ds"],
    '--alias takes "star", the one that is published, not "ds".',
  ],
  ["an option that does not exist", ["client", "--ouput", "x"], "Unknown option '--ouput'"],
  ["an argument too many", ["client", "public"], "Unexpected argument 'public'"],
  [
    "a hash that is none",
    ["client", "--integrity", "abc"],
    '--integrity takes "sha384-" and 64 characters of Base64, not "abc".',
  ],
  [
    "a time that is none",
    ["client", "--timeout", "soon"],
    '--timeout takes a number of seconds up to 3600, not "soon".',
  ],
  ["a command that does not exist", ["cleint"], 'There is no command "cleint"; did you mean client?'],
  ["no command", [], "Usage: npx datastar-tsx <command>"],
] as const)("%s: exit code 2", async ([, args, says], { cli }) => {
  const { code, complained, asked } = await cli(...args);
  expect([code, complained, asked]).toEqual([2, expect.stringContaining(says), []]);
});

test("help", async ({ cli }) => {
  expect(await cli("--help")).toMatchObject({
    code: 0,
    printed: expect.stringContaining("client  puts the Datastar client"),
  });
  expect(await cli("client", "--help")).toMatchObject({ code: 0, printed: expect.stringContaining("--out <folder>") });
});

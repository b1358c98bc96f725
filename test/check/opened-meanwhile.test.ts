import { rmSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { connect, type Message } from "../../src/check/editor/json-rpc.js";
import { serveEditor } from "../../src/check/editor/language-server.js";
import { deferred } from "../support/deferred.js";
import { makeProject } from "./make-project.js";

const page = `import { signals } from "datastar-tsx";
export const counter = signals({ count: 0 });
export const page = <p data-text="$cuont" />;
`;

test("a file of another project that is opened while the first one is being opened is checked", async () => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const elsewhere = makeProject({ "page.tsx": page });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const published = deferred<unknown>();
  const editor = connect(output, input, ({ method, params }: Message) => {
    if (method === "textDocument/publishDiagnostics") published.resolve(params);
  });
  const served = serveEditor(input, output);
  editor.send({ id: 1, method: "initialize", params: { rootUri: pathToFileURL(project).href, capabilities: {} } });
  editor.send({ method: "initialized", params: {} });
  // The server begins to open the project, which takes many turns.
  await setImmediate();
  await setImmediate();
  const uri = pathToFileURL(join(elsewhere, "page.tsx")).href;
  editor.send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "typescriptreact", version: 1, text: page } },
  });
  expect(await published.promise).toMatchObject({
    uri,
    diagnostics: [{ message: expect.stringContaining("No signal $cuont") }],
  });
  input.destroy();
  await served;
  for (const folder of [project, elsewhere]) rmSync(folder, { recursive: true });
});

// What is ours is checked by whatever name, and through modules of the app.
import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { makeProject } from "./make-project.js";

const project = makeProject({
  "lib.ts": 'export { js, signals } from "datastar-tsx";\n',
  "alias.tsx":
    'import { js as expression } from "datastar-tsx";\nexport const a = <p data-text={expression`alias.x`} />;\n',
  "all.tsx": 'import * as datastar from "datastar-tsx";\nexport const a = <p data-text={datastar.js`all.x`} />;\n',
  "again.tsx": 'import { js as code } from "./lib.js";\nexport const a = <p data-text={code`again.x`} />;\n',
  "library.tsx": 'import * as lib from "./lib.js";\nexport const a = <p data-text={lib.js`library.x`} />;\n',
});

afterAll(() => rmSync(project, { recursive: true }));

test("by an alias, in a namespace, and through a module of the app", async () => {
  const checker = await openProject(project);
  expect(checker.check().map(({ message }) => message.replace(/:.*/s, ""))).toEqual(
    ["again", "alias", "all", "library"].map((name) => expect.stringContaining(`'${name}'`)),
  );
  checker.close();
});

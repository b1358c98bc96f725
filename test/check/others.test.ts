// What is found again after a change.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { makeProject } from "./make-project.js";

const state = (count: string) => `import { signals } from "datastar-tsx";
export const counter = signals({ count: ${count} });
export const page = <p data-text="$count.toString()" />;
`;

test("the file that has changed is checked at once, and the others when somebody asks for the next", async () => {
  const project = makeProject({
    "state.tsx": state("0"),
    "other.tsx": 'export const other = <p data-text="$count.toFixed(2)" />;\n',
  });
  const checker = await openProject(project);
  const messages = (findings: ReturnType<typeof checker.check> | undefined) => findings?.map(({ message }) => message);
  expect(messages(checker.check())).toEqual([]);
  expect(checker.checkNext()).toBe(undefined);

  const file = join(project, "state.tsx");
  expect(messages(checker.check(new Map([[file, state('""').replace("toString", "toStrin")]])))).toEqual([
    "Property 'toStrin' does not exist on type 'string'. Did you mean 'toString'?",
  ]);
  checker.check(new Map([[file, state('""')]]));
  let last: readonly string[] | undefined;
  for (let found = checker.checkNext(); found !== undefined; found = checker.checkNext()) last = messages(found);
  expect(last).toEqual(["Property 'toFixed' does not exist on type 'string'. Did you mean 'fixed'?"]);

  checker.check(new Map([[file, state("0")]]));
  for (let found = checker.checkNext(); found !== undefined; found = checker.checkNext()) last = messages(found);
  expect(last).toEqual([]);
  checker.close();
  rmSync(project, { recursive: true });
});

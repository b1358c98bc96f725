import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { compilerOptions, makeProject } from "./make-project.js";

test("without strictNullChecks, what a type does not say may be missing: nothing is said of conditions", async () => {
  const { exactOptionalPropertyTypes: _, ...options } = compilerOptions;
  const project = makeProject({
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...options, strict: false } }),
    "page.tsx": `import { js, signals } from "datastar-tsx";
const s = signals({ name: "" });
export const page = (
  <main data-signals={s}>
    <p data-show={js\`!!\${s.name} && \${s.name}.match(/a/)\`} data-class={{ a: js\`\${s.name}.match(/b/)\` }} />
    <p data-show="$nam" />
  </main>
);
`,
  });
  const checker = await openProject(project);
  expect(checker.check().map(({ message }) => message)).toEqual(["No signal $nam is declared. Did you mean $name?"]);
  checker.close();
  rmSync(project, { recursive: true });
});

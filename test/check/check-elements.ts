// Checks elements as the attributes of a project's pages have them.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openProject } from "../../src/check/check.js";

/** The signals and values that the elements can name. */
export const preamble = `import { action, del, Expression, get, js, list, patch, peek, post, put, record, setAll, signals, toggleAll, url } from "datastar-tsx";

export const cart = signals({
  total: 0,
  name: "",
  open: false,
  tab: "all",
  selected: null,
  items: list<{ id: number; title: string; done: boolean }>(),
  byId: record<{ title: string }>(),
  user: { email: "", age: 30 },
});
export const beacon = action<[url: string, data?: { at: number }], void>("beacon");
const secret = "of the server";
declare const todo: { id: number; title: string; done: boolean; note?: string };
`;

export interface Found {
  /** What is wrong, as it is written. */
  readonly culprit: string;
  readonly message: string;
}

const folder = fileURLToPath(new URL("out", import.meta.url));

/** Checks elements, each in a module of its own; gives what is found in each. */
export async function checkElements(name: string, elements: readonly string[]): Promise<readonly (readonly Found[])[]> {
  const project = join(folder, name);
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  const options = { extends: "../../../../tsconfig.json", compilerOptions: { lib: ["es2023"], noUnusedLocals: false } };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ ...options, include: ["."], exclude: [] }));
  // The signals are those of one module.
  const start = preamble.replace(/export const cart[^]*?\n\}\);\n/, 'import { cart } from "./signals.js";\n');
  writeFileSync(join(project, "signals.ts"), preamble);
  const files = elements.map((element, i) => {
    const code = `${start}\nexport const page = (<main>${element}</main>);\nvoid [secret, todo, beacon, cart];\n`;
    writeFileSync(join(project, `element${i}.tsx`), code);
    return code;
  });
  const checker = await openProject(project);
  const findings = checker.check();
  checker.close();
  return files.map((code, i) =>
    findings
      .filter(({ file }) => file.endsWith(`/element${i}.tsx`))
      .map(({ start, end, message }) => ({ culprit: code.slice(start, end), message })),
  );
}

// Checks elements as the attributes of a project's pages have them.
import { rmSync } from "node:fs";
import { openProject } from "../../src/check/check.js";
import { makeProject } from "./make-project.js";

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
export const chosen = signals({ item: null as { id: number; title: string; done: boolean } | null });
export const view = signals({ which: "all" as "all" | "open" });
export const order = signals({
  phase: { kind: "open" } as { kind: "open" } | { kind: "sent"; at: number },
  pair: [0, 0] as [number, number],
  wish: { title: "" } as { title: string; due?: string },
});
export const todoLists = [cart];
export const beacon = action<[url: string, data?: { at: number }], void>("beacon");
const secret = "of the server";
const started = { visits: 1, sort: { by: "name" } };
const shared = { "data-show": "$open" };
const onEnter = "evt.key === 'Enter' && ($open = true)";
declare const todo: { id: number; title: string; done: boolean; note?: string };
`;

export interface Found {
  /** What is wrong, as it is written. */
  readonly culprit: string;
  readonly message: string;
}

export const versions = ["5.9", "6.0", "7"] as const;

/** Checks elements, and gives what is found in each. */
export async function checkElements(
  elements: readonly string[],
  version: (typeof versions)[number],
): Promise<readonly (readonly Found[])[]> {
  // Each has a line to itself.
  const code = preamble + elements.map((element, i) => `export const page${i} = <main>${element}</main>;`).join("\n");
  const project = makeProject({ "pages.tsx": code }, version);
  const checker = await openProject(project);
  const findings = checker.check();
  checker.close();
  rmSync(project, { recursive: true });
  const first = preamble.split("\n").length;
  return elements.map((_, i) =>
    findings
      .filter(({ line }) => line === first + i)
      .map(({ start, end, message }) => ({ culprit: code.slice(start, end), message })),
  );
}

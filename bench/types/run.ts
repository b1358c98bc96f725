// How long tsc takes for a program of 1,000 components, by the types of each toolkit: npm run bench:types
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../median.js";
import { type CheckFigures, measureCheck } from "./check.js";
import { expressionProgram, program, state } from "./program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside the package, so that the programs find the toolkits.
const folder = join(root, "bench", "out", "types");
const toolkits = ["datastar-tsx", "@kitajs/html", "hono/jsx", "none"] as const;
const components = 1000;
const runs = 9;

type Toolkit = (typeof toolkits)[number];

interface Measurement {
  /** Seconds that tsc says it checked, and took in all. */
  readonly check: number;
  readonly total: number;
  /** Megabytes. */
  readonly memory: number;
}

function prepare(toolkit: Toolkit): string {
  // Without a toolkit: what tsc needs for itself and its libraries.
  const files = toolkit === "none" ? new Map([["empty.ts", "export {};\n"]]) : program(components);
  return write(toolkit.replace(/\W/g, "-"), files, toolkit === "none" ? {} : { jsxImportSource: toolkit });
}

function write(
  name: string,
  files: ReadonlyMap<string, string>,
  options: { readonly jsxImportSource?: string },
): string {
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  for (const [name, code] of files) writeFileSync(join(project, name), code);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
    jsx: "react-jsx",
    ...options,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts*"] }));
  return project;
}

function measure(project: string): Measurement {
  const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", project, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  if (tsc.status !== 0) throw new Error(`tsc refuses ${project}:\n${tsc.stdout.slice(0, 2000)}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(tsc.stdout)?.[1]);
  return { check: figure("Check time"), total: figure("Total time"), memory: figure("Memory used") / 1024 };
}

rmSync(folder, { recursive: true, force: true });
const projects = new Map(toolkits.map((toolkit) => [toolkit, prepare(toolkit)]));
const measurements = new Map<Toolkit, Measurement[]>(toolkits.map((toolkit) => [toolkit, []]));
// Alternating, so that what else the machine does meets all of them; the first round warms the disk up.
for (let run = 0; run <= runs; run++) {
  for (const [toolkit, project] of projects) {
    const measurement = measure(project);
    if (run > 0) measurements.get(toolkit)?.push(measurement);
  }
}
const us = { jsxImportSource: "datastar-tsx" };
const checked = [
  ["those components, 50 in a file", program(components)],
  ["as many of six expressions and little else, one in a file", expressionProgram(components)],
] as const;
const figures: (CheckFigures & { readonly name: string })[] = [];
for (const [i, [name, files]] of checked.entries()) {
  const project = write(`checked-${i}`, new Map([...files, ["state.ts", state]]), us);
  figures.push({ name, ...(await measureCheck(project, runs)) });
}
rmSync(folder, { recursive: true });

const medians = toolkits.map((toolkit) => {
  const all = measurements.get(toolkit) ?? [];
  const of = (figure: keyof Measurement): number => median(all.map((measurement) => measurement[figure]));
  return { toolkit, check: of("check"), total: of("total"), memory: of("memory") };
});
const fastest = Math.min(...medians.filter(({ toolkit }) => toolkit !== "none").map(({ total }) => total));
console.log(`tsc, ${components} components, medians of ${runs} runs\n`);
console.log("| types of | check | total | ratio of total | memory |\n| --- | --- | --- | --- | --- |");
for (const { toolkit, check, total, memory } of medians) {
  console.log(
    `| ${toolkit} | ${check.toFixed(3)} s | ${total.toFixed(3)} s | ${(total / fastest).toFixed(2)} | ${memory.toFixed(0)} MB |`,
  );
}
console.log(`
datastar-tsx check, medians of ${runs} runs with Node.js ${process.versions.node}

| program | tsc | check | ratio | after an edit |
| --- | --- | --- | --- | --- |`);
for (const { name, tsc, check, edit } of figures) {
  console.log(
    `| ${name} | ${tsc.toFixed(2)} s | ${check.toFixed(2)} s | ${(check / tsc).toFixed(2)} | ${(edit * 1000).toFixed(0)} ms |`,
  );
}

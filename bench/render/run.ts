// How long TSX and its alternatives take to render: npm run bench:render [-- --only <part of a workload's name>]
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median } from "../median.js";
import { baseline, contenders } from "./contenders.js";
import { out, prepare } from "./prepare.js";
import { growth, workloads } from "./workloads.js";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const coldRuns = 9;
// How well the engine optimises a program differs from one process to the next, now and then by half.
const processes = 3;

function run(program: string, args: readonly string[] = [], flags: readonly string[] = []): unknown {
  const output = execFileSync(process.execPath, [...flags, join(out, program), ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output);
}

await prepare();
type Time = readonly [workload: string, contender: string, microseconds: number];
const runs = ["false", "true"].map((areTracked) =>
  Array.from({ length: processes }, () => run("times.mjs", [values.only, areTracked]) as readonly Time[]),
);

/** How long a contender takes for a workload in each process that measures it, and the baseline in the same. */
function timesOf(workload: string, contender: string): readonly { readonly time: number; readonly base: number }[] {
  const present = runs.find(([times]) => times?.some(([w, c]) => w === workload && c === contender)) ?? [];
  return present.flatMap((times) => {
    const timeOf = (name: string): number | undefined => times.find(([w, c]) => w === workload && c === name)?.[2];
    const [time, base] = [timeOf(contender), timeOf(baseline)];
    return time === undefined || base === undefined ? [] : [{ time, base }];
  });
}

const shown = workloads.filter(({ name }) => name.includes(values.only));
const columns: [title: string, cells: readonly string[]][] = shown.map(({ name }) => {
  const cells = contenders.map((contender) => {
    const times = timesOf(name, contender.name);
    if (times.length === 0) return "–";
    if (contender.name === baseline) return `1 (${median(times.map(({ time }) => time)).toPrecision(3)} µs)`;
    return median(times.map(({ time, base }) => time / base)).toFixed(2);
  });
  return [name, cells];
});

if (values.only === "") {
  const allocations = run(
    "allocations.mjs",
    [],
    ["--expose-gc", "--min-semi-space-size=512", "--max-semi-space-size=512"],
  ) as readonly [string, number][];
  columns.push([
    "allocated",
    contenders.map(
      ({ name }) => `${((allocations.find(([contender]) => contender === name)?.[1] ?? NaN) / 1024).toFixed(0)} KB`,
    ),
  ]);
  const figures = contenders.map((): number[] => []);
  for (let round = 0; round < coldRuns; round++)
    for (const [i, { name }] of contenders.entries()) figures[i]?.push(run("cold.mjs", [name]) as number);
  columns.push(["first page", figures.map((all) => `${median(all).toFixed(1)} ms`)]);
}

console.log(
  `Time relative to hand-written template literals, Node ${process.versions.node}; allocations and first render: page of 100 rows\n`,
);
console.log(`| | ${columns.map(([title]) => title).join(" | ")} |\n| --- |${" ---: |".repeat(columns.length)}`);
for (const [i, { name }] of contenders.entries())
  console.log(`| ${name} | ${columns.map(([, cells]) => cells[i]).join(" | ")} |`);

if (growth.every(([workload]) => workload.includes(values.only))) {
  console.log(
    `\nNanoseconds that a row takes\n\n| | ${growth.map(([workload]) => workload).join(" | ")} |\n| --- |${" ---: |".repeat(growth.length)}`,
  );
  for (const { name } of contenders) {
    const cells = growth.map(([workload, rows]) =>
      ((median(timesOf(workload, name).map(({ time }) => time)) / rows) * 1000).toFixed(0),
    );
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
}

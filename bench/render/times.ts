// How long the renderers take for each workload: alternating, in one process, medians. Prints JSON: [workload,
// contender, microseconds]. Arguments: a part of the names of the workloads, and whether to measure those that track
// promises.
import { median } from "../median.js";
import { baseline } from "./contenders.js";
import { meaning } from "./meaning.js";
import { type Subject, subjects } from "./subjects.js";

const rounds = 15;
const warmUp = 150;
/** Milliseconds that one measurement takes at least. */
const atLeast = 12;

const areTracked = process.argv[3] === "true";
const all = await subjects(
  process.argv[2],
  ({ name, tracksPromises = false }) => name === baseline || tracksPromises === areTracked,
);

for (const { workload, contender, markup } of all) {
  const expected = all.find((subject) => subject.workload === workload && subject.contender.name === baseline);
  const [found, wanted] = [meaning(await markup()), meaning((await expected?.markup()) ?? "")];
  if (found !== wanted) {
    const at = [...found].findIndex((character, i) => character !== wanted[i]);
    throw new Error(
      `${workload.name}: ${contender.name} renders something else:\n…${found.slice(Math.max(0, at - 80), at + 80)}…\n…${wanted.slice(Math.max(0, at - 80), at + 80)}…`,
    );
  }
}

/** Milliseconds that some renderings take, up to the bytes that a server would send. */
async function time({ workload, markup }: Subject, count: number): Promise<number> {
  let bytes = 0;
  const start = performance.now();
  if (workload.isAsync) for (let i = 0; i < count; i++) bytes += Buffer.from(await markup()).length;
  else for (let i = 0; i < count; i++) bytes += Buffer.from(markup() as string).length;
  const elapsed = performance.now() - start;
  if (bytes === 0) throw new Error(`${workload.name} rendered nothing.`);
  return elapsed;
}

/** Warms a subject up, and finds how many renderings make a measurement. */
async function calibrate(subject: Subject): Promise<number> {
  const start = performance.now();
  let count = 1;
  let fastest = Infinity;
  while (performance.now() - start < warmUp) {
    const elapsed = await time(subject, count);
    fastest = Math.min(fastest, elapsed / count);
    if (elapsed < atLeast) count *= 2;
  }
  return Math.max(1, Math.ceil(atLeast / fastest));
}

const counts: number[] = [];
// Twice, so that nobody is measured with what the engine learned from his own workload alone.
for (let pass = 0; pass < 2; pass++) for (const [i, subject] of all.entries()) counts[i] = await calibrate(subject);

const figures = all.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [i, subject] of all.entries()) {
    const count = counts[i] ?? 1;
    figures[i]?.push(((await time(subject, count)) / count) * 1000);
  }
}
console.log(
  JSON.stringify(all.map(({ workload, contender }, i) => [workload.name, contender.name, median(figures[i] ?? [])])),
);

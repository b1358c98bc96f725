import { openProject } from "../../../src/check/check.js";
const t = performance.now();
const p = await openProject(process.argv[2]!);
const found = p.check();
for (const f of found) console.log(`${f.file.split("/").at(-1)}(${f.line},${f.column}): TS${f.code}: ${f.message}`);
console.log(performance.now() - t, found.length);
p.close();

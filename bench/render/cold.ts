// How long a fresh process takes from the import of a program, its toolkit included, to its first page. Prints
// milliseconds.
import { contenders, modulePath } from "./contenders.js";
import { users } from "./workloads/page/data.js";

const contender = contenders.find(({ name }) => name === process.argv[2]);
if (contender === undefined) throw new Error(`Nobody is called ${process.argv[2]}.`);
const data = users(100);
const start = performance.now();
const { markup } = (await import(new URL(modulePath(contender, "page"), import.meta.url).href)) as {
  markup: (data: unknown) => string;
};
Buffer.from(markup(data));
console.log(performance.now() - start);

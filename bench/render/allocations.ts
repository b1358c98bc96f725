// What the renderers leave to the garbage collector for one page. Runs with --expose-gc and room for all of it in the
// young generation, so that nothing is collected meanwhile. Prints JSON: [contender, bytes].
import { getHeapStatistics } from "node:v8";
import { median } from "../median.js";
import { subjects } from "./subjects.js";
import { page } from "./workloads.js";

const used = (): number => getHeapStatistics().used_heap_size;
const all = await subjects(page);

const figures = all.map(({ contender, markup }) => {
  const render = (count: number): void => {
    for (let i = 0; i < count; i++) Buffer.from(markup() as string);
  };
  render(2000);
  const bytes = Array.from({ length: 5 }, () => {
    globalThis.gc?.();
    const before = used();
    render(50);
    return (used() - before) / 50;
  });
  return [contender.name, median(bytes)];
});
console.log(JSON.stringify(figures));

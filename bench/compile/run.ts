import { transformSync } from "esbuild";
// How long the compiler takes for a program of 1,000 files: npm run bench:compile
import { parseSync } from "oxc-parser";
import { compile } from "../../src/compile/index.js";
import { median } from "../median.js";

const files = 1000;
const runs = 9;

/** A module with two components, of the size that modules have. */
const source = (i: number): string => `import { get, js, post, signals, url, type Child } from "datastar-tsx";
import { Layout } from "./layout.js";

export interface Item${i} {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
}

const state = signals({ draft: "", filter: "all", open: { menu: false } });

const Row = ({ item }: { item: Item${i} }) => (
  <li id={\`item-\${item.id}\`} class={{ done: item.done }} data-show={js\`\${state.filter} === "all" || \${state.filter} === \${item.done}\`}>
    <input type="checkbox" checked={item.done} data-on:change={post(url\`/items/\${item.id}/toggle\`)} />
    <a href={\`/items/\${item.id}\`} title={item.title}>{item.title}</a>
    {item.done ? <b>done</b> : <button type="button" data-on:click={post(url\`/items/\${item.id}\`)}>Finish</button>}
  </li>
);

export const Page${i} = ({ items, children }: { items: readonly Item${i}[]; children: Child }) => (
  <Layout title="Page ${i}">
    <main id="page-${i}" data-signals={state} data-init={get("/feed/${i}")}>
      <h1>
        {items.length} items &amp; more
      </h1>
      <nav>
        <a href="/">Home</a>
        <a href="/items" class="current">Items</a>
        <a href="/about">About</a>
      </nav>
      <form data-on:submit={post("/items")}>
        <input placeholder="What is to be done?" data-bind={state.draft} />
        <button data-attr:disabled={js\`\${state.draft} === ""\`}>Add</button>
      </form>
      <ul>
        {items.map((item) => (
          <Row item={item} />
        ))}
      </ul>
      {items.length > 10 && <p class="hint">That is a lot.</p>}
      {children}
    </main>
  </Layout>
);
`;

const sources = Array.from({ length: files }, (_, i) => source(i));
const lines = sources[0]?.split("\n").length ?? 0;

const tasks: { readonly [name: string]: (code: string, filename: string) => unknown } = {
  "compile, with source maps": (code, filename) => compile(code, { filename }),
  "of that: parse": (code, filename) => parseSync(filename, code).program,
  "esbuild, for the runtime": (code, filename) =>
    transformSync(code, {
      loader: "tsx",
      jsx: "automatic",
      jsxImportSource: "datastar-tsx",
      sourcemap: true,
      sourcefile: filename,
    }),
};

const times = new Map(Object.keys(tasks).map((name): [string, number[]] => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, task] of Object.entries(tasks)) {
    const start = performance.now();
    for (const [i, code] of sources.entries()) task(code, `page-${i}.tsx`);
    times.get(name)?.push(performance.now() - start);
  }
}

console.log(
  `${files} files of ${lines} lines, one thread, Node ${process.versions.node}, median of ${runs} runs (the first one, cold)\n`,
);
console.log("| | seconds | cold |\n| --- | ---: | ---: |");
for (const [name, all] of times)
  console.log(`| ${name} | ${(median(all) / 1000).toFixed(2)} | ${((all[0] ?? NaN) / 1000).toFixed(2)} |`);

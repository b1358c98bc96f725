// A signal gets another name, wherever it is named.
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { offsetAt } from "../../src/check/source/positions.js";
import { versions } from "./check-elements.js";
import { compilerOptions, makeProject } from "./make-project.js";

interface Files {
  readonly [name: string]: string;
}

/** Opens a project whose signals can be renamed. */
async function open(version: (typeof versions)[number], texts: Files) {
  const project = makeProject(texts, version);
  const checker = await openProject(project);
  const check = (changed?: Files): readonly string[] =>
    checker
      .check(changed && new Map(Object.entries(changed).map(([name, text]) => [join(project, name), text])))
      .map(({ file, message }) => `${relative(project, file)}: ${message}`);
  expect(check()).toEqual([]);
  return {
    check,
    /** Renames what stands behind a mark of a file, and gives the files as they are then, and what is left. */
    rename(file: string, mark: string, name: string) {
      const { edits, left } = checker.rename(
        join(project, file),
        (texts[file] ?? "").indexOf(mark) + mark.length,
        name,
      );
      const files = Object.entries(texts).map(([name, text]) => {
        const changed = edits
          .filter((edit) => edit.file === join(project, name))
          .map((edit) => ({
            at: offsetAt(text, edit.range.start),
            end: offsetAt(text, edit.range.end),
            new: edit.text,
          }))
          .toSorted((a, b) => b.at - a.at)
          .reduce((all, one) => all.slice(0, one.at) + one.new + all.slice(one.end), text);
        return [name, changed] as const;
      });
      const places = left.map(
        ({ file, start }) => `${relative(project, file)}:${start.line + 1}:${start.character + 1}`,
      );
      return { files: Object.fromEntries(files), left: places };
    },
    close(): void {
      checker.close();
      rmSync(project, { recursive: true });
    },
  };
}

/** Renames once, in a project that is right before and then. */
async function renamed(version: (typeof versions)[number], texts: Files, file: string, mark: string, name: string) {
  const project = await open(version, texts);
  try {
    const result = project.rename(file, mark, name);
    expect(project.check(result.files)).toEqual([]);
    return result;
  } finally {
    project.close();
  }
}

const state = `import { list, signals } from "datastar-tsx";

export const cart = signals({ count: 0, user: { email: "", count: 1 }, items: list<string>() });
export const counts = { count: 2 };
`;

/** Attributes that name `$count`: «count» becomes «inCart», «-count» «in-cart», and «count:» «inCart: count». */
const attributes: Files = {
  "a set": `data-signals={{ «count»: counts.count, other: counts["count"] }}`,
  "a key": `data-signals:«-count»={1}`,
  "a field": `data-bind={cart.«count»}`,
  "a field, as text": `data-bind="«count»"`,
  "a field, as text in braces": `data-bind={"«count»"}`,
  "a field, as an object": `data-bind={{ signal: "«count»", prop: "value" }}`,
  "a field, as a key": `data-bind:«-count»`,
  "a field, as a key with a dot": `{...{ "data-bind:«-count»__event.input": true }}`,
  "an element": `data-ref={counts.count > 1 ? "«count»" : "other"}`,
  "a request": `data-indicator:«-count»`,
  "a computed signal": `data-computed={{ «count»: js\`1 + 1\` }}`,
  "a computed signal, as text": `data-computed="{ «count»: () => 1 }"`,
  "signals, as text": `data-signals="{ '«count»': 1, other: { count: 2 } }"`,
  "a template": `data-text={js\`\${cart.«count»} + $«count» + $user.count\`}`,
  "members in a template": `data-text={js\`\${cart.user}.count + \${cart.«count»}.toFixed(2)\`}`,
  "source as text": `data-text="'$count' + $«count».toFixed() + $user?.count + el.title"`,
  "source in several pieces": `data-text={"$«cou" + "nt»"}`,
  "an index": `data-text={cart["«count»"]}`,
  "what has changed": `data-on-signal-patch="console.log(patch.«count»)"`,
  "a filter": `data-on-signal-patch-filter={{ include: /^«count»$/ }}`,
  "an action's filter": `data-on:click="@get('/x', { filterSignals: { include: /^«count»\\./ } })"`,
  "an action's filter, on the server": `data-on:click={get("/x", { filterSignals: { exclude: /^«count»$/ } })}`,
  "a picked signal": `data-on:click={get("/x", { filterSignals: cart.pick("«count»") })}`,
};

/** Code that names it. */
const modules: Files = {
  "a destructured set": `const { «count:», user: { count: inUser } } = cart; export const all = [count, inUser];`,
  "a destructured set with a default": `export const text = ({ «count:» = cart.«count» }: typeof cart) => count;`,
  "a destructured set with another name": `const { «count»: n, ...others } = cart; export const all = [n, others];`,
  "a parameter": `export const C = ({ set: { «count:» } }: { set: typeof cart }) => <p data-text={count} />;`,
  "a property of a component": `const C = ({ count }: { count: Signal<number> }) => <p data-text={count} />; export const c = <C count={cart.«count»} />;`,
  "a patch": `export const p = cart.patch({ «count»: 1, user: { count: 2 } });`,
  "a patch in short": `const count = 1; export const p = cart.patch({ «count:» });`,
  "values to begin with": `export const p = cart.with({ «count»: 1 }); export const q = cart.initial.«count»;`,
  "a patch of names": `export const p = sse.patchSignals({ «count»: 1, other: { count: 2 } });`,
  "a patch that is made elsewhere": `const patch = { «count»: 1 }; export const p = sse.patchSignals(patch);`,
  "a part of a patch": `const some = { «count»: 1 }; export const p = sse.patchSignals({ ...some, other: 1 });`,
  "signals that are removed": `export const p = [sse.removeSignals("«count»"), sse.removeSignals(["«count»", "user.count"])];`,
  "a state": `type State = typeof cart.State; export const s: State = { ...cart.initial, «count»: 1 }; export type N = State["«count»"];`,
  "what a request sends": `export const read = async (request: Request) => { const { «count:» } = await readSignals(request, cart); return count; };`,
  "a route": `const routes = defineRoutes({ add: { route: "POST /x", signals: cart.pick("«count»") } }); export const add = async (request: Request) => (await readSignals(request, routes.add.signals)).«count»;`,
  "an alias": `const same = cart; export const n = same.«count»; export { cart as again } from "./state.js";`,
  "a generic function": `const first = <T,>(all: readonly T[]): T | undefined => all[0]; export const n = first([cart])?.«count»;`,
  "a set that is taken apart later": `let count: Signal<number>; ({ «count:» } = cart); export const n = count;`,
  "a list of sets": `export const all = [cart].map(({ «count:» }) => count);`,
};

const imports = `import { defineRoutes, get, js, readSignals, type ServerSentEventGenerator, type Signal } from "datastar-tsx";
import { cart, counts } from "./state.js";
declare const sse: ServerSentEventGenerator;
`;
const marks = /«(?<isKey>-?)(?<old>[^»:]*)(?<isShort>:?)»/g;
const before = (text: string): string => text.replaceAll(marks, "$<old>");
const after = (text: string): string =>
  text.replaceAll(marks, (_, isKey, old, isShort) => (isKey ? "in-cart" : isShort ? `inCart: ${old}` : "inCart"));
const ways = new Map([
  ...Object.entries(attributes).map(([way, text]) => [way, `export const page = <input ${text} />;`] as const),
  ...Object.entries(modules),
]);
const fileOf = (way: string): string => `${way.replaceAll(/\W+/g, "-")}.tsx`;

const page = `import { get, js } from "datastar-tsx";
import { cart, counts } from "./state.js";

const { «count:» } = cart;
export const page = (
  <main data-signals={{ «count»: counts.count, other: 1 }}>
    <input data-bind={cart.«count»} data-show={js\`\${cart.«count»} > 1 && $«count» < $user.count\`} />
    <input data-bind="«count»" data-text={js\`\${cart}.«count» + \${count} + $items.length\`} />
    <input data-bind:«-count» data-on:click={get("/", { filterSignals: cart.pick("«count»") })} />
    <p data-text={cart.user.email} data-indicator:counting>{counts.count}</p>
  </main>
);
`;

describe.each(versions)("with TypeScript %s", (version) => {
  test("all that names a signal names it so then", async () => {
    const texts = Object.fromEntries(Array.from(ways, ([way, text]) => [fileOf(way), `${imports}${text}\n`]));
    const old = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, before(text)]));
    const { files, left } = await renamed(version, { "state.ts": state, ...old }, "state.ts", "signals({ ", "inCart");
    expect(files).toEqual({
      "state.ts": state.replace("count: 0", "inCart: 0"),
      ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, after(text)])),
    });
    expect(left).toEqual([]);
  }, 120_000);

  test("it is the same from wherever it is named; what is refused says why", async () => {
    const texts = { "state.ts": state, "page.tsx": before(page) };
    const { rename, close } = await open(version, texts);
    try {
      for (const mark of [
        "&& $c",
        "={cart.c",
        'data-bind="c',
        "data-bind:c",
        "{cart}.c",
        'pick("c',
        "const { c",
        "{{ c",
      ])
        expect(rename("page.tsx", mark, "inCart").files, mark).toEqual({
          "state.ts": state.replace("count: 0", "inCart: 0"),
          "page.tsx": after(page),
        });
      for (const [mark, name, message] of [
        ["$count < $user.c", "email", "There is a signal $user.email already: $user.count would be the same"],
        ["cart.c", "other", "There is a signal $other already: $count would be the same from then on."],
        ["cart.c", "pick", 'signals() has a member named "pick" itself: nest the signal in an object.'],
        [
          "$items.l",
          "size",
          "$items.length is declared nowhere in this project: what it is called, something else says.",
        ],
      ] as const)
        expect(() => rename("page.tsx", mark, name)).toThrow(message);
      // What is no signal stays as it is.
      expect(rename("page.tsx", "{counts.c", "total")).toEqual({ files: texts, left: [] });
    } finally {
      close();
    }
  }, 120_000);

  test("a part of one", async () => {
    const page = `import { js } from "datastar-tsx";
import { cart } from "./state.js";
const { user: { «email:» } } = cart;
export const page = <p data-text={js\`\${cart.user}.«email» + $user["«email»"] + \${email}\`} {...{ "data-bind:user.«email»": true }} name="email" />;
`;
    const texts = { "state.ts": state, "page.tsx": before(page) };
    const to = (text: string) => text.replaceAll(marks, (_, __, old, isShort) => (isShort ? `mail: ${old}` : "mail"));
    const { files, left } = await renamed(version, texts, "page.tsx", "{cart.user}.e", "mail");
    expect(files).toEqual({ "state.ts": state.replace("email:", "mail:"), "page.tsx": to(page) });
    expect(left).toEqual([]);
  }, 120_000);

  test("a part of several signals that have one type", async () => {
    const texts = {
      "page.tsx": `import { signals } from "datastar-tsx";
interface Money { amount: number }
const zero = { amount: 0 };
const cart = signals<{ price: Money; tax: Money }>({ price: { amount: 1 }, tax: { amount: 2 } });
const other = signals({ price: zero });
export const page = <p data-text="$price.amount + $tax.amount">{other.price.amount.source}</p>;
export const amount = { amount: 3 };
`,
    };
    const { files } = await renamed(version, texts, "page.tsx", "$tax.a", "cents");
    const isOther = "{ amount: 3 }";
    expect(files["page.tsx"]).toBe(
      texts["page.tsx"].replaceAll(/\bamount\b(?! = )/g, "cents").replace("{ cents: 3 }", isOther),
    );
  }, 120_000);

  test("what may name it, and nobody knows, is told", async () => {
    const texts = {
      "state.ts": state,
      "page.tsx": `import { get, raw, type ServerSentEventGenerator } from "datastar-tsx";
import { cart } from "./state.js";
declare const sent: any;
const name = "count";
export const html = raw('<p data-text="$count"></p>');
export const page = [sent.count, html, <p data-text={cart.count} data-bind={name} />];
export const some = get("/x", { filterSignals: { include: /^(count|other)$/ } });
export const patch = (sse: ServerSentEventGenerator) => sse.patchSignals('{"count": 1}');
export const key: keyof typeof cart = "count";
`,
    };
    const { files, left } = await renamed(version, texts, "page.tsx", "{cart.c", "inCart");
    expect(files["page.tsx"]).toBe(texts["page.tsx"].replace("cart.count", "cart.inCart"));
    expect(left).toEqual([
      "page.tsx:4:14",
      "page.tsx:5:25",
      "page.tsx:6:27",
      "page.tsx:7:59",
      "page.tsx:8:74",
      "page.tsx:9:39",
    ]);
  }, 120_000);

  test("what other projects call by the name is told", async () => {
    const options = (references: readonly object[]) =>
      JSON.stringify({
        extends: "../tsconfig.base.json",
        compilerOptions: { composite: true },
        include: ["."],
        references,
      });
    const texts = {
      "tsconfig.base.json": JSON.stringify({ compilerOptions }),
      "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "app" }, { path: "admin" }] }),
      "app/tsconfig.json": options([]),
      "app/page.tsx": `import { signals } from "datastar-tsx";
export const cart = signals({ count: 0 });
export const page: unknown = <p data-text="$count" />;
`,
      "admin/tsconfig.json": options([]),
      "admin/page.tsx": `import "datastar-tsx";
export const page: unknown = <p data-signals={{ count: 0 }} data-text="$count" />;
`,
    };
    const { files, left } = await renamed(version, texts, "app/page.tsx", "({ c", "inCart");
    expect(files["app/page.tsx"]).toBe(texts["app/page.tsx"].replaceAll("count", "inCart"));
    expect(left).toEqual(["admin/page.tsx:2:49", "admin/page.tsx:2:73"]);
  }, 120_000);
});

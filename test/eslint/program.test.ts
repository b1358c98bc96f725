// What only the whole of a file tells: how its mistakes are fixed, and which imports are followed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importedSets, originIn } from "../../src/eslint/imported-sets.js";
import { testInvalid } from "./lint.js";

const says = "would run as code in the browser, whatever is in it";

describe("data that becomes code", () => {
  testInvalid([
    {
      code: "import { post, url } from \"datastar-tsx\";\n<b data-on:click={`@post('/x/${id}')`} />",
      says: [`2:19-38 error data-in-source: data-on:click: id ${says}; write post(url\`/x/\${id}\`).`],
      fixed: 'import { post, url } from "datastar-tsx";\n<b data-on:click={post(url`/x/${id}`)} />',
    },
    {
      code: 'import { js as source } from "datastar-tsx";\n<b data-text={`$a + ${id}`} data-show={"$b > " + n} />',
      says: [
        `2:15-27 error data-in-source: data-text: id ${says}; write source\`$a + \${id}\`.`,
        `2:40-51 error data-in-source: data-show: n ${says}; write source\`$b > \${n}\`.`,
      ],
      fixed:
        'import { js as source } from "datastar-tsx";\n<b data-text={source`$a + ${id}`} data-show={source`$b > ${n}`} />',
    },
    {
      code: "import { post } from \"datastar-tsx\";\n<b data-on:click={`@post('/x/${id}')`} />",
      says: [`2:19-38 error data-in-source: data-on:click: id ${says}; write post(url\`/x/\${id}\`).`],
      suggested: [
        'Write post(url`/x/${id}`). → import { post, url } from "datastar-tsx";\n<b data-on:click={post(url`/x/${id}`)} />',
      ],
    },
    {
      code: "<b data-text={`$a + ' ${id}'`} />",
      says: [`1:15-30 error data-in-source: data-text: id ${says}; write js\`$a + (' ' + \${id})\`.`],
      suggested: [
        "Write js`$a + (' ' + ${id})`. → import { js } from \"datastar-tsx\";\n<b data-text={js`$a + (' ' + ${id})`} />",
      ],
    },
    {
      // What else it is for, nobody knows.
      code: 'import { js } from "datastar-tsx";\nconst on = `f(${id})`;\n<b data-on:click={on} />',
      says: [`2:12-22 error data-in-source: data-on:click: id ${says}; write js\`f(\${id})\`.`],
      suggested: [
        'Write js`f(${id})`. → import { js } from "datastar-tsx";\nconst on = js`f(${id})`;\n<b data-on:click={on} />',
      ],
    },
  ]);
});

describe("URLs that are not encoded", () => {
  testInvalid([
    {
      code: 'import { get, url } from "datastar-tsx";\nget(`/x/${id}`)',
      says: [
        "2:5-15 error unencoded-url: get(): id goes into the URL as it is, so that a slash or a question mark in it makes another URL; write url`/x/${id}`.",
      ],
      fixed: 'import { get, url } from "datastar-tsx";\nget(url`/x/${id}`)',
    },
  ]);
});

describe("signals as values", () => {
  testInvalid([
    {
      code: 'import { js, signals } from "datastar-tsx";\nconst s = signals({ n: 0 });\n<b data-show={s.n > 3} />',
      says: [
        "3:15-22 error signal-as-value: s.n: the server knows the name of the signal, and only the browser its value; write js`${s.n} > 3`.",
      ],
      fixed:
        'import { js, signals } from "datastar-tsx";\nconst s = signals({ n: 0 });\n<b data-show={js`${s.n} > 3`} />',
    },
    {
      code: 'import { signals } from "datastar-tsx";\nconst s = signals({ n: 0 });\n<b class={{ a: s.n, b: s.n > 3 }}>{s.n}</b>',
      says: [
        '3:16-19 error signal-as-value: s.n: the server knows the name of the signal, and only the browser its value; write data-class={{ "a": s.n }}.',
        "3:24-31 error signal-as-value: s.n: the server knows the name of the signal, and only the browser its value; write data-class={{ name: js`${s.n} > 3` }}.",
        "3:36-39 error signal-as-value: s.n: the server knows the name of the signal, and only the browser its value; write data-text={s.n} on an element.",
      ],
    },
    {
      code: "<b data-show={!open} />",
      says: [
        "1:15-20 error invalid-value: data-show: the server works this ! out, and once only; for the browser to do it, write js`!${…}`.",
      ],
    },
  ]);
});

describe("source for other modules", () => {
  testInvalid([
    {
      code: "export const open = (id) => `@post('/x/${id}')`;",
      says: [
        "1:29-48 warn possible-data-in-source: text that calls an action: id would run as code in the browser, whatever is in it; write post(url`/x/${id}`).",
      ],
      suggested: [
        'Write post(url`/x/${id}`). → import { post, url } from "datastar-tsx";\nexport const open = (id) => post(url`/x/${id}`);',
      ],
    },
    {
      code: 'export function open(id) { return "@get(\'/x?id=" + id + "\')"; }',
      says: [
        "1:35-61 warn possible-data-in-source: text that calls an action: id would run as code in the browser, whatever is in it; write get(url`/x?id=${id}`).",
      ],
      suggested: [
        'Write get(url`/x?id=${id}`). → import { get, url } from "datastar-tsx";\nexport function open(id) { return get(url`/x?id=${id}`); }',
      ],
    },
    { code: "export const open = () => `@post('/x/${1}')`; expect(html).toBe(`@post('/x/${id}')`);", says: [] },
  ]);
});

describe("imported signals", () => {
  let folder: string;
  const files = {
    "todo.ts": `import { signals } from "datastar-tsx";
      // export const commented = signals({});
      const text = \`export const quoted = signals({})\`;
      export const todo = signals({ open: false });
      const mine = signals<{ open: boolean }>({ open: false });
      export { mine as other };
      export default mine;
      export const plain = { open: 3 };`,
    "again.ts": 'export { todo as renamed } from "./todo.js";\nexport * from "./all.js";',
    "all.ts": 'export * from "./todo";\nexport * from "./again";',
    "foreign.ts": 'import { signals } from "./mine.js";\nexport const todo = signals({});',
    "passed.ts": 'import { todo } from "./todo.ts";\nexport { todo as passed };',
    "ours.ts": 'import { url } from "datastar-tsx";\nexport { js as expression } from "datastar-tsx";\nexport { url };',
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "datastar-tsx-imports-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["./todo.js", "todo", true],
    ["./todo", "other", true],
    ["./todo.ts", "default", true],
    ["./todo.js", "mine", false],
    ["./todo.js", "plain", false],
    ["./todo.js", "commented", false],
    ["./todo.js", "quoted", false],
    ["./again.js", "renamed", true],
    ["./all.js", "todo", true],
    ["./all.js", "renamed", true],
    ["./all.js", "default", false],
    ["./all.js", "nothing", false],
    ["./passed.js", "passed", true],
    ["./foreign.js", "todo", false],
    ["./missing.js", "todo", false],
    ["todo", "todo", false],
  ])("%s %s: %s", (module, name, isSet) => {
    expect(importedSets(join(folder, "page.tsx"))({ module, name })).toBe(isSet);
  });

  test.each([
    ["./ours.js", "expression", "js"],
    ["./ours.js", "url", "url"],
    ["./ours.js", "post", undefined],
    ["./todo.js", "todo", undefined],
    ["datastar-tsx", "js", "js"],
  ])("%s %s is %s of ours", (module, name, ours) => {
    expect(originIn(join(folder, "page.tsx"))({ module, name })).toEqual(
      ours === undefined ? { module, name } : { module: "datastar-tsx", name: ours },
    );
  });
});

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile/compile.js";
import { compiledCode, runCompiled, runWithRuntime } from "./evaluate.js";

/** What a module logs when it runs: the same as with the runtime. */
async function logged(code: string): Promise<readonly string[]> {
  const run = async (start: typeof runCompiled): Promise<readonly string[]> => {
    const lines: string[] = [];
    const exported = start(code, { log: (value: unknown) => lines.push(String(value)) });
    await exported["done"];
    return lines;
  };
  const lines = await run(runCompiled);
  expect(lines).toEqual(await run(runWithRuntime));
  return lines;
}

describe("TSX in all kinds of places", () => {
  test.each<[what: string, code: string, ...html: string[]]>([
    ["right behind a keyword", "function f() { return<p>1</p> } log(f()); log(typeof<p/>);", "<p>1</p>", "object"],
    [
      "with spaces and comments between its tokens",
      "log(< p title /* a */ = /* b */ 'c' /* d > */ >1</ p >); log(<p /* a */ // b\n />);",
      '<p title="c">1</p>',
      "<p></p>",
    ],
    [
      "in template literals and nested functions",
      "log(`a${[1, 2].map((n) => `${<b>{[n].map((m) => <i>{m}</i>)}</b>}`)}`);",
      "a<b><i>1</i></b>,<b><i>2</i></b>",
    ],
    [
      "as the value of an attribute",
      "const C = (p: any) => <u>{p.a}{p.b}</u>; log(<C a=<b/> b={<i/>} />);",
      "<u><b></b><i></i></u>",
    ],
    [
      "in an attribute of an element, which is refused",
      "try { log(<p title={<b/>} />) } catch (error) { log(error) }",
      "TypeError: <p title> cannot be an Html: pass text, data through JSON.stringify().",
    ],
    [
      "beside less-than signs and generics",
      "const f = <T,>(a: T) => <p>{a < (2 as any) ? <b>{1 > 2}</b> : ''}</p>; log(f<number>(1));",
      "<p><b></b></p>",
    ],
    [
      "with `this`",
      "class A { b = 1; c = () => <p>{this.b}</p>; d() { return <this.e>{this.b}</this.e> } e = (p: any) => <i>{p.children}</i> } log(new A().c()); log(new A().d());",
      "<p>1</p>",
      "<i>1</i>",
    ],
    [
      "with `await`",
      "export const done = (async () => log(await (<p title={await 'a'}>{await 1}{[await 2]}</p>)))();",
      '<p title="a">12</p>',
    ],
    [
      "with `yield`",
      "function* f(): any { log(<p title={yield 'a'}>{yield 'b'}</p>) } const g = f(); g.next(); g.next('c'); g.next('d');",
      '<p title="c">d</p>',
    ],
    [
      "in default values and destructuring",
      "const f = ({ a = <b/>, c: [d = <i/>] = [] as any[] }: any = {}) => <p>{a}{d}</p>; log(f());",
      "<p><b></b><i></i></p>",
    ],
    [
      "in class fields, decorated or static",
      "class A { static a = <p>{1}</p>; #b = <b/>; get c() { return this.#b } } log(A.a); log(new A().c);",
      "<p>1</p>",
      "<b></b>",
    ],
    [
      "in a switch, a conditional and a sequence",
      "let x; switch (1) { case 1: x = <a/>; } log((x, <p/>)); log(1 ? <b/> : <i/>);",
      "<p></p>",
      "<b></b>",
    ],
    [
      "with statements that have no semicolons",
      "let a = 1\nconst b = <p/>\nlog(b)\n;[1].map(() => log(<i/>))",
      "<p></p>",
      "<i></i>",
    ],
    ["with a comment at the end of the file", "log(<p>{1}</p>); // the end", "<p>1</p>"],
  ])("%s", async (_, code, ...html) => {
    expect(await logged(code)).toEqual(html);
  });
});

describe("lists", () => {
  test.each<[what: string, code: string, html: string]>([
    [
      "with an index and the list",
      "const l = [3, 4]; log(<p>{l.map((a, i, all) => <b>{a}{i}{all === l ? '!' : ''}</b>)}</p>);",
      "<p><b>30!</b><b>41!</b></p>",
    ],
    [
      "with destructuring and defaults",
      "log(<p>{[{ a: 1 }, { a: 2, b: <i/> }].map(({ a, b = <u/> }: any) => <b>{a}{b}</b>)}</p>);",
      "<p><b>1<u></u></b><b>2<i></i></b></p>",
    ],
    [
      "with holes, which are skipped",
      "log(<p>{[1, , undefined, 4].map((a: any) => <b>{a}</b>)}</p>);",
      "<p><b>1</b><b></b><b>4</b></p>",
    ],
    [
      "that grow meanwhile",
      "const l = [1, 2]; log(<p>{l.map((a) => <b>{l.push(a)}</b>)}</p>);",
      "<p><b>3</b><b>4</b></p>",
    ],
    [
      "that are lists in lists",
      "log(<p>{[[1, 2], [3]].map((l) => <b>{l.map((a) => <i>{a}</i>)}</b>)}</p>);",
      "<p><b><i>1</i><i>2</i></b><b><i>3</i></b></p>",
    ],
    [
      "with conditions",
      "log(<p>{[1, 2].map((a) => (a > 1 ? <b>{a}</b> : <i/>))}{[1, 2].map((a) => a > 1 && <u>{a}</u>)}</p>);",
      "<p><i></i><b>2</b><u>2</u></p>",
    ],
    [
      "that are none, but have such a method",
      "const o = { map: (f: any) => [f(7, 8), 'end'] }; log(<p>{o.map((a: any, b: any) => <b>{a}{b}</b>)}</p>);",
      "<p><b>78</b>end</p>",
    ],
    [
      "with a method of their own",
      "class L extends Array { map(f: any) { return [f(this.length)] as any } } log(<p>{L.of(1, 2).map((a: any) => <b>{a}</b>)}</p>);",
      "<p><b>2</b></p>",
    ],
    [
      "of promises",
      "const C = async (p: any) => <i>{await p.a}</i>; export const done = (async () => log(await (<p>{[0, 1, 2].map((a) => (a ? <C a={a} /> : <b/>))}</p>)))();",
      "<p><b></b><i>1</i><i>2</i></p>",
    ],
    [
      "of promises, beside one that is there before its siblings",
      "const C = async (p: any) => <i>{await p.a}</i>; export const done = (async () => log(await (<p><C a={1} />{await new Promise((done) => setTimeout(done, 5, 2))}<C a={3} /></p>)))();",
      "<p><i>1</i>2<i>3</i></p>",
    ],
  ])("%s", async (_, code, html) => {
    expect(await logged(code)).toEqual([html]);
  });

  test("of very many promises", async () => {
    const [html = ""] = await logged(
      "const C = async (p: any) => p.a; export const done = (async () => log(await (<p>{Array.from({ length: 200_000 }, (_, i) => i).map((i) => (<C a={i % 10} />))}</p>)))();",
    );
    expect(html).toBe(`<p>${"0123456789".repeat(20_000)}</p>`);
  });

  test("a component that throws behind one that fails leaves no unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const code =
      "const C = async () => { throw new Error('a') }; const D = () => { throw new Error('b') }; log(<p>{[0, 1].map((a) => (a ? <D /> : <C />))}</p>);";
    expect(() => runCompiled(code, { log: () => {} })).toThrow("b");
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });
});

describe("components of the module", () => {
  test.each<[what: string, code: string, ...html: string[]]>([
    [
      "functions, in front or behind",
      "log(<p><A a={1}/><B>{2}</B></p>); function A({ a }: any) { return <i>{a}</i> } function B({ children }: any) { return children }",
      "<p><i>1</i>2</p>",
    ],
    [
      "that return anything",
      "const A = () => ['<', <b/>], B = () => null, C = () => 7; log(<p><A/><B/><C/></p>); log(<A/>);",
      "<p>&lt;<b></b>7</p>",
      "&lt;<b></b>",
    ],
    [
      "that are wrong",
      "const A = () => ({ a: 1 }) as any; try { log(<p><A/></p>) } catch (error) { log(error) }",
      "TypeError: <A> cannot render a plain object with a in it as a child: pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().",
    ],
    [
      "that are replaced",
      "function A() { return 1 } (A as any) = 'h1'; log(<A title='a'>{2}</A>);",
      '<h1 title="a">2</h1>',
    ],
    [
      "that are shadowed",
      "const A = () => 1; const f = (A: any) => <A>{2}</A>; log(f('h1')); log(<A/>);",
      "<h1>2</h1>",
      "1",
    ],
  ])("%s", async (_, code, ...html) => {
    expect(await logged(code)).toEqual(html);
  });
});

describe("names", () => {
  test.each<[what: string, code: string, ...html: string[]]>([
    [
      "with a namespace, in elements and attributes",
      "log(<svg:rect xlink:href={'/' + 1} data-on:click__once={'a'} />);",
      '<svg:rect xlink:href="/1" data-on:click__once="a"></svg:rect>',
    ],
    [
      "of components: capitals, members, $ and _",
      "const $ = () => 1, _a = () => 2, É = () => 3, o = { p: { q: () => 4 } }; log(<>{1}<$/><_a/><É/><o.p.q/></>);",
      "11234",
    ],
    ["of custom elements", "log(<my-el a-b={1 + 1} Cd='e' />);", '<my-el a-b="2" Cd="e"></my-el>'],
    [
      "of a tag that is in a variable",
      "const Tag = 'h1' as string; log(<Tag class={['a']}>{1}</Tag>);",
      '<h1 class="a">1</h1>',
    ],
    [
      "that our helpers would have",
      "const _$child = 1, _$template0 = 2, _$html = 3; log(<p>{_$child}{_$template0}{_$html}{'a' + _$child}</p>);",
      "<p>123a1</p>",
    ],
    [
      "that are shadowed",
      "const a = 'outer'; function f(a: any) { return <p>{a}</p> } log(f('inner')); log(<p>{a}</p>);",
      "<p>inner</p>",
      "<p>outer</p>",
    ],
    [
      "of ours, that are shadowed",
      'import { js } from "datastar-tsx"; const f = (js: any) => <p data-text={js`a`} />; log(f(() => "b()")); log(<p data-text={js`a`} />);',
      '<p data-text="b()"></p>',
      '<p data-text="a"></p>',
    ],
    [
      "of ours, imported under others",
      'import { js as j, "url" as u, get as post } from "datastar-tsx"; log(<p data-init={post(u`/a`)} data-text={j`$a`} />);',
      '<p data-init="@get(\'/a\')" data-text="$a"></p>',
    ],
  ])("%s", async (_, code, ...html) => {
    expect(await logged(code)).toEqual(html);
  });
});

describe("order", () => {
  test("expressions are evaluated once, in the order of the source", async () => {
    const lines = await logged(`
      const a = (value: any) => (log(value), value);
      const C = (p: any) => (log("C"), <i>{p.children}</i>);
      log(<p title={a(1)} {...a({ id: 2 })} lang={a("3")}><b class={a("4")}>{a(5)}{a(true) && <u>{a(6)}</u>}</b><C x={a(7)}>{a(8)}</C>{a(0) && a("never")}{\`\${a(9)}\`}</p>);
      log(<div id={a(10)}>{a(11)}<p>{a(12)}</p>{a(false) ? a("never") : <s>{a(13)}</s>}</div>);
    `);
    expect(lines.slice(0, 5)).toEqual(["1", "[object Object]", "3", "4", "5"]);
  });

  test.each<[what: string, code: string, html: string]>([
    [
      "later attributes win over a spread, and a spread over earlier ones",
      "const s = { a: 1, b: 2, children: 3 }; log(<p a={0} {...s} b={4} />);",
      '<p a="1" b="4">3</p>',
    ],
    ["children win over a spread's", "const s = { children: 3 }; log(<p {...s}>{4}</p>);", "<p>4</p>"],
    [
      "a key is left out wherever it stands",
      "const s = { key: 1, id: 2 }; log(<p key='a' {...s}>{<b key={s.id} />}</p>);",
      '<p id="2"><b></b></p>',
    ],
    ["spread children", "log(<p>{...[1, 2]}<b>{...[3]}</b></p>);", "<p>12<b>3</b></p>"],
  ])("%s", async (_, code, html) => {
    // esbuild has no spread children.
    if (!code.includes("{...[")) return expect(await logged(code)).toEqual([html]);
    const lines: string[] = [];
    runCompiled(code, { log: (value: unknown) => lines.push(String(value)) });
    expect(lines).toEqual([html]);
  });

  test("a key that does something does it", () => {
    const lines: unknown[] = [];
    runCompiled("log(String(<p key={log('key')}>{1}</p>));", { log: (value: unknown) => lines.push(value) });
    expect(lines).toEqual(["key", "<p>1</p>"]);
  });

  test("a key behind a spread needs no function of React's", () => {
    const lines: unknown[] = [];
    runCompiled("const s = { id: 1 }; log(String(<p {...s} key='a' />));", {
      log: (value: unknown) => lines.push(value),
    });
    expect(lines).toEqual(['<p id="1"></p>']);
  });
});

describe("whole files", () => {
  test("a hashbang, directives and imports stay in front", () => {
    const code =
      '#!/usr/bin/env node\n"use strict";\nimport "a";\nimport { b } from "b";\nexport const c = <p>{b}</p>;\n';
    expect(compiledCode(code).split("\n").slice(0, 5)).toEqual([
      "#!/usr/bin/env node",
      '"use strict";',
      'import "a";',
      'import { b } from "b";',
      'export const c = _$html(_$template0(_$child(b, "<p>")));',
    ]);
  });

  test("JavaScript is compiled as well", () => {
    expect(compiledCode("export const a = <p>{b}</p>;", "module.jsx")).toContain('_$child(b, "<p>")');
  });

  test("10,000 lines", async () => {
    const code = Array.from(
      { length: 10_000 },
      (_, i) => `const f${i} = (v: any) => <p id={v}>line {${i}} {v}</p>;`,
    ).join("\n");
    expect(await logged(`${code}\nlog(f0("a")); log(f9999("b"));`)).toEqual([
      '<p id="a">line 0 a</p>',
      '<p id="b">line 9999 b</p>',
    ]);
  }, 60_000);

  test("modules that import each other in a circle may render before they have run", () => {
    const lines: unknown[] = [];
    runCompiled(
      "log(String(f(1))); log(String(g())); function f(a: any) { return <p id={a}>{a}</p> } function g() { return <b data-text='$a' /> }",
      { log: (value: unknown) => lines.push(value) },
    );
    expect(lines).toEqual(['<p id="1">1</p>', '<b data-text="$a"></b>']);
  });
});

describe("files that are left alone", () => {
  test.each<[what: string, code: string]>([
    ["without TSX", "export const a = 1 < 2;"],
    ["for another library", "/** @jsxImportSource react */\nexport const a = <p />;"],
    ["for another library, in a way of old", "/** @jsx h */\nexport const a = <p />;"],
    ["for the classic transform", "/* @jsxRuntime classic */\nexport const a = <p />;"],
    ["that do not parse", "export const a = <p>;"],
    ["in CommonJS, which cannot import", "module.exports = () => <p />;"],
  ])("%s", (_, code) => {
    expect(compile(code, { filename: "module.tsx" })).toBeUndefined();
  });

  test("but not those that name ours", () => {
    expect(
      compile("/** @jsxImportSource datastar-tsx */\nexport const a = <p />;", { filename: "module.tsx" }),
    ).toBeDefined();
  });
});

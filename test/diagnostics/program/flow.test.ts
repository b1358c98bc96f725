// Where the text of an attribute comes from: whatever way it takes within a file, it is found.
import { parseSync, visitorKeys } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { findRunTimeSources } from "../../../src/diagnostics/program/run-time-source.js";

/** The names of the attributes, and whether it is certain. */
function find(code: string): readonly string[] {
  const { program, errors } = parseSync("page.tsx", code);
  expect(errors).toEqual([]);
  return findRunTimeSources(program, visitorKeys, code).map(
    ({ diagnostic: { severity, message } }) => `${severity} ${/^\S+(?=:)/.exec(message)?.[0]}`,
  );
}

const text = "`f(${id})`";

describe("source that a program puts together", () => {
  test.each<[by: string, ...programs: string[]]>([
    [
      "the default of a parameter",
      "((x = TEXT) => <b data-text={x} />)()",
      "const C = ({ on = TEXT }) => <b data-text={on} />",
      "function C({ a: { on = TEXT } = {} }) { return <b data-text={on} /> }",
      "function C([on = TEXT]) { return <b data-text={on} /> }",
    ],
    [
      "an assignment",
      "let x; x = TEXT; <b data-text={x} />",
      "let x; x ??= TEXT; <b data-text={x} />",
      "let x; <b data-text={x ||= TEXT} />",
      "let x; [x] = [TEXT]; <b data-text={x} />",
      "let x; ({ x } = { x: TEXT }); <b data-text={x} />",
      "let x; ({ a: x = TEXT } = o); <b data-text={x} />",
      "let x = ''; x += id; <b data-text={x} />",
      "let x = 'f('; x = x + id; <b data-text={x} />",
      "let x = 'f('; for (const i of ids) x = `${x}${i}`; <b data-text={x} />",
    ],
    [
      "a property",
      "const o = { a: { b: TEXT } }; <b data-text={o?.a?.b} />",
      "const o = { get a() { return TEXT } }; <b data-text={o.a} />",
      "const o = { a() { return TEXT } }; <b data-text={o.a()} />",
      "const o = { ...{ a: TEXT } }; <b data-text={o.a} />",
      "const { ...o } = { a: TEXT }; <b data-text={o.a} />",
      "<b data-text={Object.assign({}, { a: TEXT }).a} />",
    ],
    [
      "a list",
      "const a = [TEXT]; <b data-text={a.at(0)} />",
      "const a = [TEXT]; <b data-text={a.find(Boolean)} />",
      "for (const x of [TEXT]) <b data-text={x} />",
      "for (const x of ids.map((id) => TEXT)) <b data-text={x} />",
      "[TEXT].map((x) => <b data-text={x} />)",
      "ids.map((id) => TEXT).filter(Boolean).map((x) => <b data-text={x} />)",
      "[{ on: TEXT }].map(({ on }) => <b data-text={on} />)",
      "<b data-on:click={ids.reduce((all, id) => all + TEXT, '')} />",
    ],
    [
      "a collection",
      "const m = new Map([['a', TEXT]]); <b data-text={m.get('a')} />",
      "const m = new Map(); m.set('a', TEXT); <b data-text={m.get(x)} />",
      "for (const [, x] of new Map([['a', TEXT]])) <b data-text={x} />",
      "[...new Map([['a', TEXT]]).values()].map((x) => <b data-text={x} />)",
      "const s = new Set([TEXT]); <>{[...s].map((x) => <b data-text={x} />)}</>",
      "const s = new Set(); s.add(TEXT); for (const x of s) <b data-text={x} />",
      "Object.entries({ a: TEXT }).map(([k, x]) => <b data-text={x} />)",
      "Object.entries({ ...o, a: TEXT }).filter(Boolean).map(([k, x]) => <b data-text={x} />)",
      "for (const x of Object.values({ a: TEXT })) <b data-text={x} />",
      "<b {...Object.fromEntries([['data-text', TEXT]])} />",
      "<b data-text={Object.fromEntries(Object.entries({ a: TEXT })).a} />",
      "<b data-text={[...list, TEXT].at(-1)} />",
      "Array.from([TEXT]).map((x) => <b data-text={x} />)",
    ],
    [
      "a generator",
      "function* g() { yield TEXT } for (const x of g()) <b data-text={x} />",
      "function* g() { yield* [TEXT] } for (const x of g()) <b data-text={x} />",
      "const o = { *g() { yield TEXT } }; [...o.g()].map((x) => <b data-text={x} />)",
    ],
    [
      "a function that is called in another way",
      "<b data-text={((id) => TEXT).call(null, 1)} />",
      "<b data-text={((id) => TEXT).apply(null, [1])} />",
      "<b data-text={((id) => TEXT).bind(null, 1)()} />",
      "const f = (x) => x; <b data-text={f.call(null, TEXT)} />",
      "const f = (x) => x; <b data-text={f.apply(null, [TEXT])} />",
      "const f = (x) => x; <b data-text={f.bind(null, TEXT)()} />",
      "const o = { get(id) { return TEXT }, call() { return TEXT } }; <b data-text={o.get(1)} />",
      "const o = { call(id) { return TEXT } }; <b data-text={o.call(1)} />",
    ],
    ["a piece of text", "<b data-text={TEXT.split(',')[0]} />", "const [x] = TEXT.split(','); <b data-text={x} />"],
    [
      "a component",
      "const C = ({ on }) => <b data-text={on} />; <C on={TEXT} />",
      "const C = (props) => <b data-text={props.on} />; <C on={TEXT} />",
      "const C = ({ on }) => <b data-text={on} />; <C {...{ on: TEXT }} />",
    ],
    [
      "a call",
      "const b = (x) => <b data-text={x} />; b(TEXT)",
      "((x) => <b data-text={x} />)(TEXT)",
      "const same = (x) => x; <b data-text={same(TEXT)} />",
      "<b data-text={await Promise.resolve(TEXT)} />",
      "export default <b data-text={await (async () => TEXT)()} />",
    ],
    [
      "a class",
      "class A { x = TEXT; render() { return <b data-text={this.x} /> } }",
      "class A { #x = TEXT; render() { return <b data-text={this.#x} /> } }",
      "class A { get x() { return TEXT } render() { return <b data-text={this.x} /> } }",
      "class A { m() { return TEXT } render() { return <b data-text={this.m()} /> } }",
      "class A { x; constructor(id) { this.x = TEXT } render() { return <b data-text={this.x} /> } }",
      "class A { static x = TEXT } <b data-text={A.x} />",
      "class A { x = TEXT } const a = new A(); <b data-text={a.x} />",
    ],
    ["a name", "const k = 'data-text'; <b {...{ [k]: TEXT }} />"],
  ])("by %s", (_, ...programs) => {
    for (const code of programs) {
      const [found] = find(code.replaceAll("TEXT", text));
      expect({ code, found: found?.split(" ")[0] }).toEqual({ code, found: "error" });
    }
  });
});

describe("what is no such source", () => {
  test.each([
    "import { x } from './x'; <b data-text={x} data-init={x()} data-show={x.y} />",
    "const C = ({ on = '$a' }) => <b data-text={on} />; <C on='$b' />; <C on={js`f(${id})`} />",
    "const C = ({ title, on }) => <b title={title} data-text={on} />; <C title={TEXT} on={js`$a`} />",
    "const b = (x) => <b data-text={x} />; b(js`f(${id})`); b('$a')",
    "['$a', '$b'].map((x) => <b data-text={x} />); for (const x of ['$a']) <b data-text={x} />",
    "class A { x = '$a'; y = TEXT; render() { return <b data-text={this.x} title={this.y} /> } }",
    // What another call gives is nothing to this one.
    "const same = (x) => x; same(TEXT); <b data-text={same('$a')} />",
    "const a = 'x'; <b data-text={`$${a}`} />",
  ])("%s", (code) => expect(find(code.replaceAll("TEXT", text))).toEqual([]));
});

test("programs in which everything is given to everything end", () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const calls = names.map(
    (name, i) => `const ${name} = (x) => [${names.map((other) => `${other}(x)`).join(", ")}][${i}];`,
  );
  expect(find(`${calls.join("\n")} <b data-text={f0(id)} />`)).toEqual([]);
});

describe("what is made of itself ends", () => {
  test.each([
    "let list = [{ id: 1, on: '$a' }]; list = [...list.filter((x) => x.id), { ...list[0], id: 2 }]; list.map(({ on }) => <b data-text={on} />)",
    "let list = ['$a']; list = list.concat(list); list = [...list, ...list]; list.map((x) => <b data-text={x} />)",
    "let list = ['$a']; list = list.map((x) => x); list = [...list].reverse(); <b data-text={list.at(-1)} />",
    "let o = { a: '$a' }; o = { ...o, b: '$b' }; o = { ...o }; <><b data-text={o.a} /><b {...o} /></>",
    "let o = { a: '$a' }; o = { ...o, ...Object.fromEntries(Object.entries(o)) }; Object.values(o).map((x) => <b data-text={x} />)",
    "let m = new Map([['a', '$a']]); m = new Map([...m, ...m.entries()]); <b data-text={m.get('a')} />",
    "const o = { a: '$a', get b() { return this.a } }; <b data-text={o.b} />",
    "function* g(n) { yield '$a'; yield* g(n - 1) } for (const x of g(3)) <b data-text={x} />",
  ])("%s", (code) => expect(find(code)).toEqual([]));

  test("and what is put into it is found", () => {
    const code = "let list = ['$a']; list = [...list, TEXT]; list = [...list]; list.map((x) => <b data-text={x} />)";
    expect(find(code.replaceAll("TEXT", text))[0]).toMatch(/^error /);
    const object = "let o = { a: '$a' }; o = { ...o, b: TEXT }; o = { ...o }; <b data-text={o.b} />";
    expect(find(object.replaceAll("TEXT", text))[0]).toMatch(/^error /);
  });
});

test("functions that hand on what they get, and that call themselves", () => {
  const through = "const a = (x) => x; const b = (x) => a(x); const c = (o) => b(o.y);";
  expect(find(`${through} <b data-text={c({ y: ${text} })} />`)).toEqual(["error data-text"]);
  expect(find(`${through} c({ y: ${text} }); <b data-text={\`$\${c({ y: "a" })}\`} />`)).toEqual([]);
  expect(find(`const f = (n, x) => (n ? f(n - 1, ${text}) : x); <b data-text={f(1, "$a")} />`)).toEqual([
    "error data-text",
  ]);
});

test("what is code in an attribute is that first, whatever else it is", () => {
  const code = `import { post } from "datastar-tsx"; const u = "/x/" + id; <><b data-on:click={u} /><i data-init={post(u)} /></>`;
  expect(find(code)).toEqual(["error data-on:click"]);
});

// Signals that a program uses as values, which only the browser knows.
import { parseSync, visitorKeys } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { readNames } from "../../../src/diagnostics/program/scopes.js";
import { signalTypes, signalValues } from "../../../src/diagnostics/program/signal-values.js";
import { nodeOf } from "../../../src/diagnostics/program/syntax-tree.js";

const given = `import { get, js, post, readSignals, signals, url } from "datastar-tsx";
import { shared } from "./signals.js";
const s = signals({ open: false, n: 0, name: "", list: [1], ui: { dark: false } });
`;

/** What is used as a value, and what is to be written instead. */
function find(code: string): string[] {
  const file = given + code;
  const { program, errors } = parseSync("page.tsx", file);
  expect(errors).toEqual([]);
  const names = readNames(nodeOf(program), visitorKeys, new Set(signalTypes));
  return signalValues(names, ({ name }) => name === "shared", file).map(
    ({ diagnostic: { message } }) =>
      /^(.+): (?:the server|only the browser).*?; (.+)\.$/.exec(message)?.slice(1).join(" → ") ?? message,
  );
}

function testFound(rows: readonly (readonly [code: string, ...found: string[]])[]): void {
  test.each(rows.map(([code, ...found]) => [code, found] as const))("%s", (code, found) => {
    expect(find(code)).toEqual(found);
  });
}

describe("in attributes of Datastar", () => {
  testFound([
    ["<b data-show={!s.open} />", "s.open → write js`!${s.open}`"],
    ["<b data-show={s.n > 3} />", "s.n → write js`${s.n} > 3`"],
    [
      "<b data-show={s.n > max && !(s.open || x)} />",
      "s.n and s.open → write js`${s.n} > ${max} && !(${s.open} || ${x})`",
    ],
    ["<b data-class={{ big: s.n === 3 }} />", "s.n → write js`${s.n} === 3`"],
    ["<b data-on:click={{ do: s.n === 1 && js`f()` }} />", "s.n → write js`${s.n} === 1 && ${js`f()`}`"],
    ["<b data-show={js`${!s.open}`} />", "s.open → write js`!${s.open}`"],
    [
      "<b data-signals={{ ...s, x: 1 }} />",
      "s → spreading it gives the names, and no values: write data-signals={[s, …]}, or s.initial",
    ],
    ["<b data-on:click={s.n++} />", "s.n → to set it in the browser, write js`${s.n} = …`, or send patchSignals"],
  ]);
});

describe("in other attributes, and between tags", () => {
  testFound([
    ["<b class={s.open ? 'a' : 'b'} />", "s.open → write data-class={{ name: s.open }}"],
    ["<b className={s.n > 3 && 'a'} />", "s.n → write data-class={{ name: js`${s.n} > 3` }}"],
    ["<b style={{ width: s.n * 2 }} />", "s.n → write data-style={{ property: js`${s.n} * 2` }}"],
    ["<b disabled={s.n === 0} />", "s.n → write data-attr:disabled={js`${s.n} === 0`}"],
    ["<b title={`Hi ${s.name}`} />", "s.name → write data-attr:title={js`'Hi ' + ${s.name}`}"],
    ["<b id={'x' + s.n} />", "s.n → write data-attr:id={js`'x' + ${s.n}`}"],
    ["<b {...s} />", "s → spreading it gives the names, and no values: write data-signals={[s, …]}, or s.initial"],
    ["<p>{s.open && <b />}</p>", "s.open → render the element always, and give it data-show={s.open}"],
    ["<p>{s.open ? <b /> : <i />}</p>", "s.open → render the element always, and give it data-show={s.open}"],
    ["<p>{s.n > 3 ? <b /> : <i />}</p>", "s.n → render the element always, and give it data-show={js`${s.n} > 3`}"],
    ["<p>{s.name}</p>", "s.name → write data-text={s.name} on an element"],
    [
      "<>{x ? s.name : s.ui.dark}</>",
      "x ? s.name : s.ui.dark → write data-text={x ? s.name : s.ui.dark} on an element",
    ],
    [
      "<p>{s.list.map((x) => <b />)}</p>",
      "s.list → write js`${s.list}.map(…)` for the browser, or ask readSignals for its value in a request",
    ],
    ["<p>{js`$a > 1` ? 'a' : 'b'}</p>", "js`$a > 1` → render the element always, and give it data-show={js`$a > 1`}"],
  ]);
});

describe("printed by the server", () => {
  testFound([
    ["<b class={{ a: s.open, b: true }} />", 's.open → write data-class={{ "a": s.open }}'],
    ["<b className={['a', { b: s.open }]} />", 's.open → write data-class={{ "b": s.open }}'],
    ["<b class={s.name} />", 's.name → write data-class={{ "…": s.name }}'],
    ["<b class={[s.open && 'a']} />", "s.open → write data-class={{ name: s.open }}"],
    ["const c = { a: s.open }; <b class={c}><i class={{ ...c }} /></b>", 's.open → write data-class={{ "a": s.open }}'],
    ["<b style={{ color: s.name }} />", 's.name → write data-style={{ "color": s.name }}'],
    ["<b style={{ ...(x && { color: s.name }) }} />", 's.name → write data-style={{ "color": s.name }}'],
    ["<b disabled={s.open} />", "s.open → write data-attr:disabled={s.open}"],
    ["<b aria-expanded={s.open} />", "s.open → write data-attr:aria-expanded={s.open}"],
    ["<a href={x ? s.name : '/'} />", "s.name → write data-attr:href={s.name}"],
    ["<svg viewBox={s.name} />", "s.name → write data-attr={{ viewBox: s.name }}"],
    ["<b title={x ?? s.name} />", "s.name → write data-attr:title={s.name}"],
    ["<b hidden={s.open} />", "s.open → write data-attr:hidden={s.open}, or data-show={js`!${s.open}`}"],
    ["<input value={s.name} />", "s.name → write data-bind={s.name}"],
    ["<input type='checkbox' checked={s.open} />", "s.open → write data-bind={s.open}"],
    ["<progress value={s.n} />", "s.n → write data-attr:value={s.n}"],
    ["<b onclick={s.name} />", "s.name → write data-on:click={s.name}"],
    ["<b {...{ hidden: true, title: s.name }} />", "s.name → write data-attr:title={s.name}"],
    ["<b {...(x && { title: s.name })} />", "s.name → write data-attr:title={s.name}"],
    ["const a = { title: s.name }; <b {...a} />", "s.name → write data-attr:title={s.name}"],
    ["<b title={shared.name} />", "shared.name → write data-attr:title={shared.name}"],
    [
      "<p>{x ? s.name : 'none'}{[s.n]}</p>",
      ...["s.name", "s.n"].map((n) => `${n} → write data-text={${n}} on an element`),
    ],
    ["<b class={['a', js`$b`]} />", 'js`$b` → write data-class={{ "…": js`$b` }}'],
    ["<b class={['a', { b: x && js`$b` }]} />", 'js`$b` → write data-class={{ "b": js`$b` }}'],
    ["const e = js`$b`; <b style={{ color: e }} />", 'e → write data-style={{ "color": e }}'],
    [
      "<p>{x ? js`$a` : get('/x')}</p>",
      ...["js`$a`", "get('/x')"].map((n) => `${n} → write data-text={${n}} on an element`),
    ],
    ["const e = js`$b`; <b title={e} />", "e → write data-attr:title={e}"],
    ["<p children={s.name} />", "s.name → write data-text={s.name} on an element"],
    ["<p>{s.open && s.name}</p>", "s.open → render the element always, and give it data-show={s.open}"],
  ]);
});

describe("elsewhere in the program", () => {
  const orAsk = "where the browser decides, or ask readSignals for its value in a request";
  testFound([
    ["if (s.open) f()", `s.open → write js\`\${s.open} …\` ${orAsk}`],
    ["while (s.n < 3) f()", `s.n → write js\`\${s.n} …\` ${orAsk}`],
    ["switch (s.n) { default: }", `s.n → write js\`\${s.n} …\` ${orAsk}`],
    ["for (const x of s.list) f()", `s.list → write js\`\${s.list} …\` ${orAsk}`],
    ["const x = s.n ?? 3", `s.n → write js\`\${s.n} ?? 3\` ${orAsk}`],
    ["const x = `${s.n}`", `s.n → write js\`\${s.n}\` ${orAsk}`],
    ["const x = -s.n", `s.n → write js\`-\${s.n}\` ${orAsk}`],
    [
      "f(Number(s.n), JSON.stringify(s.n))",
      `s.n → write js\`\${s.n} …\` ${orAsk}`,
      `s.n → write js\`\${s.n} …\` ${orAsk}`,
    ],
    ["s.n = 3", "s.n → to set it in the browser, write js`${s.n} = …`, or send patchSignals"],
    ["let sum = 0; sum += s.n", "s.n → to set it in the browser, write js`${s.n} = …`, or send patchSignals"],
    [
      "s.name.toUpperCase()",
      "s.name → write js`${s.name}.toUpperCase(…)` for the browser, or ask readSignals for its value in a request",
    ],
  ]);
});

describe("by whatever way the signal came", () => {
  testFound([
    ["const { open } = s; <b data-show={!open} />", "open → write js`!${open}`"],
    ["const { ui: { dark } } = s; <b data-show={!dark} />", "dark → write js`!${dark}`"],
    ["const ui = s.ui; <b data-show={!ui.dark} />", "ui.dark → write js`!${ui.dark}`"],
    ["const t = s.pick('n'); <b data-show={!t.n} />", "t.n → write js`!${t.n}`"],
    ["const make = () => signals({ n: 0 }), t = make(); <b data-show={!t.n} />", "t.n → write js`!${t.n}`"],
    ["const all = { s }; <b data-show={!all.s.n} />", "all.s.n → write js`!${all.s.n}`"],
    ["<b data-show={s.list[i] === 1} />", "s.list[i] → write js`${s.list[i]} === 1`"],
    ["<b data-show={!shared.open} />", "shared.open → write js`!${shared.open}`"],
    ["<b data-show={!(s.open as unknown)} />", "s.open → write js`!${s.open}`"],
  ]);
});

describe("in what a parameter or a prop is declared to be", () => {
  const typed = 'import type { Signal, Signals } from "datastar-tsx"; ';
  const shown = (signal: string): string => `${signal} → render the element always, and give it data-show={${signal}}`;
  testFound([
    [`${typed}const P = ({ open }: { open: Signal<boolean> }) => <p>{open ? 1 : 2}</p>`, shown("open")],
    [
      `${typed}function P(props: { ui: Signals<{ a: boolean }> }) { return <p>{props.ui.a && 1}</p> }`,
      shown("props.ui.a"),
    ],
    [
      `${typed}interface Props { readonly "is-open": Signal }; (p: Props) => <p>{p["is-open"] && 1}</p>`,
      shown('p["is-open"]'),
    ],
    [`${typed}type A = { on: Signal }; type B = A & { n: 1 }; ({ on: x }: Readonly<B>) => <p>{x && 1}</p>`, shown("x")],
    [`${typed}type Flag = Signal<boolean>; export type P = { f: Flag }; ({ f }: P) => <p>{f && 1}</p>`, shown("f")],
    ["const P = ({ t }: { t: typeof s }) => <p>{t.open && 1}</p>", shown("t.open")],
    ["const P = ({ t }: { t: typeof s.ui.dark }) => <p>{t && 1}</p>", shown("t")],
    [`${typed}const f = (n: Signal<number>) => <b title={\`\${n}\`} />`, "n → write data-attr:title={js`${n}`}"],
    ['import * as d from "datastar-tsx"; (n: Signal) => n > 1; type Signal = number; (m: d.Signal) => n > 1'],
    // What may be absent, or something else, is asked for.
    [`${typed}({ open }: { open?: Signal }) => <p>{open && <b data-show={open} />}</p>`],
    [`${typed}({ open }: { open: Signal | undefined }) => <p>{open && <b data-show={open} />}</p>`],
    [`${typed}({ open = undefined }: { open: Signal }) => <p>{open && <b data-show={open} />}</p>`],
    [
      `${typed}({ list, ...rest }: { list: Signal[] }) => list.length > 0 && rest && list.map((x) => <b data-text={x} />)`,
    ],
    [
      `${typed}type A = A & B; type B = B; type C = { s: typeof s2 }; const s2: C = s2; (a: A, { s }: C) => a && a.b && s.b`,
    ],
  ]);
});

describe("there is nothing to say of", () => {
  testFound([
    ["<b data-show={s.open} data-text={js`!${s.open} + ${1 + 2}`} data-class={{ a: s.open }} data-signals={s} />"],
    ["<b data-show={x && s.open} data-text={x ? s.open : js`$b`} data-on:click={post(url`/x/${s.n}`)} />"],
    ["<b data-testid={s.name} data-attr={{ title: s.name }} data-bind={s.name} {...{ 'data-text': s.name }} />"],
    ["<Card title={s.name} class={{ a: s.open }} style={{ color: s.name }} {...{ value: s.name }} />"],
    ["<b title={f(s.name)} class={f({ a: s.open })} style={{ color: f(s.name) }} onclick={f([s.name])} />"],
    ["<a href={url`/x/${s.n}`} title={s.initial.name} class={{ a: s.initial.open }}>{f(s.name)}</a>"],
    ["({ t }) => typeof t === 'string' ? <b title={t} /> : <b data-attr:title={t} />"],
    ["const F = ({ t }) => typeof t === 'string' ? <b title={t} /> : <b data-text={t} />; <F t={s.name} />"],
    ["const F = ({ t, ...rest }) => <b data-text={t} {...rest} />; <F t={s.name} id='a' />"],
    ["const F = (props) => { const { t, ...rest } = props; return <b data-text={t} {...rest} />; }; <F t={s.name} />"],
    ["const F = (props) => (isText(props) ? <b {...props} /> : <b data-text={props.t} />); <F t={s.name} />"],
    ["const all = { t: s.name, id: 'a' }, { t, ...rest } = all; <b data-text={t} {...rest} />"],
    ["const F = ({ class: c }) => <b data-class={c} />; <F class={{ a: s.open }} />"],
    ["<b data-class={{ a: s.open }} class={{ a: true, b: x }} key={s.name} />"],
    ["if (s) f(); if (s.patch({ n: 2 }).n) f(); if (s.initial.n > 3) f()"],
    ["async () => { const { n } = await readSignals(request, s); return n > 3 && `${n}`; }"],
    ["(s) => s.n > 3; { const s = { n: 4 }; s.n > 3; }"],
    // It is no signal, or other checks speak of it.
    ["const u = url`/x/${x}`; <p title={u} class={[u]}>{u}{url`/y`}</p>; <p title={js`$a`} onclick={js`$b`} />"],
    ["<Show>{js`$a`}{[js`$b`]}</Show>"],
    ["<Card note={js`$a`} class={[js`$a`]} style={{ color: js`$a` }} />; <p data-class={{ a: js`$a` }} />"],
    ["typeof s.n === 'object'; s.n instanceof Signal; 'n' in s; f(s.n, ...[s.n], { a: s.n })"],
    // It may well be absent.
    ["const t = x ? s.n : undefined; <p>{t && <b data-text={t} />}</p>"],
    ["const e = x ? js`$a` : undefined; <p>{e && <b data-on:click={e} />}</p>"],
    ["({ t }) => <p>{t ? <b data-text={t} /> : null}</p>"],
    ["let node = { next: null }; node = node.next; !node"],
    ["type State = typeof s.State; const f = (x: State) => x.n > 3"],
  ]);
});

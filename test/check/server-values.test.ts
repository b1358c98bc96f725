// Values of signals, source, markup and replies that the server takes for its own: what only types can tell.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { type Found, versions } from "./check-elements.js";
import { makeProject } from "./make-project.js";

const state = `import { createHub } from "datastar-tsx/hub";
import { js, list, record, type Signal, signals } from "datastar-tsx";

export const todo = signals({ title: "", open: false, count: 0, items: list<{ id: number }>(), byId: record<{ name: string }>(), user: { email: "", admin: false } });
export const ui = { flags: { open: todo.open }, labels: [todo.title, todo.user.email], name: "Ada", count: 3, done: true };
export const doubled = js<number>\`\${todo.count} * 2\`;
export const isAdult = js<boolean>\`\${todo.count} > 17\`;
export const openOf = (set: typeof todo) => set.open;
export const same = <T,>(value: T): T => value;
export const toggle = (id: string) => \`@post('/todos/\${id}')\` as const;
export const parsed = JSON.parse("{}");
export type Field = { readonly label: string; readonly signal: Signal<string>; readonly error?: Signal<string> };
export async function load(id: number): Promise<{ title: string }> { return { title: String(id) }; }
export async function Card({ id }: { id: number }) { const { title } = await load(id); return <p>{title}</p>; }
export async function isAdmin(id: number): Promise<boolean> { return id > 1; }
export const hub = createHub<"news" | \`room:\${number}\`>();
export const room = hub.live((id: number) => \`room:\${id}\` as const, (id: number) => <p id="room">{id}</p>);
export const Plain = ({ title }: { title: string }) => <p>{title}</p>;
`;

const preamble = `/// <reference types="node" />
import { EventEmitter } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { js, type Expression, isSignal, type JSX, noContent, pageResponse, elementsResponse, post, readForm, readSignals, signalsResponse, stream, type ServerSentEventGenerator, type Signal, type SignalSet } from "datastar-tsx";
import * as node from "datastar-tsx/node";
import { sendPage } from "datastar-tsx/node";
import { Card, doubled, type Field, hub, isAdmin, isAdult, load, openOf, parsed, Plain, room, same, todo, toggle, ui } from "./state.js";
declare const fields: readonly Field[];
declare const users: readonly { id: number; admin: boolean; at?: Date }[];
declare const request: Request;
declare const given: { set: typeof todo } | { name: string };
declare const sse: ServerSentEventGenerator;
declare const response: Parameters<typeof sendPage>[0];
declare const reply: { hijack(): void; type(name: string): typeof reply; send(payload?: unknown): void };
declare const app: { get(path: string, handler: (c: { json(value: unknown): Response; text(value: string): Response }) => unknown): void };
declare const log: (text: string) => void;
declare const sql: (strings: TemplateStringsArray, ...values: unknown[]) => string;
class Pages { readonly page = pageResponse; readonly open?: typeof pageResponse; body(): JSX.Element { return <p />; } async isOpen(): Promise<boolean> { return true; } }
const pages = new Pages();
`;

/** Checks programs of one line each, and gives what is found in each. */
async function checkPrograms(
  programs: readonly string[],
  version: (typeof versions)[number],
): Promise<readonly (readonly Found[])[]> {
  // Each has names of its own.
  const code = preamble + programs.map((program, i) => `export function program${i}() { ${program} }`).join("\n");
  const project = makeProject({ "state.tsx": state, "programs.tsx": code }, version);
  const checker = await openProject(project);
  const findings = checker.check();
  checker.close();
  rmSync(project, { recursive: true });
  expect(findings.filter(({ file }) => file === join(project, "state.tsx"))).toEqual([]);
  const first = preamble.split("\n").length;
  return programs.map((_, i) =>
    findings
      .filter(({ line }) => line === first + i)
      .map(({ start, end, message }) => ({ culprit: code.slice(start, end), message })),
  );
}

/** Programs, what is wrong in them, and what is said of it. */
const mistakes: readonly (readonly [program: string, culprit: string, message: RegExp])[] = [
  // Conditions.
  ["const { open } = todo; if (open) log('');", "open", /always true here/],
  ["const flag = ui.flags.open; return flag ? 'a' : 'b';", "flag", /data-show=\{flag\}/],
  ["return <p class={ui.flags.open ? 'on' : 'off'} />;", "ui.flags.open", /always true/],
  ["return <p>{openOf(todo) && <b />}</p>;", "openOf(todo)", /always true/],
  ["return !same(todo.open);", "same(todo.open)", /always true/],
  ["const show = (on: Signal<boolean>) => (on ? <p /> : null); return show(todo.open);", "on", /always true/],
  ["return fields.filter((field) => field.signal).length;", "field.signal", /always true/],
  ["return fields.some(({ signal }) => !signal);", "signal", /always true/],
  ["const [first = todo.title] = ui.labels; return first || 'none';", "first", /always true/],
  ["for (const { signal } of fields) while (signal) log('');", "signal", /always true/],
  [
    "const pick = <S extends Signal<boolean>>(signal: S) => (signal ? 1 : 2); return pick(todo.open);",
    "signal",
    /always true/,
  ],
  ["return isAdult ? 'a' : 'b';", "isAdult", /only the browser evaluates the expression/],
  ["const at = { when: isAdult }; return at.when && <p />;", "at.when", /only the browser evaluates/],
  ["return (todo.open as Signal<boolean>) ?? false;", "todo.open", /always true/],
  ["return Boolean(ui.flags.open);", "ui.flags.open", /always true/],
  ["const row = (f: Field) => f.label !== '' && f.signal && <p />; return fields.map(row);", "f.signal", /always true/],
  ["const at = same<Signal<boolean> | Expression<boolean>>(todo.open); return at ? 1 : 2;", "at", /always true/],
  ["return fields.find((f) => { if (f.label === '') return false; return f.signal; });", "f.signal", /always true/],
  ["return fields.some(function (f) { return f.signal; });", "f.signal", /always true/],
  [
    "const opens = (f: Field) => f.signal; return fields.filter(opens);",
    "opens",
    /opens answers with what only the browser has a value of/,
  ],
  // Promises as conditions.
  ["return !isAdmin(1);", "isAdmin(1)", /is a promise, which is always there and always true: await it first/],
  ["const admin = isAdmin(1); return admin || ui.done;", "admin", /always true: await it first/],
  ["return <p>{!pages.isOpen() && <b />}</p>;", "pages.isOpen()", /always true: await it first/],
  ["return users.filter((user) => isAdmin(user.id));", "isAdmin(user.id)", /always true: await it first/],
  [
    "return users.filter(async (user) => !(await isAdmin(user.id)));",
    "async",
    /^An async function answers with a promise, which is always true: await the answers first/,
  ],
  [
    "const isOne = ({ id }: { id: number }) => isAdmin(id); return users.every(isOne);",
    "isOne",
    /isOne answers with a promise, which is always true/,
  ],
  ["return [todo.open, todo.user.admin].some(Boolean);", "[todo.open, todo.user.admin]", /only the browser its value/],
  ["return users.map(({ id }) => isAdmin(id)).every(Boolean);", "users.map(({ id }) => isAdmin(id))", /always true/],
  ["return async () => { while (!sse.signal) await sse.sleep(1); };", "sse.signal", /write sse\.signal\.aborted/],
  // What a value is, or whether it is there.
  ["return todo.title === null ? <i /> : <b />;", "todo.title", /only the browser its value/],
  ["return undefined != ui.flags.open;", "ui.flags.open", /only the browser its value/],
  ["return load(1) === undefined;", "load(1)", /is a promise, which is always there/],
  ["return typeof todo.title === 'string' ? 1 : 2;", "todo.title", /only the browser its value/],
  ["return Array.isArray(todo.items);", "todo.items", /only the browser its value/],
  ["const { count } = todo; return Number.isInteger(count);", "count", /only the browser its value/],
  ["return parsed.title === todo.title;", "parsed.title === todo.title", /has a signal in it/],
  ["return JSON.parse('{}').tab === todo.title;", "JSON.parse('{}').tab === todo.title", /has a signal in it/],
  ["return same(ui).flags.open ? 1 : 2;", "same(ui).flags.open", /always true here/],
  ["return Object.keys(todo.items).length;", "todo.items", /only the browser its value/],
  ["return 'a' in todo.byId;", "todo.byId", /only the browser its value/],
  ["for (const name in todo.byId) log(name);", "todo.byId", /only the browser its value/],
  ["return Object.entries(readSignals(request, todo));", "readSignals(request, todo)", /await it first/],
  ["return todo.title !== parsed;", "todo.title !== parsed", /has a signal in it/],
  // Text.
  ["return `Hello ${ui.labels[0] ?? ''}`;", "ui.labels[0]", /only the browser/],
  ["const { title: name } = todo; return `Hello ${name}`;", "name", /data-text=\{name\}/],
  ["return fields.map((field) => `${field.label}: ${field.signal}`);", "field.signal", /only the browser its value/],
  [
    "const greet = (name: Signal<string>) => 'Hello ' + name; return greet(todo.title);",
    "name",
    /only the browser its value/,
  ],
  ["let text = ''; text += same(todo.title); return text;", "same(todo.title)", /only the browser its value/],
  ["return ui.labels.join(', ');", "ui.labels", /only the browser its value/],
  ["return String(same(todo.user.email));", "same(todo.user.email)", /only the browser its value/],
  ["const { user } = todo; return user.email.toString();", "user.email", /only the browser its value/],
  ["const n = same(todo.count); return Number(n) + 1;", "n", /only the browser its value/],
  ["const n = same(todo.count); return -n;", "n", /only the browser its value/],
  ["const set = same(todo); return `${set}`;", "set", /a set of signals, which has no text/],
  [
    "const either: Signal<string> | string = same<Signal<string> | string>(todo.title); return `${either}`;",
    "either",
    /only the browser its value/,
  ],
  ["return <p title={`${ui.labels[1]}`} />;", "ui.labels[1]", /only the browser its value/],
  ["return `${ui.labels}`;", "ui.labels", /only the browser its value/],
  ["return [...ui.labels].sort();", "ui.labels", /only the browser its value/],
  ["return sql`SELECT ${ui.labels[0]}`;", "ui.labels[0]", /only the browser its value/],
  // JSON and spreading.
  ["return JSON.stringify(ui);", "ui", /only the browser its value/],
  ["return JSON.stringify({ title: same(todo.title) });", "{ title: same(todo.title) }", /only the browser its value/],
  ["sse.dispatchCustomEvent('a', { title: todo.title });", "{ title: todo.title }", /only the browser its value/],
  ["return JSON.stringify([doubled]);", "[doubled]", /JSON cannot carry it/],
  ["app.get('/', (c) => c.json(load(1)));", "load(1)", /await it first/],
  ["app.get('/', (c) => c.json({ html: <p /> }));", "{ html: <p /> }", /markup, which is no JSON/],
  ["const { user } = todo; return { ...user };", "user", /a copy of it has no value, which only the browser has/],
  ["const set = same(todo); return <p data-signals={{ ...set }} />;", "set", /data-signals=\{\[set, …\]\}/],
  ["return Object.assign({}, todo);", "todo", /names, and no values/],
  ["return structuredClone(todo);", "todo", /names, and no values/],
  ["return structuredClone({ email: todo.user.email });", "{ email: todo.user.email }", /which only the browser has/],
  [
    "return { ...readSignals(request, todo) };",
    "readSignals(request, todo)",
    /is a promise, and a copy of it has nothing in it/,
  ],
  // What responses take.
  ["createServer((_, res) => void res.end(<p />));", "<p />", /is markup, and no text: write String\(await <p \/>\)/],
  ["createServer((_, res) => { res.end(pages.body()); });", "pages.body()", /is markup, and no text/],
  ["createServer((_, res) => { res.write(load(1)); });", "load(1)", /await it first/],
  ["reply.type('text/html').send(<Plain title='a' />);", "<Plain title='a' />", /is markup, and no text/],
  ["reply.send(todo.title);", "todo.title", /only the browser its value/],
  // Promises and markup that are not there yet.
  ["const page = load(1); return `${page}`;", "page", /is a promise, and has no text yet/],
  ["return `${load(1)}`;", "load(1)", /await it first/],
  ["return 'a' + load(1);", "load(1)", /await it first/],
  ["return [load(1), load(2)].join('');", "[load(1), load(2)]", /await it first/],
  ["return String(<Card id={1} />);", "Card", /await the markup first/],
  ["return `<!doctype html>${<main><Card id={1} /></main>}`;", "Card", /await the markup first/],
  ["const title = load(1).then((one) => one.title); return `${<p>{title}</p>}`;", "title", /await the markup first/],
  ["const all = users.map((user) => load(user.id)); return `${all}`;", "all", /await it first/],
  ["return users.map((user) => <Card id={user.id} />).join('');", "Card", /await the markup first/],
  [
    "return users.map((user) => { return <li><Card id={user.id} /></li>; }).join('');",
    "Card",
    /await the markup first/,
  ],
  ["return [<Plain title='a' />, <Card id={1} />].join('');", "Card", /await the markup first/],
  ["const rows = users.map((user) => <Card id={user.id} />); return rows.join('');", "Card", /await the markup first/],
  ["return `${<ul>{users.map(({ id }) => <Card id={id} />)}</ul>}`;", "Card", /await the markup first/],
  ["const card = <Card id={1} />; return `<!doctype html>${card}`;", "Card", /await the markup first/],
  // Source.
  ["const onClick = toggle('1'); return <b data-on:click={onClick} />;", "onClick", /would run as code/],
  ["return <b data-on={{ click: toggle('1') }} />;", "toggle('1')", /would run as code/],
  ["return <b data-on:click={{ do: toggle('1'), once: true }} />;", "toggle('1')", /would run as code/],
  ["return <b data-text={parsed.title} />;", "parsed.title", /of the type any/],
  ["const of = (name: string) => <b data-text={`$${name} + 1`} />; return of('a');", "name", /would run as code/],
  // Replies.
  ["app.get('/', () => { pageResponse(<p />); });", "pageResponse", /write return pageResponse\(…\)/],
  [
    "const answer = { page: elementsResponse }; app.get('/', () => { answer.page(<p />); });",
    "answer.page",
    /write return answer\.page/,
  ],
  ["const answer = signalsResponse; answer({ a: 1 });", "answer", /nobody returns/],
  [
    "app.get('/', () => { stream(new Request('http://a.b'), async (sse) => sse.close()); });",
    "stream",
    /nobody returns/,
  ],
  ["return async () => { sendPage(response, <p />); };", "sendPage", /write await or return/],
  ["return async () => { if (response.headersSent) return; else sendPage(response, <p />); };", "sendPage", /await/],
  ["return async () => users.forEach(() => sendPage(response, <p />));", "sendPage", /write await or return/],
  ["app.get('/', async () => { await pageResponse(<p />); });", "pageResponse", /nobody returns/],
  ["app.get('/', () => { if (ui.done) pageResponse(<p />); });", "pageResponse", /nobody returns/],
  ["app.get('/', () => { ui.done && noContent(); });", "noContent", /nobody returns/],
  ["app.get('/', () => { switch (ui.name) { case 'a': noContent(); } });", "noContent", /nobody returns/],
  ["for (const user of users) elementsResponse(<p id='a'>{user.id}</p>);", "elementsResponse", /nobody returns/],
  ["users.forEach((user) => { if (user.admin) return pageResponse(<p />); });", "pageResponse", /nobody returns/],
  ["load(1).then((one) => pageResponse(<p>{one.title}</p>));", "pageResponse", /nobody returns/],
  ["return async () => { await load(1).catch(() => noContent()); };", "noContent", /nobody returns/],
  ["setTimeout(() => pageResponse(<p />), 10);", "pageResponse", /nobody returns/],
  ["pages.open?.(<p />);", "pages.open", /nobody returns/],
  ["const answer = ui.done ? pageResponse : elementsResponse; answer(<p id='a' />);", "answer", /nobody returns/],
  ["app.get('/', () => { hub.stream(request, 'news'); });", "hub.stream", /write return hub\.stream\(…\)/],
  ["app.get('/', () => { room.stream(request, 7); });", "room.stream", /write return room\.stream\(…\)/],
  [
    "createServer((_, response) => pageResponse(<p />));",
    "pageResponse",
    /a server of Node\.js does not send: write sendPage/,
  ],
  [
    "createServer(async (_, res) => { if (res.closed) return; return pageResponse(<p />); });",
    "pageResponse",
    /sendPage/,
  ],
  ["createServer().on('request', (_, res) => pageResponse(<p />));", "pageResponse", /sendPage/],
  [
    "const answerAll = (_: unknown, res: ServerResponse) => pageResponse(<p />); createServer(answerAll);",
    "answerAll",
    /answers with a reply to a web request, which a server of Node\.js does not send/,
  ],
  // What is made, and goes nowhere.
  ["hub.live('news', () => <p id='a' />);", "hub.live", /makes a live view, which nobody is shown/],
  ["todo.patch({ title: '' });", "todo.patch", /write await sse\.patchSignals\(todo\.patch\(…\)\)/],
  ["post('/todos');", "post", /makes an expression for the browser, and does nothing here/],
  ["js`${todo.open} = true`;", "js", /does nothing here/],
  // What stands in no braces is asked about where it stands.
  ["for (const one of [todo]) one.patch({ title: '' });", "one.patch", /patchSignals/],
  ["for (const one of [todo]) if (ui.done) one.patch({ title: '' }); else log('');", "one.patch", /patchSignals/],
  ["if (!ui.done) log(''); else for (let one = todo; ; ) one.patch({ title: '' })", "one.patch", /patchSignals/],
  ["if ('set' in given) given.set.patch({ title: '' });", "given.set.patch", /patchSignals/],
  // Who is not waited for.
  ["app.get('/', async () => { readSignals(request, todo); });", "readSignals", /write await readSignals\(…\)/],
  ["app.get('/', () => { readForm(request); });", "readForm", /what it refuses ends the process/],
  ["createServer(async (req) => { node.readSignals(req, todo); });", "node.readSignals", /ends the process/],
  [
    "return async () => { for (;;) { sse.patchSignals({}); sse.sleep(1000); } };",
    "sse.sleep",
    /write await sse\.sleep/,
  ],
  // Who fails, and nobody hears of it.
  [
    "setInterval(async () => { await sse.patchElements(<p id='a' />); }, 1000);",
    "sse.patchElements",
    /ends the process where nobody catches it: write sse\.every\(…\) for a timer/,
  ],
  ["setTimeout(async () => sse.patchSignals({}), 1000);", "sse.patchSignals", /ends the process/],
  ["users.forEach(async (user) => { await load(user.id); await sse.sleep(1); });", "sse.sleep", /ends the process/],
  ["load(1).then((one) => sse.patchElements(<p id='a'>{one.title}</p>));", "sse.patchElements", /ends the process/],
  [
    "new EventEmitter().on('a', async () => { try { await sse.sleep(1); } finally { log(''); } });",
    "sse.sleep",
    /ends/,
  ],
  ["(async () => { await sse.sleep(1); })();", "sse.sleep", /ends the process/],
  [
    "const tick = async () => { await sse.patchSignals({}); }; setInterval(tick, 1000);",
    "tick",
    /^tick awaits a send, .* await it, or leave out the await before its sends/,
  ],
  ["async function loop() { for (;;) await sse.sleep(1); } loop();", "loop", /^loop awaits a send/],
];

/** Programs that use what they may. */
const correct: readonly string[] = [
  // What may be missing can be asked for.
  "return fields.map((field) => field.error && <p data-text={field.error} />);",
  "return fields.map((field) => (field.error ? <p data-text={field.error} /> : null));",
  "return fields.filter(({ error }) => error);",
  "return fields.map(({ error }) => error ?? todo.title).length;",
  "return ui.labels[0] && <p data-text={ui.labels[0]} />;",
  "const show = (on?: Signal<boolean>) => on && <p data-show={on} />; return show();",
  "const show = (on: Signal<boolean> | boolean) => (on ? <p /> : null); return show(true);",
  "const show = ({ when = undefined }: { when?: Expression<boolean> | undefined }) => !when || <p />; return show({});",
  "const f = <T,>(value: T) => (value ? 1 : 2); return f(todo.open);",
  "const f = (value: unknown) => (value ? `${value}` : ''); return f(1);",
  "const f = (value: unknown) => (isSignal(value) ? <p data-text={value} /> : `${value}`); return f(1);",
  "const f = (value: Signal<string> | string) => (typeof value === 'string' ? `${value}!` : value); return f('');",
  "const f = (value?: { a: number } | null) => (value && value.a > 1) || !value; return f();",
  "const f = (a?: { b?: { c: number } }) => (a?.b && a.b.c) ?? 0; return f();",
  "const f = (a: string[] | undefined) => { if (!a) return 0; while (a.length) a.pop(); return a.length; }; return f([]);",
  "const f = (a: { kind: 'x'; x: 1 } | { kind: 'y'; y: 2 }) => (a.kind === 'x' ? a.x : a.y); return f({ kind: 'y', y: 2 });",
  "const isText = (value: unknown): value is string => typeof value === 'string'; const v: unknown = ''; return isText(v) && v.trim();",
  "const check: (value: unknown) => asserts value = (value) => { if (!value) throw new Error(); }; const v = ui.labels[0]; check(v); return <p data-text={v} />;",
  "const at = same<Promise<boolean> | undefined>(undefined); return at ? 1 : 2;",
  "const at = same<boolean | Promise<boolean>>(true); return at ? 1 : 2;",
  "let cached: Promise<{ title: string }> | undefined; return (cached ??= load(1));",
  "return new Map<number, Promise<{ title: string }>>().get(1) ?? load(1);",
  "return users.filter(function (user) { if (!user.at) return false; return user.at; });",
  "const isOne = (user: { admin: boolean }) => user.admin; return users.filter(isOne).length + users.filter(Boolean).length;",
  "return Readable.from([1, 2]).filter(async (id) => await isAdmin(id)).filter(isAdmin).forEach(async () => { await sse.sleep(1); });",
  "const f = (at: Signal<string> | string | undefined) => (typeof at === 'string' ? at : at === undefined ? '' : 'signal'); return f('');",
  "const f = (at: readonly string[] | Signal<readonly string[]>) => (Array.isArray(at) ? at.length : 0); return f([]);",
  "const f = <T,>(at: T) => at === undefined || Array.isArray(at) || typeof at === 'string'; return f(todo.title);",
  "return ui.labels[0] === undefined || fields.map(({ error }) => (error === undefined ? null : <p data-text={error} />));",
  "return typeof todo.title === 'object' && isSignal(todo.title) && todo.title !== ui.labels[1];",
  "for (const name in todo) log(name); return Object.keys(todo.user).length + ('open' in todo ? 1 : 0);",
  "const waiting = load(1); return 'catch' in waiting && 'then' in waiting;",
  "const f = (result: { issues: string[] } | Promise<{ a: 1 }> | Signal<string>) => 'issues' in result && result.issues; return f({ issues: [] });",
  "return [1, 0].some(Boolean) && users.filter(Boolean) && ui.labels.filter(Boolean);",
  "const f = (signal?: AbortSignal) => (signal && !signal.aborted ? 1 : 2); return f(sse.signal);",
  "return parsed.a === parsed.b || parsed.c === 'x' || parsed.d == null || ui.name === parsed.name;",
  // Values of the server.
  "return ui.done ? `${ui.name}: ${ui.count}` : ui.name + ui.count;",
  "const { count } = ui; return -count + +count + Number(ui.name) + ~count;",
  "return [ui.name, ui.count].join(', ') + String(ui.done);",
  "return todo.initial.open ? `${todo.initial.title}` : todo.initial.count.toString();",
  "return `${parsed.title} ${parsed}` + (parsed.open ? 1 : 2) + JSON.stringify(parsed);",
  "let text = ''; text += ui.name; text += ui.count; return text;",
  "return `${new Date()} ${new URL('http://a.b')} ${null} ${ui.labels.length}`;",
  "const fail = (): never => { throw new Error(); }; return `${fail()}`;",
  "return ui.labels.filter(Boolean).length + fields.filter((field) => field.label).length;",
  "return ui.labels.includes(todo.title) && todo.title === ui.labels[0];",
  "return `${users.map(({ id }) => id)}` + [1, 2] + `${new Set([1])}` + ['b', 'a'].sort().join() + [...users].sort().length;",
  "return sql`SELECT ${ui.name} ${new Date()}`;",
  // Text, source and markup.
  "return users.map(({ id }) => <Plain title={`${id}`} />).join('') + [<p />, <Plain title='a' />].join('');",
  "return async () => (await Promise.all(users.map(({ id }) => <Card id={id} />))).join('');",
  "return async () => { const later = <Card id={1} />; return `<!doctype html>${await later}`; };",
  "const items = users.map(({ id }) => <Card id={id} />); return <ul>{items}</ul>;",
  "const text = (children: JSX.Element | readonly JSX.Element[]) => `${children}`; return text(<p />);",
  "createServer((_, res) => { res.write('a'); res.end(`${(<p />)}`); res.end(); }); reply.send(String(<p />)); reply.send({ a: 1 }); reply.send();",
  "return String(<p />) + `${<Plain title='a' />}` + String(doubled);",
  "return async () => String(await (<Card id={1} />)) + `${await load(1)}`;",
  "return <main>{load(1).then((one) => one.title)}<Card id={1} /></main>;",
  "const page = <Plain title='a' />; return page && <main>{page}</main>;",
  "const children: JSX.Element[] = [<p />]; return children.length ? <div>{children}</div> : null;",
  "return <p title={`${ui.name}!`} class={`a ${ui.done && 'b'}`} style={`width: ${ui.count}px`} />;",
  "return <p data-text={todo.title} data-show={js`!${todo.open}`} data-class={{ on: todo.open }} />;",
  "return <p data-text={ui.done ? todo.title : js`${todo.title} + '!'`} data-show={ui.done && todo.open} />;",
  "return <p data-on:click={[ui.done && js`${todo.open} = true`, js`${todo.count}++`]} />;",
  "const Button = ({ onClick }: { onClick: Expression }) => <button data-on:click={onClick} />; return <Button onClick={js`1`} />;",
  "const sources = { a: '$open', b: '$count + 1' } as const; return <p data-show={sources.a} data-text={sources['b']} />;",
  "const tab: 'title' | 'count' = same('title'); return <p data-text={`$${tab}`} data-show={`$count > ${ui.count}`} />;",
  "return fields.map(({ label, signal }) => <label>{label}<input data-bind={signal} /></label>);",
  // JSON and spreading.
  "return JSON.stringify({ ...ui, flags: undefined, labels: ui.labels.length }) + JSON.stringify(todo) + JSON.stringify([new Date(), null]);",
  "type Tree = { children: Tree[]; parent?: Tree; name: string }; const tree: Tree = { children: [], name: '' }; return JSON.stringify(tree);",
  "app.get('/', (c) => c.json({ ...todo.initial, at: new Date(), tags: new Set(['a']).size }));",
  "app.get('/', async (c) => c.json(await load(1)));",
  "const attributes = { id: 'a', ...(ui.done && { title: 'b' }) }; return <p {...attributes} {...(ui.done ? { lang: 'en' } : {})} />;",
  "return { ...ui, ...todo.initial, ...ui.name === undefined ? {} : { a: 1 } };",
  "return Object.assign({}, ui, todo.initial) && structuredClone(todo.initial) && structuredClone(users);",
  "return async () => ({ ...(await load(1)), ...(await readSignals(request, todo)) });",
  // Replies.
  "const change = (id: number): Response => { log(`${id}`); return noContent(); }; const reset = (): Response => noContent(); change(1); reset(); return change(2);",
  "const withHeader = (made: Response): Response => made; withHeader(noContent()); return withHeader(noContent());",
  "const show = (body: JSX.Element): Promise<Response> => pageResponse(body); return show(<p />);",
  "app.get('/', (c) => (ui.done ? hub.stream(request, 'news') : room.stream(request, 7)));",
  "app.get('/', async () => { const made = await pageResponse(<p />); made.headers.set('a', 'b'); return made; });",
  "return Promise.all(users.map(({ id }) => elementsResponse(<p id='a'>{id}</p>)));",
  "createServer((_, response) => sendPage(response, <p />)); createServer((_, res) => { sendPage(res, <p />); });",
  // The headers of a stream are sent at once, and its promise is never rejected.
  "createServer(async (req, res) => { node.stream(req, res, () => {}); }); createServer((req, res) => node.streamTopics(req, res, hub, 'news'));",
  "createServer(async (req, res) => { node.streamView(req, res, room, 7); node.sendSignals(res, {}); });",
  "const answerIt = (_: unknown, res: ServerResponse) => sendPage(res, <p />); createServer(answerIt).listen(0);",
  "return load(1).then((one) => pageResponse(<p>{one.title}</p>)).catch(() => noContent());",
  "const watched = hub.live('news', () => <p id='a' />); return watched.stream(request);",
  // A send that nobody awaits is looked after, and so are those of a hub.
  "sse.patchElements(<p id='a' />); sse.patchSignals({}); sse.patchEach([<Card id={1} />]); sse.close(); hub.patchElements('news', <p id='a' />); hub.close(); room.nudge(7);",
  "setInterval(() => sse.patchElements(<p id='a' />), 1000); setInterval(async () => { await load(1); sse.patchSignals({}); }, 1000);",
  "sse.every(1000, async () => { await sse.patchSignals({}); }); setTimeout(async () => { await hub.patchSignals('news', {}); await sse.close(); }, 10);",
  "setInterval(async () => { try { await sse.patchSignals({}); } catch { log('gone'); } }, 1000);",
  "return async () => { await Promise.all(users.map(async ({ id }) => { await load(id); await sse.sleep(1); })); for (const user of users) await sse.patchSignals(user); };",
  "const send = async () => { await sse.patchSignals({}); }; sse.every(10, send); void send(); send().catch(() => {}); return send();",
  "const save = async () => { await load(1); sse.patchSignals({}); }; save(); setInterval(save, 10);",
  "load(1).then(() => sse.sleep(1)).catch(() => {}); return load(1).then(() => sse.sleep(1));",
  "void readSignals(request, todo); readSignals(request).catch(() => {}); return async () => { await readForm(request); };",
  "const sent = todo.patch({ title: '' }); users.forEach(() => sse.patchSignals(sent)); return sse.patchSignals(todo.patch({ open: true }));",
  "const one = todo; for (const one of fields.map(() => ({ patch: log }))) one.patch(''); return one;",
  "const one = todo; if (ui.done) for (const one of users) if (one.admin) log(String(one.id)); else log(''); return one;",
  "app.get('/', () => pageResponse(<p />)); app.get('/', () => { return elementsResponse(<p />); });",
  "return async () => { await sendPage(response, <p />); };",
  "return async () => { void sendPage(response, <p />); return sendPage(response, <p />); };",
  "sendPage(response, <p />); void fetch('http://a.b'); fetch('http://a.b');",
  "const warm = (): Promise<Response> => fetch('http://a.b'); const send = async (page: unknown) => page; warm(); send(<p />); Object.assign({}, ui);",
];

describe.each(versions)("with TypeScript %s", (version) => {
  let found: readonly (readonly Found[])[] = [];
  beforeAll(async () => {
    found = await checkPrograms([...mistakes.map(([program]) => program), ...correct], version);
  }, 120_000);

  test.each(mistakes.map(([program, culprit, message], i) => [program, culprit, message, i] as const))(
    "%s",
    (_, culprit, message, i) => {
      expect(found[i]).toEqual([{ culprit, message: expect.stringMatching(message) }]);
    },
  );

  test.each(correct.map((program, i) => [program, mistakes.length + i] as const))("%s", (_, i) => {
    expect(found[i]).toEqual([]);
  });
});

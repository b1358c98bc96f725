// Data that becomes code: which text the program puts together where an attribute takes source.
import { parseSync, visitorKeys } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { findRunTimeSources } from "../../../src/diagnostics/program/run-time-source.js";

const imports = 'import { Expression, del, get, js, post, url } from "datastar-tsx";\n';

/** What is found in a module, and what is to be written instead. */
function find(code: string): string[] {
  const file = imports + code;
  const { program, errors } = parseSync("page.tsx", file);
  expect(errors).toEqual([]);
  return findRunTimeSources(program, visitorKeys, file).map(({ diagnostic: { rule, severity, message }, rewrite }) =>
    [
      severity === "warning" ? "warning: " : "",
      rule,
      ": ",
      /^\S+(?=:)/.exec(message)?.[0] ?? "",
      " → ",
      rewrite?.text ?? "?",
    ].join(""),
  );
}

function testFound(rows: readonly (readonly [code: string, ...found: string[]])[]): void {
  test.each(rows.map(([code, ...found]) => [code, found] as const))("%s", (code, found) => {
    expect(find(code)).toEqual(found);
  });
}

describe("wherever an attribute takes source", () => {
  testFound([
    ["<b data-on:click={`@post('/cards/${id}')`} />", "data-in-source: data-on:click → post(url`/cards/${id}`)"],
    ["<b data-on:click__once={`f(${x})`} />", "data-in-source: data-on:click__once → js`f(${x})`"],
    ["<b data-text={`$name + ' ${user}'`} />", "data-in-source: data-text → js`$name + (' ' + ${user})`"],
    ["<b data-text={`$a` as Source} data-show={(`$b === ${x}`)!} />", "data-in-source: data-show → js`$b === ${x}`"],
    ["<b data-on={{ click: `f(${x})` }} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on={{ click: { do: `f(${x})`, once: true } }} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on={{ get click() { return `f(${x})`; } }} />", "data-in-source: data-on:click → js`f(${x})`"],
    [
      "const on = { get click() { return `f(${x})`; }, set click(x) {} }; <b data-on={on} />",
      "data-in-source: data-on:click → js`f(${x})`",
    ],
    ["<b {...{ get 'data-text'() { return `f(${x})`; } }} />", "data-in-source: data-text → js`f(${x})`"],
    ["<b data-init={{ do: `f(${x})`, delay: `${x}ms` }} />", "data-in-source: data-init → js`f(${x})`"],
    ["<b data-on:click={['$a++', `f(${x})`]} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on:click={xs.map((x) => `f(${x})`)} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on:click={[x && `f(${x})`].filter(Boolean)} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on:click={y ? `f(${x})` : js`g()`} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-on:click={y && (`f(${x})` ?? z)} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b data-class={`{a: $b === ${x}}`} />", "data-in-source: data-class → js`{a: $b === ${x}}`"],
    ["<b data-style:color={`'${x}'`} />", "data-in-source: data-style:color → js`${x}`"],
    ["<b data-attr={`{title: '${x}'}`} />", "data-in-source: data-attr → js`{title: ${x}}`"],
    ["<b data-computed={`{x: () => ${x}}`} />", "data-in-source: data-computed → js`{x: () => ${x}}`"],
    ["<b data-signals={`{a: '${x}'}`} />", "data-in-source: data-signals → js`{a: ${x}}`"],
    ["<b data-signals={JSON.stringify(x)} />", "data-in-source: data-signals → js`${x}`"],
    ["<b data-signals:a={`'${x}'`} />", "data-in-source: data-signals:a → js`${x}`"],
    ["<b data-json-signals={`{include: /${x}/}`} />", "data-in-source: data-json-signals → ?"],
    ["<b DATA-ON:CLICK={`f(${x})`} />", "data-in-source: DATA-ON:CLICK → js`f(${x})`"],
    ["<b {...{ 'Data-On:click__once': `f(${x})` }} />", "data-in-source: Data-On:click__once → js`f(${x})`"],
    ["<b {...{ 'dATA-oN': { click: `f(${x})` } }} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<Card data-on:click={`f(${x})`} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["<b {...{ 'data-text': `f(${x})` }} />", "data-in-source: data-text → js`f(${x})`"],
    ["<b {...{ [`data-on:${event}`]: `f(${x})` }} />", "data-in-source: data-on:${…} → js`f(${x})`"],
    ["jsx('b', { 'data-on:click': `f(${x})` })", "data-in-source: data-on:click → js`f(${x})`"],
    ["attributes['data-text'] = `f(${x})`", "data-in-source: data-text → js`f(${x})`"],
    ["const more = (x) => ({ 'data-text': `f(${x})` })", "data-in-source: data-text → js`f(${x})`"],
  ]);
});

describe("wherever the text comes from", () => {
  testFound([
    ["<b data-text={'$a + ' + x} />", "data-in-source: data-text → js`$a + ${x}`"],
    ["<b data-text={x + y} />", "data-in-source: data-text → js`${x} + ${y}`"],
    ["<b data-on:click={'@post(\"/x/' + x + '\")'} />", "data-in-source: data-on:click → post(url`/x/${x}`)"],
    ["<b data-text={'$a = '.concat(x)} />", "data-in-source: data-text → ?"],
    ["<b data-text={['$a', x].join('; ')} />", "data-in-source: data-text → ?"],
    ["<b data-text={'f(ID)'.replace('ID', x)} />", "data-in-source: data-text → ?"],
    ["<b data-text={`f(${x})`.trim()} />", "data-in-source: data-text → ?"],
    ["<b data-text={String.raw`f(${x})`} />", "data-in-source: data-text → js`f(${x})`"],
    ["<b data-text={sql`f(${x})`} />", "warning: data-in-source: data-text → ?"],
    ["const on = `f(${x})`; <b data-on:click={on} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["let on = '$a'; if (x) on += `; f(${x})`; <b data-on:click={on} />", "data-in-source: data-on:click → ?"],
    ["const { on } = { on: `f(${x})` }; <b data-on:click={on} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["const all = { a: `f(${x})` }; <b data-on:click={all[key]} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["const save = { do: `f(${x})` }; <b data-on:click={save} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["const on = { click: `f(${x})` }; <b data-on={{ ...on }} />", "data-in-source: data-on:click → js`f(${x})`"],
    [
      "const o = { on: '' }; o.on = `f(${x})`; <b data-on:click={o.on} />",
      "data-in-source: data-on:click → js`f(${x})`",
    ],
    [
      "const o = { a: '' }; o.a = x; <b data-on:click={`f(${o.a})`} />",
      "data-in-source: data-on:click → js`f(${o.a})`",
    ],
    [
      "const o = { a: '' }; o[x] = y; <b data-on:click={`f(${o.a})`} />",
      "data-in-source: data-on:click → js`f(${o.a})`",
    ],
    [
      "const o = { a: { b: '' } }; o.a.b = x; <b data-text={`f(${o.a.b})`} />",
      "data-in-source: data-text → js`f(${o.a.b})`",
    ],
    [
      "const o = { a: '' }; Object.assign(o, x); <b data-text={`f(${o.a})`} />",
      "data-in-source: data-text → js`f(${o.a})`",
    ],
    ["const on = ['$a']; on.push(`f(${x})`); <b data-on:click={on} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["const on = ['$a']; on.push(x); <b data-on:click={on.join('; ')} />", "data-in-source: data-on:click → ?"],
    [
      "const on = ['$a']; on.push(`f(${x})`); <b data-on:click={on[1]} />",
      "data-in-source: data-on:click → js`f(${x})`",
    ],
    [
      "const o = { [x]: `f(${x})`, b: '$b' }; <b data-on:click={o[x]} />",
      "data-in-source: data-on:click → js`f(${x})`",
    ],
    ["const o = { [x]: `f(${x})`, b: '$b' }; <b data-on:click={o.a} />", "data-in-source: data-on:click → js`f(${x})`"],
    ["const act = (x) => `f(${x})`; <b data-on:click={act(1)} />", "data-in-source: data-on:click → js`f(${x})`"],
    [
      "function act(x) { return [`f(${x})`]; } <b data-on:click={act(1)} />",
      "data-in-source: data-on:click → js`f(${x})`",
    ],
    ["const tag = (s, ...v) => s.join('') + v; <b data-text={tag`f(${x})`} />", "data-in-source: data-text → ?"],
    ["{ const on = '$a'; } { const on = `f(${x})`; <b data-text={on} />; }", "data-in-source: data-text → js`f(${x})`"],
  ]);
});

describe("what is written instead", () => {
  testFound([
    ["<b data-text={`$x = ${JSON.stringify(x)}`} />", "data-in-source: data-text → js`$x = ${x}`"],
    ["<b data-init={`@get('/x?q=${x}&n=1')`} />", "data-in-source: data-init → get(url`/x?q=${x}&n=1`)"],
    // What the URL begins with, and a whole query, are no parts that can be encoded.
    ["<b data-init={`@get('${base}/x/${x}')`} />", "data-in-source: data-init → ?"],
    ["<b data-init={`@get('/x?${query}')`} />", "data-in-source: data-init → ?"],
    ["<b data-init={`@get('${x}')`} />", "data-in-source: data-init → js`@get(${x})`"],
    ["<b data-init={`$a = 1; @delete('/x/${x}')`} />", "data-in-source: data-init → js`$a = 1; ${del(url`/x/${x}`)}`"],
    ["<b data-init={`f('a ${x} b') && g`} />", "data-in-source: data-init → js`f('a ' + ${x} + ' b') && g`"],
    // No literal can be a name, or stand in a template literal of the source.
    ["<b data-text={`$${x}`} />", "data-in-source: data-text → ?"],
    ["<b data-text={`$user.${x}`} />", "data-in-source: data-text → ?"],
    ["<b data-on:click={`@${x}('/x')`} />", "data-in-source: data-on:click → ?"],
    ["<b data-on:click={`${x} = 1`} />", "data-in-source: data-on:click → ?"],
    ["<b data-text={`\\`${x}\\``} />", "data-in-source: data-text → ?"],
    // What may be source of the author's own would become a literal.
    ["<b data-text={`${x ? '$a' : y} + 1`} />", "data-in-source: data-text → ?"],
    ["const name = 'a'; <b data-text={`$${name} + ${x}`} />", "data-in-source: data-text → ?"],
  ]);
});

describe("scripts", () => {
  const inHandler = (name: string, rewrite: string) => `data-in-source: ${name} → ${rewrite}`;
  testFound([
    ["<b onclick={`f('${id}')`} />", inHandler("onclick", "`f(${JSON.stringify(id)})`")],
    ["<b onClick={`f(${id})`} />", inHandler("onClick", "`f(${JSON.stringify(id)})`")],
    ["<b onerror={'this.src = ' + url} />", inHandler("onerror", "`this.src = ${JSON.stringify(url)}`")],
    ["<b ontouchstart={`f('a ${id} b')`} />", inHandler("ontouchstart", "`f('a ' + ${JSON.stringify(id)} + ' b')`")],
    ["<b {...{ onclick: `f(${id})` }} />", inHandler("onclick", "`f(${JSON.stringify(id)})`")],
    ["<b {...{ ONCLICK: `f(${id})` }} />", inHandler("ONCLICK", "`f(${JSON.stringify(id)})`")],
    ["const more = { onError: `f(${id})` }; <b {...more} />", inHandler("onError", "`f(${JSON.stringify(id)})`")],
    ["jsx('b', { onclick: `f(${id})` })", inHandler("onclick", "`f(${JSON.stringify(id)})`")],
    [
      "const on = open ? `f(${id})` : undefined; <b onclick={on} />",
      inHandler("onclick", "`f(${JSON.stringify(id)})`"),
    ],
    // JSON in quotes ends them.
    ["<b onclick={`f('${JSON.stringify(id)}')`} />", inHandler("onclick", "`f(${JSON.stringify(id)})`")],
    ["<b onclick={`f(/${JSON.stringify(id)}/)`} />", inHandler("onclick", "?")],
    ["<b onclick={`f(${open ? id : 1})`} />", inHandler("onclick", "`f(${JSON.stringify(open ? id : 1)})`")],
    ["<b onclick={`f('${`a${JSON.stringify(id)}`}')`} />", inHandler("onclick", "?")],
    ["sse.executeScript(`f(${id})`)", "data-in-source: executeScript() → `f(${JSON.stringify(id)})`"],
    ["hub.topic('a').executeScript('f(' + id + ')')", "data-in-source: executeScript() → `f(${JSON.stringify(id)})`"],
    ["let s = ''; s += `f(${id});`; sse.executeScript(s)", "data-in-source: executeScript() → ?"],
    [
      "sse.executeScript(`f('${a}', ${b})`)",
      "data-in-source: executeScript() → `f(${JSON.stringify(a)}, ${JSON.stringify(b)})`",
    ],
    ["<script>{`var x = ${data}`}</script>", "data-in-source: <script> → `var x = ${JSON.stringify(data)}`"],
    [
      "<script type='module'>{`let x = '${data}'`}</script>",
      "data-in-source: <script> → `let x = ${JSON.stringify(data)}`",
    ],
    // A function from elsewhere may return a literal, and a list may hold statements.
    [
      "<script>{`var x = ${serialize(data)}`}</script>",
      "warning: data-in-source: <script> → `var x = ${JSON.stringify(serialize(data))}`",
    ],
    ["sse.executeScript(lines.join(';'))", "warning: data-in-source: executeScript() → ?"],
  ]);
});

describe("scripts that TSX puts together", () => {
  testFound([
    ['<script>var a = "{data}";</script>', "data-in-source: <script> → {`var a = ${JSON.stringify(data)};`}"],
    ["<script>var a = {data};</script>", "data-in-source: <script> → {`var a = ${JSON.stringify(data)};`}"],
    [
      '<script>{"var a = \'"}{user.name}{"\'"}</script>',
      "data-in-source: <script> → {`var a = ${JSON.stringify(user.name)}`}",
    ],
    ["<script>{['f(', data, ')']}</script>", "data-in-source: <script> → {`f(${JSON.stringify(data)})`}"],
    [
      "<script>f({cond ? 1 : data}); g()</script>",
      "data-in-source: <script> → {`f(${JSON.stringify(cond ? 1 : data)}); g()`}",
    ],
    [
      "<svg><script>var a = '{raw(data)}'</script></svg>",
      "data-in-source: <script> → {`var a = ${JSON.stringify(raw(data))}`}",
    ],
    ["<script>var a = {JSON.stringify(data)}; f({1}, {items.length})</script>"],
    ["<script>{data}</script>; <script> {data} </script>; <script>f()</script>; <script></script>"],
    ["<script type='application/json'>{'{\"a\": '}{a}{'}'}</script>"],
    ["const n = 1; <script>f({n}, {'x'})</script>"],
  ]);
});

describe("markup that is text", () => {
  const call = (given: string): string =>
    `import { elementsResponse, patchElementsFrame } from "datastar-tsx"; ${given}`;
  testFound([
    [call("patchElementsFrame(`<p id='a'>${user.name}</p>`)"), "warning: data-in-markup: patchElementsFrame() → ?"],
    [call("elementsResponse('<p>' + name + '</p>')"), "warning: data-in-markup: elementsResponse() → ?"],
    [
      call("const page = (name) => `<p>${name}</p>`; elementsResponse(page(x))"),
      "warning: data-in-markup: elementsResponse() → ?",
    ],
    ["sse.patchElements(`<p>${user.name}</p>`)", "warning: data-in-markup: patchElements() → ?"],
    ["sse.patchElements(`<p>${<b>{user.name}</b>}</p>`); sse.patchElements(`<p>${await <B />}</p>`)"],
    ["const b = <b>{x}</b>; sse.patchElements(`<p>${b}</p>`); sse.patchElements(`<p>${render(x)}</p>`)"],
    ["sse.patchElements(html); sse.patchElements('<p>a</p>'); sse.patchElements(`<p>${items.length}</p>`)"],
    ["sse.patchElements(<p>{`a ${b}`}</p>, { selector: '#a' })"],
  ]);
});

test("functions that take scripts, and markup that is left as it is", () => {
  const code = `import { executeScriptFrame as run, raw, scriptResponse, sendScript } from "datastar-tsx";
run(\`f(\${a})\`); scriptResponse(\`f(\${b})\`); sendScript(response, \`f(\${c})\`); <script>{raw(\`f(\${d})\`)}</script>;`;
  expect(find(code)).toEqual([
    "data-in-source: executeScriptFrame() → `f(${JSON.stringify(a)})`",
    "data-in-source: scriptResponse() → `f(${JSON.stringify(b)})`",
    "data-in-source: sendScript() → `f(${JSON.stringify(c)})`",
    "data-in-source: <script> → `f(${JSON.stringify(d)})`",
  ]);
});

describe("scripts in which data stays data", () => {
  testFound([
    [
      "<b onclick={`f(${JSON.stringify(id)})`} onload={'f(1)'} onerror={handler} oninput={`g(${N})`} />; const N = 'x';",
    ],
    ["sse.executeScript(`f(${JSON.stringify(a)}, ${items.length}, ${Number(b)}, ${Date.now()}, '${+c}')`)"],
    ["sse.executeScript(`f(${open ? JSON.stringify(a) : 'null'})`); sse.executeScript(JSON.stringify(a))"],
    ["const json = (x) => JSON.stringify(x).replace(/</g, '\\u003c'); <script>{`var x = ${json(data)}`}</script>"],
    ["<script>{`${`f(${JSON.stringify(a, null, 2)})`}; g()`}</script>"],
    ["let s = 'f()'; for (const x of y) s += `;f(${JSON.stringify(x)})`; sse.executeScript(s)"],
    ["<script type='application/json'>{`{\"a\": ${a}}`}</script>; <script type={type}>{`f(${a})`}</script>"],
    [
      "<Button onClick={`f(${a})`} />; const options = { onMessage: `Hi ${a}`, only: `b${c}` }; executeScript(`f(${a})`)",
    ],
    ["<style>{`a { color: ${color} }`}</style>; <b title={`on ${a}`} />"],
  ]);
});

describe("parts of a URL that are not encoded", () => {
  testFound([
    ["post(`/x/${x}`)", "unencoded-url: post() → url`/x/${x}`"],
    ["del('/x/' + x, { headers: {} })", "unencoded-url: del() → url`/x/${x}`"],
    ["const path = `/x/${x}`; get(path)", "unencoded-url: get() → url`/x/${x}`"],
    ["post(`${base}/x/${x}`)", "unencoded-url: post() → ?"],
    ["post(`${base}/x`); post(`/x?${query}`); post(`/x/${encodeURIComponent(x)}`); post(path); post(url`/x/${x}`)"],
    ["request.get(`/x/${x}`); fetch(`/x/${x}`); { const post = send; post(`/x/${x}`); }"],
  ]);
});

describe("what nobody else can have written", () => {
  testFound([
    ["<b data-on:click={js`f(${x})`} data-init={post(url`/x/${x}`)} data-show={new Expression(`f(${x})`)} />"],
    ["const N = 5, P = '/x' + N; <b data-on:click={`$a = ${N}; @get('${P}')`} />"],
    ["const routes = { save: '/save' } as const; <b data-on:click={`@post('${routes.save}')`} />"],
    ["enum Route { Save = '/save' } <b data-on:click={`@post('${Route.Save}')`} />"],
    ["<b data-text={`$a ? '${open ? 'yes' : 'no'}' : ''`} data-show={`${a > b}`} />"],
    ["let mode = 'a'; if (x) mode = 'b'; <b data-show={`$m === '${mode}'`} />"],
    ["let on = ''; on += '$a'; on += '; $b'; <b data-on:click={on} />"],
    ["<b data-show={['$a', '$b'].join(' && ')} data-text={'$a'.concat('$b')} data-init={String.raw`/\\d/`} />"],
    ["const tag = (s, ...v) => js(s, ...v); <b data-text={tag`f(${x})`} />"],
    ["let steps = []; steps = [...steps, js`f(${x})`]; <b data-on:click={steps.concat(js`$a`)} />"],
    ["const f = () => g(), g = () => f(); <b data-text={f()} />"],
    ["const More = ({ on, ...rest }) => <b {...rest} data-on:click={on} data-text={rest.text} />"],
  ]);
});

describe("where data stays data", () => {
  testFound([
    ["<b data-signals={{ a: `x${x}`, b: ['c' + x], [`d${x}`]: 1 }} data-class={{ [`a${x}`]: js`$a` }} />"],
    ["<b data-bind={`items.${x}.name`} data-ref={`a${x}`} data-indicator={`b${x}`} data-preserve-attr={`c ${x}`} />"],
    ["<b data-json-signals={{ include: `^${x}` }} data-init={post('/x', { payload: `a${x}`, selector: `#b${x}` })} />"],
    ["<b data-id={`a${x}`} data-testid={'b' + x} title={`c${x}`} href={`/d/${x}`} data-text-align={`e${x}`} />"],
    ["const f = (data) => ({ text: `a${data}`, 'data-id': `b${data}` }); const { 'data-text': t = `c${x}` } = y;"],
  ]);
});

test("a sum of ten thousand terms", () => {
  const sum = Array.from({ length: 10_000 }, (_, i) => `x${i}`).join(" + ");
  expect(find(`<b data-text={"" + ${sum}} />`)).toHaveLength(1);
});

describe("constants", () => {
  testFound([
    ["const tabs = ['a', 'b'] as const; <>{tabs.map((tab) => <b data-show={`$tab === '${tab}'`} />)}</>"],
    ["const tabs = [{ id: 'a' }, { id: 'b' }]; <>{tabs.map(({ id }) => <b data-show={`$tab === '${id}'`} />)}</>"],
    ["const tabs = ['a']; for (const tab of tabs) show(<b data-show={`$tab === '${tab}'`} />)"],
    ["const tabs = { a: 1 } satisfies Tabs; <b data-text={`${tabs.a}`} />"],
    ["enum Tab { Home = 'home' } <b data-text={`'${Tab.Home}'`} />"],
    [
      "const tabs = ['a']; tabs.push(x); <>{tabs.map((tab) => <b data-show={`$tab === '${tab}'`} />)}</>",
      "data-in-source: data-show → js`$tab === ${tab}`",
    ],
    [
      "const show = (tab) => <b data-show={`$tab === '${tab}'`} />; ['a'].map(show)",
      "data-in-source: data-show → js`$tab === ${tab}`",
    ],
    [
      "<>{['a'].map((tab, index, all) => <b data-show={`$tab === '${all}'`} />)}</>",
      "data-in-source: data-show → js`$tab === ${all}`",
    ],
    ["const code = js; <b data-text={code`f(${x})`} />"],
    // What other modules export, the program does not tell.
    [
      "import { PREFIX } from './config.js'; <b data-init={`@get('${PREFIX}/a')`} />",
      "warning: data-in-source: data-init → ?",
    ],
    [
      "import { PREFIX } from './config.js'; const base = `${PREFIX}/v1`; <b data-init={`@get('${base}/a')`} />",
      "warning: data-in-source: data-init → ?",
    ],
    [
      "import { Tab } from './tabs.js'; <b data-show={`$tab === '${Tab.Home}'`} />",
      "warning: data-in-source: data-show → js`$tab === ${Tab.Home}`",
    ],
    [
      "import { User } from './user.js'; <b data-text={`'${User.name}'`} />",
      "data-in-source: data-text → js`${User.name}`",
    ],
    ["<b data-init={`@get('${process.env.BASE}/a')`} />", "warning: data-in-source: data-init → ?"],
    ["<b data-init={`@get('${import.meta.env.BASE}/a')`} />", "warning: data-in-source: data-init → ?"],
    ["<b data-init={`@get('${c.env.BASE}/a')`} />", "data-in-source: data-init → ?"],
    [
      "import { PREFIX } from './config.js'; <b data-init={`@get('${PREFIX}/${x}')`} />",
      "data-in-source: data-init → ?",
    ],
    ["import { user } from './user.js'; <b data-text={`'${user}'`} />", "data-in-source: data-text → js`${user}`"],
    [
      "import { user } from './user.js'; <b data-text={`'${user.NAME}'`} />",
      "data-in-source: data-text → js`${user.NAME}`",
    ],
  ]);
});

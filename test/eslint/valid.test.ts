// What the rules have nothing to say about.
import { describe, expect, test } from "vitest";
import { lint } from "./lint.js";

function testValid(rows: readonly string[]): void {
  test.each(rows)("%s", (code) => expect(lint(code)).toEqual([]));
}

describe("attributes of Datastar", () => {
  testValid([
    "<p data-on:click={js`$a++`} />",
    '<p data-on:click="$a++; $b--" />',
    "<p data-on:click={{ do: js`$a++`, once: true, debounce: { wait: 200, leading: true }, window: false }} />",
    "<p data-on:click={[post(url`/a`), js`$a = ${1}`, cond && js`$b`]} />",
    "<p data-on:load={{ do: js`$a++`, window: true }} />",
    "<p data-on:load={{ do: js`$a++`, window: isGlobal }} />",
    "<p data-on:cartChanged={js`$a++`} />",
    "<p data-on={{ click: js`$a++`, input: { do: post(path), delay: wait }, submit: undefined }} />",
    "<img data-on:load={js`$a++`} />",
    "<p data-init={get('/feed')} data-effect={js`$a; f($b)`} />",
    "<p data-signals={todo} /> ",
    '<p data-signals={{ a: 1, b: "x", c: null, d: [1, -2], e: { f: true, g: x }, h: js`$a` }} />',
    '<p data-signals="{a: 1}" data-signals__ifmissing={{ b: 2 }} />',
    "<p data-signals:open data-signals:close={false} data-signals:name={`'x'`} />",
    "<p data-computed={{ total: js`$a + ${b}`, nested: { c: js`$d` } }} data-computed:e={js`$a`} />",
    "<input data-bind={todo.draft} /> ",
    '<input data-bind="draft.text" />',
    "<input data-bind:draft />",
    '<input data-bind={{ signal: todo.draft, prop: "valueAsDate", event: ["change", "input"] }} />',
    "<input data-indicator={_busy} data-ref='el' data-preserve-attr={['open', name]} />",
    '<p data-class={{ "is-open": js`$open`, on: isOn, [name]: js`$x`, ...more }} data-class:big="$big" />',
    '<p data-style={{ display: "none", "--size": js`$size + "px"` }} data-attr={{ viewBox: js`$box` }} />',
    "<p data-ignore data-ignore-morph={true} data-scope-children />",
    "<p data-ignore={{ self: true }} data-ignore__self />",
    "<p data-json-signals data-on-signal-patch={js`$a = patch`} data-on-signal-patch-filter={{ include: /a/u, exclude: pattern }} />",
    "<p data-json-signals={{ include: /a/, terse: true }} />",
    '<p data-on-intersect={{ do: js`$a++`, threshold: 25, once }} data-on-interval={{ do: js`$b++`, duration: "1s" }} />',
    "<p data-show={false} data-text={undefined} data-class={cond ? null : x} />",
    "<p data-show={true} data-text={1} />",
    '<p data-text="&quot;a&quot; + $b &amp;&amp; &#36;c &#x26;&#x26; $d" />',
    String.raw`<p data-text="'mail me \x40home(now)'" />`,
    "<p data-persist={{ include: /a/, session: true }} />",
  ]);
});

describe("attributes that are there once", () => {
  testValid([
    "<p class='a' {...{ class: b }} {...more} />",
    "<p data-on:click={js`$a++`} data-on:click__once={js`$b++`} data-on={{ click: js`$c++` }} />",
    "<p data-class={{ a: js`$a` }} data-class:b={js`$b`} class='c' data-style={{ color: js`$c` }} style='color: red' />",
    "<Card class='a' className='b' />",
  ]);
});

describe("patches that go elsewhere", () => {
  testValid([
    "sse.patchElements(<p id='a' />, { selector: '#a', mode: 'outer' }); sse.patchElements(<p id='b' />, { selector: '#a', mode: 'inner' })",
    "sse.patchElements(<p id='a' />, { selector, mode: 'inner' }); sse.patchElements(<p id='a' />, { selector: '#a', mode })",
    "sse.patchElements(<p />, { mode }); sse.patchElements(<p />, { selector }); sse.patchElements(<p />, options); sse.patchElements(<p id={x} />)",
    "sse.patchElements(<p id={x} />, { selector: '#a', mode: 'inner' }); sse.patchElements(<p />, { ...options })",
  ]);
});

describe("values that are only known when the program runs", () => {
  testValid([
    "<p data-text={js`${a} + ${b.c} * ${f()}`} />",
    "<p data-on:click={js`${a} = ${b}; ${c}++; ${d} += 1; ${e}`} />",
    "<p data-text={js`{${key}: ${value}}[${a}]`} />",
    "<p data-text={js`${a}-1`} />",
    "<p data-text={js`${a} ? ${b} : ${c}`} />",
    "<p data-text={js`(x => x + ${a})(${js`$b`})`} />",
    "<p data-text={js`${'a'} === ${/b/g} || ${-1} || ${null}`} />",
    "<p data-text={css`a {`} data-show={other.js`a {`} />",
    "<p data-on:click={handlers[name]} data-class={f({ a: 1 })} />",
    "<p data-on:click={{ ...shared, debounce: 200 }} data-on={{ ...all }} />",
    "<p data-on:click={{ do: x, debounce: wait, throttle: { wait, leading: true }, once: isOnce }} />",
    "<p data-class={{ get a() { return b; }, ['c']: d, 1: js`$e` }} />",
    "<p data-signals={{ ...a, b: { ...c } }} data-on={on} />",
    "<p data-signals={[todo, signals({ a: 1 }), more && other, { b: 2 }, ...sets]} />",
  ]);
});

describe("what is none of Datastar's business", () => {
  testValid([
    "<button onClick={() => go()} className='x' style={{ color: 'red' }} {...props} />",
    '<p data-testid="a" data-id={1} data-state="open" data-index={i} data-value data-side="top" data-slot="x" />',
    '<p data-on-sale="yes" data-ref-id="7" data-text-size="big" data-Id="x" />',
    '<Button data-on-click="$a +" data-text /> ',
    '<ui.Button data-on-click="$a +" /> ',
    '<this.Button data-on-click="$a +" /> ',
    "<p {...{ 'data-on:click__debounce.200ms': '$a++', [name]: '$a +', ...more }} {...(open && { title: 'a' })} />",
    "<p data-x=<b /> data-text={<b />} data-show={/* nothing */ x} />",
    "<></>",
  ]);
});

describe("elements that go together", () => {
  testValid([
    '<div><p id="a" /><p id="b" /><p id={c} /><p id={c} /></div>',
    '<div>{cond ? <p id="a" /> : <b id="a" />}</div>',
    '<div>{cond && <p id="a" />}{!cond && <p id="a" />}</div>',
    '<div><If><p id="a" /></If><Else><p id="a" /></Else></div>',
    '<div><p id="a" {...props} /><p id="a" /></div>',
    '<div><template><p id="a" /></template><p id="a" /></div>',
    '<p id="a" />; <p id="a" />',
    'sse.patchElements(<p id="a" />); sse.patchElements(<p id={id} />); sse.patchElements(<p {...props} />)',
    'sse.patchElements(<p />, { selector: "#a" }); sse.patchElements(<p />, { mode, selector }); sse.patchElements(<p />, options)',
    'sse.patchElements(<p />, { mode: "append", ...target }); sse.patchElements(<Part />); sse.patchElements(html); sse.patchElements()',
    "sse.patchElements(<body />); patchElements; sse[patchElements](<p />); other(<p />)",
    '<html><body data-signals={{ count: 0 }}><p data-text="$count + $step" /><Step /></body></html>',
    '<html><body data-signals={todo}><p data-text="$count" /></body></html>',
    '<html><body><p data-on:click={act} data-text="$count" /></body></html>',
    '<html><body {...props}><p data-text="$count" /></body></html>',
    '<html><head><DatastarScript /></head><body data-signals="{count: 0}"><input data-bind:name /> {/* - */}<p data-text="$count + $name" /></body></html>',
    '<p data-text="$count" />',
  ]);
});

import { expect, test } from "vitest";
import { compiledCode } from "./evaluate.js";

const header = 'import { get, js, signals } from "datastar-tsx";\nconst state = signals({ name: "", open: false });\n';

/** The code for a value, without what is put to the end of the module. */
function codeOf(tsx: string): string {
  const code = compiledCode(`${header}export const a = ${tsx};`).slice(header.length + "export const a = ".length);
  return code.slice(0, code.indexOf(";\nimport "));
}

test.each<[what: string, tsx: string, code: string]>([
  [
    "constant markup is made once",
    '<p title="a&amp;b" hidden>Tom &lt; {"Jerry"}{1}{null}</p>',
    '(_$html0 ??= new _$Html("<p title=\\"a&amp;b\\" hidden>Tom &lt; Jerry1</p>"))',
  ],
  [
    "so are constant classes and styles",
    "<p class={['a', { b: true }]} style={{ color: 'red' }} />",
    '(_$html0 ??= new _$Html("<p class=\\"a b\\" style=\\"color:red\\"></p>"))',
  ],
  [
    "so are the declarations of a style",
    '<p style={{ color: x, zIndex: 1, "--a": y ? "b" : null }} />',
    'new _$Html(_$optional("<p style=\\"color:", _$declaration(x, "color", "p"), ";z-index:1", 6, 1) + (y ? ";--a:b\\"></p>" : "\\"></p>"))',
  ],
  [
    "and Datastar's attributes",
    "<p data-signals={state} data-show={js`!${state.open}`} data-init={get('/a', { retryMaxCount: 1 })} data-bind={state.name} />",
    `(_$html0 ??= new _$Html("<p data-signals=\\"{name: '', open: false}\\" data-show=\\"!$open\\" data-init=\\"@get('/a', {retryMaxCount: 1})\\" data-bind=\\"name\\"></p>"))`,
  ],
  [
    "a script's text is protected",
    '<script>{"a </script>"}</script>',
    '(_$html0 ??= new _$Html("<script>a \\\\u003C/script></script>"))',
  ],
  [
    "without children that may have to be awaited, strings are joined on the spot",
    "<p>{`a ${x}`}<b>{`${y} b`}</b></p>",
    'new _$Html("<p>a " + _$textPart(x) + "<b>" + _$textPart(y) + " b</b></p>")',
  ],
  [
    "attributes come with the markup around them",
    "<p title={x}>{`a ${y}`}</p>",
    'new _$Html(_$textAttribute("<p title=\\"", x, "\\">a ", "title", "p") + _$textPart(y) + "</p>")',
  ],
  [
    "several values are rendered when all of them have been evaluated",
    "<p title={x}><b id={y} /></p>",
    "new _$Html(_$template0(x, y))",
  ],
  [
    "conditions choose between constants",
    '<p class={x ? "a" : "b"} hidden={!x} lang={x && "en"} />',
    'new _$Html((x ? "<p class=\\"a\\"" : "<p class=\\"b\\"") + (!x ? " hidden" : "") + ((_$left = x) ? " lang=\\"en\\"></p>" : _$textAttribute(" lang=\\"", _$left, "\\"></p>", "lang", "p")))',
  ],
  [
    "attributes that are there or not mostly have a boolean",
    "<p hidden={x} />",
    'new _$Html(((_$left = x) === true ? "<p hidden></p>" : (_$left === false ? "<p></p>" : _$textAttribute("<p hidden=\\"", _$left, "\\"></p>", "hidden", "p"))))',
  ],
  [
    "a URL that begins safely is not searched for javascript:",
    "<a href={`/a/${x}`} />",
    'new _$Html("<a href=\\"/a/" + _$attributePart(x) + "\\"></a>")',
  ],
  [
    "an attribute of Datastar takes its source from a string or an expression",
    "<p data-on:click={x} />",
    'new _$Html(_$expressionAttribute("<p data-on:click=\\"", x, "\\"></p>", "data-on:click", "p"))',
  ],
  [
    "one that does not is",
    "<a href={`${x}/a`} />",
    'new _$Html(_$urlAttribute("<a href=\\"", `${x}/a`, "\\"></a>", "href", "a"))',
  ],
  [
    "markup in conditions becomes text, with no value of its own",
    "<p>{x ? <b>{y}</b> : null}{x && <i/>}</p>",
    '_$html(_$template1((x ? _$template0(_$child(y, "<b>")) : ""), ((_$left = x) ? "<i></i></p>" : _$child(_$left, "<p>") + "</p>")))',
  ],
  [
    "components are called",
    "<C a={x} b><b/>{y}</C>",
    '_$jsx(C, { a: x, b: true, children: [(_$html0 ??= new _$Html("<b></b>")), y] })',
  ],
  [
    "so are lists",
    "<ul>{x.map((y) => (<li>{y}</li>))}</ul>",
    '_$html(_$template1(_$each(x, (y) => _$template0(_$child(y, "<li>")), "<ul>")))',
  ],
  [
    "the runtime renders attributes of which some are spread",
    "<p {...x} id='a'>{`${y}`}<br class='b' {...z} /></p>",
    'new _$Html(_$template0({ ...x, id: "a" }, _$textPart(y), { class: "b", ...z }))',
  ],
  [
    "and whole elements where children may be",
    "<p><b {...x} /></p>",
    '_$html(_$template0(_$component("b", { ...x })))',
  ],
])("%s", (_, tsx, code) => {
  expect(codeOf(tsx)).toBe(code);
});

test.each<[what: string, tsx: string, code: string, markup: string]>([
  [
    "lists of classes are concatenations, with what is known in place",
    '<p class={["a", x, { b: y, "c d": true }, z && ["e"]]} />',
    'new _$Html(_$template0(x, y, (z ? " e\\"></p>" : "\\"></p>")))',
    '_$optional("<p class=\\"a ", _$classes(_$0, "p"), "", 1, 0) + (_$isOn(_$1, "b", "class", "p") ? " b c d" : " c d") + _$2;',
  ],
  [
    "where no class is sure, the attribute may not be there",
    "<p class={{ a: x }}><b class={[y, z]} /></p>",
    "new _$Html(_$template0(x, y, z))",
    '(_$isOn(_$0, "a", "class", "p") ? "<p class=\\"a\\"><b" : "<p><b") + _$optional(" class=\\"", _$append(_$classes(_$1, "b"), " ", _$classes(_$2, "b")), "\\"></b></p>", 8, 1);',
  ],
  [
    "of many, calls nest no deeper than they must",
    "<p class={[x, y, z, q]} />",
    "new _$Html(_$template0(x, y, z, q))",
    '_$optional("<p class=\\"", _$append(_$append(_$classes(_$0, "p"), " ", _$classes(_$1, "p")), " ", _$append(_$classes(_$2, "p"), " ", _$classes(_$3, "p"))), "\\"></p>", 8, 1);',
  ],
  [
    "a choice between what may be refused is made before anything is rendered",
    '<p title={x} class={["a", y ? z : { b: q }]} />',
    "new _$Html(_$template0(x, (y ? [true, z] : [false, q])))",
    '(_$1[0] ? _$optional(" ", _$classes(_$1[1], "p"), "\\"></p>", 1, 0) : (_$isOn(_$1[1], "b", "class", "p") ? " b\\"></p>" : "\\"></p>"));',
  ],
])("%s", (_, tsx, code, markup) => {
  expect(codeOf(tsx)).toBe(code);
  expect(compiledCode(`${header}export const a = ${tsx};`)).toContain(markup);
});

test("Datastar's attributes with ids in them are printed during the build, for numbers and words", () => {
  const code = compiledCode(
    'import { post, signals, url } from "datastar-tsx";\nconst a0 = signals({ b: 1 });\nexport const c = (d: any) => <p data-on:click={post(url`/a/${d.id}?b=${a0.b}`)} />;',
  );
  expect(code).toContain("=> new _$Html(_$attribute0(d.id));");
  expect(code).toContain(
    `function _$attribute0(_$0) { return (_$printsInPlace(_$0) ? "<p data-on:click=\\"@post('/a/" + _$0 + "?b=' + encodeURIComponent($b))\\"></p>" : "<p" + _$anyAttribute("data-on:click", post(url\`/a/\${_$0}?b=\${a0.b}\`), "p") + "></p>"); }`,
  );
});

test("where a word stands in an expression, it has quotes", () => {
  const code = compiledCode(
    'import { js } from "datastar-tsx";\nexport const a = (b: any) => <p data-on:click={js`a(${b.c}, ${{ d: b.e }})`} />;',
  );
  expect(code).toContain(
    `(_$printsInPlace(_$0) && _$printsInPlace(_$1) ? "<p data-on:click=\\"a(" + (typeof _$0 === "string" ? "'" + _$0 + "'" : _$0) + ", {d: " + (typeof _$1 === "string" ? "'" + _$1 + "'" : _$1) + "})\\"></p>"`,
  );
});

test("where a value decides the name, the runtime prints the attribute", () => {
  const code = compiledCode("export const a = (b: any) => <p data-on:click={{ do: 'c()', debounce: b.d }} />;");
  expect(code).toContain('_$expressionAttribute("<p data-on:click=\\"", { do: \'c()\', debounce: b.d }');
});

test("a shorthand property keeps its name", () => {
  const code = compiledCode("export const a = ({ id }: any) => <p data-signals={{ id, b: { id } }} />;");
  expect(code).toContain('_$anyAttribute("data-signals", { id: _$0, b: { id: _$1 } }, "p")');
});

test("a choice between constants in one is a choice between two attributes", () => {
  const code = compiledCode(
    'import { js } from "datastar-tsx";\nexport const a = (b: any) => <p data-text={js`$c === ${b ? "d" : "e"}`} />;',
  );
  expect(code).toContain(
    `new _$Html((b ? "<p data-text=\\"$c === 'd'\\"></p>" : "<p data-text=\\"$c === 'e'\\"></p>"))`,
  );
});

test("long markup is not repeated on both sides of a condition", () => {
  const long = "a".repeat(300);
  expect(codeOf(`<p>{x ? <b/> : <i/>}${long}</p>`)).toBe(
    `new _$Html((x ? "<p><b></b>" : "<p><i></i>") + "${long}</p>")`,
  );
});

test("several values go through one function, which lets go of the others when one is refused", () => {
  const code = compiledCode("export const a = <p title={x}><b id={y} /></p>;");
  expect(code).toContain(
    'function _$template0(_$0, _$1) { try { const _$2 = _$textAttribute("<p title=\\"", _$0, "\\"><b", "title", "p") + ' +
      '_$textAttribute(" id=\\"", _$1, "\\"></b></p>", "id", "b"); return _$2; } catch (error) { throw _$beside(error, [_$0, _$1]); } }',
  );
});

test("the actions and URLs of routes are printed during the build, too", () => {
  const code = compiledCode(
    'import { defineRoutes } from "datastar-tsx";\nconst routes = defineRoutes({ list: "GET /a", show: { route: "GET /a/:id?tab" } });\nconst { x } = y;\nexport const b = <p data-init={routes.list()} data-on:click={routes.list({ retry: "never" })} title={routes.show.path} />;\nexport const c = (d: any) => <a href={routes.show.url({ id: 1 })} data-init={routes.show({ id: d })} />;',
  );
  expect(code).toContain(
    `new _$Html("<p data-init=\\"@get('/a')\\" data-on:click=\\"@get('/a', {retry: 'never'})\\" title=\\"/a/:id\\"></p>"`,
  );
  expect(code).toContain(`"<a href=\\"/a/1\\" data-init=\\"@get('/a/" + _$0 + "')\\"></a>"`);
});

// What the client would run or navigate to: literals that data has made are no javascript: URLs in any attribute that
// data-attr sets, nor where an expression sends the browser somewhere.
import { Expression, js, signals, url } from "datastar-tsx";
import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";

// Development throws, which test/development holds.
configureDiagnostics({ errors: "off", warnings: "off" });
afterAll(() => configureDiagnostics());

const reports = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => reports.mockClear());

const { next, open } = signals({ next: "", open: false });
const bad = "javascript:alert(1)";
const badWithBreak = " java\nscript:alert(1)";
const [java, script] = ["java", "script:alert(1)"];

describe("data-attr of an attribute that takes a URL", () => {
  test.each<[what: string, markup: unknown, source: string]>([
    ["js", <a data-attr:href={js`${bad}`} />, "'unsafe:javascript:alert(1)'"],
    ["a property of an object", <a data-attr={{ href: js`${bad}` }} />, "{href: 'unsafe:javascript:alert(1)'}"],
    ["text in an object", jsx("a", { "data-attr": { href: bad } }), "{href: 'unsafe:javascript:alert(1)'}"],
    ["an object in an expression", <a data-attr={js`{href: ${bad}}`} />, "{href: 'unsafe:javascript:alert(1)'}"],
    ["an object as a value", <a data-attr={js`${{ href: bad }}`} />, "({href: 'unsafe:javascript:alert(1)'})"],
    ["a choice", <a data-attr:href={js`${open} ? ${bad} : '/x'`} />, "$open ? 'unsafe:javascript:alert(1)' : '/x'"],
    ["a fallback", <a data-attr:href={js`${next} || ${bad}`} />, "$next || 'unsafe:javascript:alert(1)'"],
    ["a sum", <a data-attr:href={js`${java} + ${script}`} />, "'unsafe:javascript:alert(1)' + ''"],
    [
      "a sum in parentheses",
      <a data-attr:href={js`(${js`${java} + ${""}`}) + ${script}`} />,
      "('unsafe:javascript:alert(1)' + '') + ''",
    ],
    ["a line break in it", <a data-attr:href={js`${badWithBreak}`} />, String.raw`'unsafe: java\nscript:alert(1)'`],
    ["written out", jsx("a", { "data-attr:href": `"\\x6aavascript:alert(1)"` }), "'unsafe:javascript:alert(1)'"],
    ["with a modifier's object", jsx("a", { "data-attr:href": { do: js`${bad}` } }), "'unsafe:javascript:alert(1)'"],
    ["in a list", <a data-attr:href={[js`${bad}`]} />, "'unsafe:javascript:alert(1)'"],
    [
      "a list of URLs",
      <a data-attr={{ values: js`${`/a;${bad}`}` }} />,
      String.raw`{values: '\x2fa\x3bunsafe:javascript:alert(1)'}`,
    ],
  ])("%s", (_, markup, source) => {
    const [, printed] = /"([^"]*)"/.exec(String(markup)) ?? [];
    expect(printed).toBe(source);
  });

  test.each(["href", "src", "action", "formaction", "data", "poster", "ping", "to", "xlink:href"])("%s", (name) => {
    const source = "'unsafe:javascript:alert(1)'";
    expect(String(jsx("b", { [`data-attr:${name}`]: js`${bad}` }))).toBe(`<b data-attr:${name}="${source}"></b>`);
    expect(String(jsx("b", { "data-attr": { [name]: bad } }))).toContain(`: ${source}}"`);
  });

  test("is reported once", () => {
    for (let i = 0; i < 3; i++) jsx("a", { "data-attr:background": js`${bad}` });
    expect(reports.mock.calls).toEqual([
      [
        'data-attr:background got a javascript: URL, "javascript:alert(1)", and made it inert. ' +
          "Check URLs that come from data; for code use data-on:click.",
      ],
    ]);
  });

  test("leaves all else as it is", () => {
    const path = "a b";
    expect(String(<a data-attr:href={url`/x/${path}?t=${next}`} />)).toBe(
      `<a data-attr:href="'/x/a%20b?t=' + encodeURIComponent($next)"></a>`,
    );
    expect(String(<a data-attr:href={next} />)).toBe('<a data-attr:href="$next"></a>');
    expect(String(<a data-attr={{ title: js`${bad}`, href: "/x" as never }} />)).toBe(
      String.raw`<a data-attr="{title: 'javascript:alert(1)', href: '\x2fx'}"></a>`,
    );
    expect(String(<a data-attr:href={js`'/go?to=' + ${bad}`} />)).toBe(
      `<a data-attr:href="'/go?to=' + 'javascript:alert(1)'"></a>`,
    );
    expect(reports).not.toHaveBeenCalled();
  });

  test.each(["java", "javascript", "JavaScript"])("a word is a part of what becomes one: %s", (word) => {
    expect(String(<a data-attr:href={js`${word} + ':alert(1)'`} />)).toMatch(
      word === "java" ? /="'java' \+/ : /="'unsafe:/,
    );
    expect(String(<a data-attr:href={url`${word}:alert(1)`} />)).toMatch(word === "java" ? /="'java:/ : /="'unsafe:/);
  });
});

describe("what data-attr does not set", () => {
  test.each(["onclick", "onClick", "ONERROR", "srcdoc"])("%s", (name) => {
    const refused = new RegExp(`data-attr:${name} would run what it is set to as code`);
    expect(() => jsx("b", { "data-attr": { [name]: "f()" } })).toThrow(refused);
    expect(() => jsx("b", { "data-attr": js`${{ [name]: "f()" }}` })).toThrow(refused);
    expect(() => jsx("b", { "data-attr": new Expression(`{a: 1, "${name}" : $b}`) })).toThrow(refused);
    expect(() => jsx("b", { [`data-attr:${name}`]: js`$a` })).toThrow();
  });

  test("names are not looked for in text", () => {
    expect(String(<b data-attr={js`{title: ${"{onclick: 1}"}}`} />)).toContain("onclick: 1");
  });
});

describe("where an expression sends the browser", () => {
  test.each<[what: string, expression: Expression, source: string]>([
    ["location", js`location = ${bad}`, "location = 'unsafe:javascript:alert(1)'"],
    ["its href", js`window.location.href = ${bad}`, "window.location.href = 'unsafe:javascript:alert(1)'"],
    ["assign", js`location.assign(${bad})`, "location.assign('unsafe:javascript:alert(1)')"],
    ["replace", js`document.location.replace(${bad})`, "document.location.replace('unsafe:javascript:alert(1)')"],
    ["a window", js`window.open(${bad}, '_self')`, "window.open('unsafe:javascript:alert(1)', '_self')"],
    ["a link", js`el.href = ${bad}`, "el.href = 'unsafe:javascript:alert(1)'"],
    [
      "a frame",
      js`el.querySelector('iframe').src = ${bad}`,
      "el.querySelector('iframe').src = 'unsafe:javascript:alert(1)'",
    ],
    ["setAttribute", js`el.setAttribute('href', ${bad})`, "el.setAttribute('href', 'unsafe:javascript:alert(1)')"],
    [
      "a choice",
      js`location.href = ${open} ? ${bad} : ${next}`,
      "location.href = $open ? 'unsafe:javascript:alert(1)' : $next",
    ],
    ["a property by its name", js`window['location'] = ${bad}`, "window['location'] = 'unsafe:javascript:alert(1)'"],
    [
      "several properties",
      js`Object.assign(el, ${{ href: bad }})`,
      "Object.assign(el, {href: 'unsafe:javascript:alert(1)'})",
    ],
    ["an expression", js`location = ${js`${bad}`}`, "location = 'unsafe:javascript:alert(1)'"],
    ["a sum", js`location = ${java} + ${script}`, "location = 'unsafe:javascript:alert(1)' + ''"],
    ["nothing", js`${next} = ${bad}`, "$next = 'javascript:alert(1)'"],
  ])("%s", (_, { source }, expected) => {
    expect(source).toBe(expected);
  });
});

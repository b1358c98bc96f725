// What Deno's `"jsx": "precompile"` makes of TSX. The tests of what TSX renders run in Deno as well.
import { type Html, js } from "datastar-tsx";
import { jsx, jsxAttr, jsxTemplate } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

describe("of two attributes with one name in a template the later wins", () => {
  test.each<[tsx: string, pieces: string[], values: unknown[], html: string]>([
    ['<p class="a" className="b">x</p>', ['<p class="a" class="b">x</p>'], [], '<p class="b">x</p>'],
    ['<p class="a" className={v}>x</p>', ['<p class="a" ', ">x</p>"], [jsxAttr("class", "v")], '<p class="v">x</p>'],
    [
      '<p className={v} id="i" class="a &gt;"/>',
      ["<p ", ' id="i" class="a &gt;"></p>'],
      [jsxAttr("class", "v")],
      '<p class="a &gt;" id="i"></p>',
    ],
    [
      "<b onclick={v} onClick={w} hidden/>",
      ["<b ", " ", " hidden></b>"],
      [jsxAttr("onclick", "v"), jsxAttr("onclick", "w")],
      '<b onclick="w" hidden></b>',
    ],
    [
      "<b class={v} key={k} className={undefined}>{x}</b>",
      ["<b ", " ", " ", ">", "</b>"],
      [jsxAttr("class", "v"), jsxAttr("key", "k"), jsxAttr("class", undefined), "<x>"],
      "<b>&lt;x></b>",
    ],
    [
      'listeners, which all run: <b data-on:click="a()" data-on={{ click: …, input: … }}/>',
      ['<i id="1"></i><b data-on:click="a()" ', '></b><i id="2"></i>'],
      [jsxAttr("data-on", { click: js`b()`, input: js`c()` })],
      '<i id="1"></i><b data-on:click="a()" data-on:click__case.kebab="b()" data-on:input="c()"></b><i id="2"></i>',
    ],
    [
      "one element in another",
      ['<p class="a" ', '><b class="c" ', ">", "</b>", "</p>"],
      [jsxAttr("class", "b"), jsxAttr("title", "t"), "text", jsx("i", { class: "d" })],
      '<p class="b"><b class="c" title="t">text</b><i class="d"></i></p>',
    ],
  ])("%s", (_, pieces, values, html) => {
    // The second time, what the template is like is known.
    expect(String(jsxTemplate(pieces, ...values))).toBe(html);
    expect(String(jsxTemplate(pieces, ...values))).toBe(html);
  });
});

test("templates without such are as they are written", async () => {
  const pieces = ['<p class="a"  id="b" ', ">", '</p><br/><input value="x > y" disabled ', "><b>c</b> d = e"];
  const render = (): Html | Promise<Html> =>
    jsxTemplate(pieces, jsxAttr("title", '"'), Promise.resolve("later"), jsxAttr("hidden", false));
  expect(String(await render())).toBe(
    '<p class="a"  id="b" title="&quot;">later</p><br/><input value="x > y" disabled ><b>c</b> d = e',
  );
});

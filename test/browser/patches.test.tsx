// Patches of elements, as the client applies them.
import { type Elements, type PatchElementsOptions, raw } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { isBefore } from "../../src/base/client-versions.js";
import { openStream, openWithAction, send } from "./action.js";
import { versionOf } from "./client.js";
import { eventually, test } from "./page.js";

const list = (
  <ul id="list">
    <li id="a">a</li>
    <li id="b">b</li>
  </ul>
);

describe("modes", () => {
  test.for<[PatchElementsOptions, Elements, string]>([
    [{}, <li id="b">B</li>, '<li id="a">a</li><li id="b">B</li>'],
    [{}, [<li id="a">A</li>, false, Promise.resolve(<li id="b">B</li>)], '<li id="a">A</li><li id="b">B</li>'],
    [{ mode: "replace" }, <li id="b">B</li>, '<li id="a">a</li><li id="b">B</li>'],
    [{ mode: "outer", selector: "#list li:first-child" }, <li>A</li>, '<li>A</li><li id="b">b</li>'],
    [{ mode: "replace", selector: "#list li" }, <li>x</li>, "<li>x</li><li>x</li>"],
    [{ mode: "inner", selector: "#b" }, <i>B</i>, '<li id="a">a</li><li id="b"><i>B</i></li>'],
    [{ mode: "inner", selector: "#list" }, "", ""],
    [{ mode: "prepend", selector: "#list" }, <li>0</li>, '<li>0</li><li id="a">a</li><li id="b">b</li>'],
    [
      { mode: "append", selector: "#list" },
      [<li>c</li>, <li>d</li>],
      '<li id="a">a</li><li id="b">b</li><li>c</li><li>d</li>',
    ],
    [{ mode: "before", selector: "#b" }, <li>ab</li>, '<li id="a">a</li><li>ab</li><li id="b">b</li>'],
    [{ mode: "after", selector: "#a" }, "text", '<li id="a">a</li>text<li id="b">b</li>'],
    [{ mode: "remove", selector: "#list > #a" }, "", '<li id="b">b</li>'],
  ])("%o", async ([options, elements, expected], { open }) => {
    const page = await openStream(open, list, (sse) => sse.patchElements(elements, options));
    expect(await page.innerHTML("#list")).toBe(expected);
  });

  test("removeElements removes all that match", async ({ open }) => {
    const page = await openStream(open, list, (sse) => sse.removeElements("#list li"));
    expect(await page.innerHTML("#list")).toBe("");
  });

  test.for([
    ["outer", "typed"],
    ["replace", ""],
  ] as const)("%s leaves in a field %j", async ([mode, expected], { open }) => {
    const page = await openWithAction(open, <input id="field" />, (request, response) =>
      stream(request, response, (sse) => sse.patchElements(<input id="field" aria-label="new" />, { mode })),
    );
    await page.fill("#field", "typed");
    await send(page);
    expect([await page.getAttribute("#field", "aria-label"), await page.inputValue("#field")]).toEqual([
      "new",
      expected,
    ]);
  });

  test("an element that is not in the page is a warning of the client", async ({ open, problems }) => {
    await openStream(open, list, (sse) => sse.patchElements(<p id="elsewhere" />));
    await problems.expect(/PatchElementsNoTargetsFound/);
  });
});

describe("morphing leaves alone", () => {
  test("what data-ignore-morph marks on both sides, and the attributes that data-preserve-attr names", async ({
    open,
  }) => {
    const body = (text: string) => (
      <div id="box">
        <p data-ignore-morph>{text}</p>
        <details open={text === "old"} class={text} title={text} data-preserve-attr={["open", "class"]}>
          {text}
        </details>
        <details open={text === "old"} data-preserve-attr="open" />
      </div>
    );
    const page = await openStream(open, body("old"), (sse) => sse.patchElements(body("new")));
    expect(await page.textContent("p")).toBe("old");
    const details = await page.$$eval("details", (all) =>
      all.map(({ open, className, title, textContent }) => [open, className, title, textContent]),
    );
    expect(details).toEqual([
      [true, "old", "new", "new"],
      [true, "", "", ""],
    ]);
  });

  test("data-scope-children is told of changes in its children", async ({ open }) => {
    const page = await openStream(
      open,
      <div data-scope-children data-on:datastar-scope-children="el.title = 'told'">
        <p id="p" />
      </div>,
      (sse) => sse.patchElements(<p id="p">new</p>),
    );
    expect(await page.getAttribute("[data-scope-children]", "title")).toBe("told");
  });
});

describe("namespaces", () => {
  const drawing = (
    <>
      <svg id="svg">
        <g id="g" />
      </svg>
      <math id="math" />
    </>
  );

  test("elements belong to the namespace that was given", async ({ open }) => {
    const page = await openStream(open, drawing, async (sse) => {
      await sse.patchElements(
        <g id="g">
          <circle r="1" />
          <rect />
        </g>,
        { namespace: "svg" },
      );
      await sse.patchElements(
        <mrow>
          <mi>x</mi>
        </mrow>,
        { namespace: "mathml", selector: "#math", mode: "append" },
      );
      await sse.patchElements(<rect id="html" />, { namespace: "html", selector: "#svg", mode: "append" });
    });
    const namespaces = await page.$$eval("#g, #g *, #math *, #html", (all) =>
      all.map(({ localName, namespaceURI }) => `${localName} ${namespaceURI?.split("/").at(-1)}`),
    );
    expect(namespaces).toEqual(["g svg", "circle svg", "rect svg", "rect xhtml", "mrow MathML", "mi MathML"]);
  });

  test("without an option, it is that of the first element", async ({ open }) => {
    const page = await openStream(open, drawing, async (sse) => {
      await sse.patchElements(<rect id="g" width="10" height="10" />);
      await sse.patchElements(<mi id="i">x</mi>, { selector: "#math", mode: "inner" });
    });
    expect(await page.$eval("#g", (element) => element.getBoundingClientRect().width)).toBe(10);
    expect(await page.$eval("#i", ({ namespaceURI }) => namespaceURI?.split("/").at(-1))).toBe("MathML");
  });

  // Clients up to 1.0.4 leave out every second node.
  test("all of several elements arrive, and the text between them", async ({ open }) => {
    const shapes = ["a", "b", "c", "d"].map((id) => <circle id={id} />);
    const page = await openStream(open, drawing, async (sse) => {
      await sse.patchElements(shapes, { selector: "#g", mode: "append" });
      await sse.patchElements(
        <>
          {raw("<!-- symbols -->\n ")}
          <mi id="e" />
          <mi id="f" />
        </>,
        { selector: "#math", mode: "append" },
      );
      await sse.patchElements([<text id="text" />, <rect id="h" />], { selector: "#svg", mode: "append" });
      await sse.patchElements(
        <>
          one <tspan id="i">two</tspan> three <tspan id="j">four</tspan>
        </>,
        { namespace: "svg", selector: "#text", mode: "inner" },
      );
    });
    const ids = await page.$$eval("#svg *, #math *", (all) => all.map(({ id }) => id));
    expect(ids).toEqual(["g", "a", "b", "c", "d", "text", "i", "j", "h", "e", "f"]);
    expect(await page.textContent("#text")).toBe("one two three four");
  });

  test("elements of the page that are patched in another namespace", async ({ open }) => {
    const page = await openStream(
      open,
      <svg id="svg">
        <circle id="a" />
        <circle id="b" />
        <circle id="c" />
      </svg>,
      (sse) => sse.patchElements(["a", "b", "c"].map((id) => <circle id={id} r={5} />)),
    );
    expect(await page.$$eval("circle", (all) => all.map((circle) => circle.getBoundingClientRect().width))).toEqual([
      10, 10, 10,
    ]);
  });
});

describe("view transitions", () => {
  // Of elements, not in TypeScript's library yet.
  interface Transitional {
    readonly nodeName: string;
    startViewTransition?(this: Transitional, update: () => unknown): unknown;
  }
  // Clients before 1.0.4 take the root element where elements have transitions.
  const whole = isBefore(versionOf(), "1.0.4") ? "HTML" : "#document";

  test.for<[string, PatchElementsOptions, string[]]>([
    ["none", {}, []],
    ["of the document", { useViewTransition: true }, [whole]],
    ["of an element", { useViewTransition: true, viewTransitionSelector: "#list" }, ["UL"]],
  ])("%s", async ([, options, expected], { open }) => {
    const page = await openWithAction(open, list, (request, response) =>
      stream(request, response, (sse) => sse.patchElements(<li id="a">A</li>, options)),
    );
    const transitions = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const nodesWithTransitions: readonly Transitional[] = [Element.prototype, Document.prototype];
      for (const nodes of nodesWithTransitions) {
        const { startViewTransition } = nodes;
        nodes.startViewTransition = function (this: Transitional, update) {
          seen.push(this.nodeName);
          return startViewTransition?.call(this, update);
        };
      }
      return seen;
    });
    await send(page);
    await eventually(() => page.textContent("#a")).toBe("A");
    expect(await transitions.jsonValue()).toEqual(expected);
  });
});

describe("hostile text", () => {
  const hostile = [
    "a\r\rdata: elements <b id='forged'></b>\r\r",
    "a\r\nevent: datastar-patch-elements\r\ndata: selector body\r\ndata: mode remove\r\n\r\n",
    "</p></template></body></head></html>",
    "</script><script>document.title = 'forged'</script>",
    "<!-- & &lt; \u2028 \0 'x' \"y\" @get('/x') $x",
  ];
  const Message = ({ text }: { readonly text: string }) => (
    <div id="message" title={text}>
      <p>{text}</p>
      <textarea>{text}</textarea>
      <script>{`window.seen = ${JSON.stringify(text)}`}</script>
      <script type="application/json">{JSON.stringify(text)}</script>
    </div>
  );

  test.for(hostile)("%j stays text wherever it stands", async (text, { open }) => {
    const page = await openStream(open, <div id="message" />, (sse) => sse.patchElements(<Message text={text} />));
    const seen = await page.$eval("#message", (message) => ({
      attribute: message.getAttribute("title"),
      text: message.querySelector("p")?.textContent,
      field: message.querySelector("textarea")?.defaultValue,
      script: "seen" in window ? window.seen : undefined,
      json: JSON.parse(message.querySelector("[type]")?.textContent ?? ""),
      forged: document.title === "forged" || document.querySelector("#forged") !== null,
    }));
    // HTML has no NUL; JavaScript and JSON spell it.
    const visible = text.replaceAll("\0", "\ufffd");
    expect(seen).toEqual({
      attribute: visible,
      text: visible,
      field: visible,
      script: text,
      json: text,
      forged: false,
    });
  });

  test("a carriage return in a string of HTML is a line break", async ({ open }) => {
    const html = "<p id='p'>a\r\rdata: elements <i>forged?</i>\rb\r\nc</p>";
    const page = await openStream(open, <p id="p" />, (sse) => sse.patchElements(html));
    expect(await page.innerHTML("#p")).toBe("a\n\ndata: elements <i>forged?</i>\nb\nc");
  });
});

describe("the whole page", () => {
  const Head = () => (
    <head>
      <title>New</title>
      <script type="module" src="/datastar.js" />
    </head>
  );
  const Body = () => (
    <body class="new">
      <p>{"</head>"}</p>
    </body>
  );

  test.for<[string, Elements, Partial<{ lang: string; title: string; body: string }>]>([
    [
      "html",
      <html lang="de">
        <Head />
        <Body />
      </html>,
      { lang: "de", title: "New", body: "new" },
    ],
    ["head", <Head />, { title: "New" }],
    ["body", <Body />, { body: "new" }],
    [
      "head and body",
      <>
        <Head />
        <Body />
      </>,
      { title: "New", body: "new" },
    ],
    [
      "html in a string",
      raw('<html lang="de"><head><title>New</title></head><body class="new"></body></html>'),
      { lang: "de", title: "New", body: "new" },
    ],
  ])("%s", async ([, elements, expected], { open }) => {
    const page = await openStream(open, list, (sse) => sse.patchElements(elements));
    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      body: document.body.className,
    }));
    expect(seen).toEqual({ lang: "en", title: "Test", body: "", ...expected });
  });
});

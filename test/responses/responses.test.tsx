import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { sendPage } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { allReplies, nodeProtocols, type Received } from "../support/replies.js";

/** The headers that tell the Datastar client what to do. */
const datastar = ({ headers }: Received) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("datastar-")));

async function Greeting({ name }: { readonly name: string }) {
  return <p id="greeting">Grüße, {name}</p>;
}

describe.each(allReplies)("$name", ({ page, elements, signals, script }) => {
  test("a page gets its doctype", async () => {
    const received = await page(
      <html>
        <body>
          <Greeting name="<you>" />
        </body>
      </html>,
    );
    expect(received).toMatchObject({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
      body: '<!DOCTYPE html><html><body><p id="greeting">Grüße, &lt;you></p></body></html>',
    });
  });

  test("elements alone", async () => {
    const received = await elements([<Greeting name="a" />, "<hr id=b>"]);
    expect(received).toMatchObject({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
      body: '<p id="greeting">Grüße, a</p><hr id=b>',
    });
    expect(datastar(received)).toEqual({});
  });

  test("elements with every option that the client reads from headers", async () => {
    const received = await elements("<g></g>", {
      selector: "#a > g",
      mode: "append",
      namespace: "svg",
      useViewTransition: true,
    });
    expect(datastar(received)).toEqual({
      "datastar-selector": "#a > g",
      "datastar-mode": "append",
      "datastar-namespace": "svg",
      "datastar-use-view-transition": "true",
    });
  });

  test("options at their defaults are left out", async () => {
    const received = await elements("x", {
      selector: undefined,
      mode: "outer",
      namespace: "html",
      useViewTransition: false,
    });
    expect(datastar(received)).toEqual({});
  });

  test.each([
    ["#größe", "#gr\\f6 \\df e"],
    ["[data-name='日本 🎉']", "[data-name='\\65e5 \\672c  \\1f389 ']"],
    ["#a\t.b", "#a\t.b"],
    // What stands behind a backslash is escaped by it, unless that is escaped itself.
    ["#\\é", "#\\e9"],
    ["#\\🎉a\\:b", "#\\1f389 a\\:b"],
    ["[a='\\\\é']", "[a='\\\\\\e9 ']"],
    ["#a\\ ", "#a\\20"],
    ["#a\\\\ ", "#a\\\\"],
    ["#\\31 é\\e9é", "#\\31 \\e9 \\e9\\e9"],
  ])("a selector that headers cannot carry is said in CSS escapes: %s", async (selector, header) => {
    expect(datastar(await elements("x", { selector }))).toEqual({ "datastar-selector": header });
  });

  test("signals, as an object or as JSON text", async () => {
    const received = await signals({ a: "ü", b: null });
    expect(received).toMatchObject({
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
      body: '{"a":"ü","b":null}',
    });
    expect(datastar(received)).toEqual({});
    expect((await signals('{ "a": 1 }')).body).toBe('{ "a": 1 }');
  });

  test("signals that are only for those that are missing", async () => {
    expect(datastar(await signals({ a: 1 }, { onlyIfMissing: true }))).toEqual({ "datastar-only-if-missing": "true" });
    expect(datastar(await signals({ a: 1 }, { onlyIfMissing: false }))).toEqual({});
  });

  test("a script, and the attributes of its element", async () => {
    const received = await script("alert('ü')", { attributes: { type: "module", "data-name": "ü\n" } });
    expect(received).toMatchObject({
      status: 200,
      headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
      body: "alert('ü')",
    });
    expect(datastar(received)).toEqual({ "datastar-script-attributes": '{"type":"module","data-name":"\\u00fc\\n"}' });
    expect(datastar(await script("a()"))).toEqual({});
  });

  test("another status and more headers, in whatever case", async () => {
    configureDiagnostics({ warnings: "off" });
    onTestFinished(() => configureDiagnostics());
    const options = { status: 404, headers: { "X-A": "b", "Cache-Control": "no-store", "Content-Type": "text/plain" } };
    for (const [reply, type] of [
      [page("x", options), "text/html; charset=utf-8"],
      [elements("x", options), "text/html; charset=utf-8"],
      [signals({}, options), "application/json"],
      [script("x", options), "text/javascript; charset=utf-8"],
    ] as const) {
      expect(await reply).toMatchObject({
        status: 404,
        headers: { "x-a": "b", "cache-control": "no-store", "content-type": type },
      });
    }
  });

  test("an option that does not exist, or that the client would refuse, throws at the call", async () => {
    await expect(elements("x", { mode: "inner" } as never)).rejects.toThrow(
      'mode "inner" needs a selector: the client refuses it without one.',
    );
    await expect(elements("x", { eventId: "1" } as never)).rejects.toThrow(
      'elements has no option "eventId"; its options are status, headers, compression, request, onError, selector, mode, namespace, useViewTransition.',
    );
    await expect(page("x", { title: "x" } as never)).rejects.toThrow(
      'page has no option "title"; its options are status, headers, compression, request, onError, nonce, policy.',
    );
    await expect(signals({}, { onlyIfMissing: 1 as never })).rejects.toThrow(
      "onlyIfMissing must be true or false, not 1.",
    );
    await expect(script("x", { autoRemove: true } as never)).rejects.toThrow(
      'script has no option "autoRemove"; its options are status, headers, compression, request, onError, attributes.',
    );
  });
});

test.each(nodeProtocols)(
  "$name: the length is that of the bytes, and headers that were set before are sent too",
  async ({ over }) => {
    const received = await over((response) => {
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      return sendPage(response, "ü");
    });
    expect(received).toMatchObject({
      headers: { "content-length": "17", "set-cookie": ["a=1", "b=2"] },
      body: "<!DOCTYPE html>ü",
    });
  },
);

test.each(nodeProtocols)(
  "$name: the default Cache-Control does not replace one that was set before; an explicit one does",
  async ({ over }) => {
    const cacheControl = async (headers: Record<string, string>) => {
      const received = await over((response) => {
        response.setHeader("cache-control", "private");
        return sendPage(response, "x", { headers });
      });
      return received.headers["cache-control"];
    };
    expect(await cacheControl({})).toBe("private");
    expect(await cacheControl({ "Cache-Control": "no-store" })).toBe("no-store");
  },
);

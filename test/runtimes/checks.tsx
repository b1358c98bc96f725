// What has to hold on every runtime, by every kind of server: this file runs on the server, for its handlers, and in the
// tests, for what they expect.
import { hostClient, signals } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { courses } from "./courses.js";
import type { Asking, Check, Expected, ReplyCheck } from "./exchange.js";

const state = signals({ draft: "", count: 0 });
const compress = compression();

const Page = ({ title }: { readonly title: string }) => (
  <html lang="en">
    <head>
      <title>{title}</title>
    </head>
    <body data-signals={state}>Grüße, 世界</body>
  </html>
);
const page =
  '<!DOCTYPE html><html lang="en"><head><title>&lt;b></title></head>' +
  "<body data-signals=\"{draft: '', count: 0}\">Grüße, 世界</body></html>";

const Broken = (): never => {
  throw new Error("broken");
};

const long = <p id="long">{"Ä long line. ".repeat(1000)}</p>;
const script = `// Datastar v1.0.4\nexport const made = 'of this';\n${"// A long line. ".repeat(200)}`;
/** Its hash. */
const scriptTag = "8b66912aff3bc07a";
const scriptHeaders = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": "no-cache",
  vary: "Accept-Encoding",
  "x-content-type-options": "nosniff",
};

/** A client that is served by the name of its check. */
function hosted(name: string, asked: Asking, answer: Expected): ReplyCheck {
  const path = `/${encodeURIComponent(name)}`;
  return {
    name,
    request: asked,
    handle: async ({ client }) =>
      client(await hostClient(new TextEncoder().encode(script), { path, compression: compress })),
    answer,
  };
}

const html = { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" };
const events = { "content-type": "text/event-stream", "cache-control": "no-cache" };
const text = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
const failed = { status: 500, headers: text, body: "Internal Server Error" };
const json = { "content-type": "application/json" };
const multipart = `--b
Content-Disposition: form-data; name="draft"

Grüße
--b
Content-Disposition: form-data; name="file"; filename="a.txt"
Content-Type: text/plain

1
2
--b--
`.replaceAll("\n", "\r\n");
const event = (elements: string): string => `event: datastar-patch-elements\ndata: elements ${elements}\n\n`;
const cookies = ["a=1; Path=/", "b=2; HttpOnly"];
const cookieHeaders = cookies.map((cookie) => ["set-cookie", cookie] as const);

const replies: readonly ReplyCheck[] = [
  {
    name: "a page",
    handle: ({ page }) => page(() => <Page title="<b>" />),
    answer: { status: 200, headers: html, body: page },
  },
  {
    name: "a page with a status, headers and several cookies",
    handle: ({ page }) => page(<p>no</p>, { status: 404, headers: [["x-a", "b"], ...cookieHeaders] }),
    answer: {
      status: 404,
      headers: { ...html, "x-a": "b", "set-cookie": cookies },
      body: "<!DOCTYPE html><p>no</p>",
    },
  },
  {
    name: "elements, with where they go in headers",
    handle: ({ elements }) => elements(<li>1</li>, { selector: "#ä", mode: "append", useViewTransition: true }),
    answer: {
      status: 200,
      headers: {
        ...html,
        "datastar-selector": "#\\e4",
        "datastar-mode": "append",
        "datastar-use-view-transition": "true",
      },
      body: "<li>1</li>",
    },
  },
  {
    name: "signals",
    handle: ({ signals }) => signals(state.patch({ draft: "ä" }), { onlyIfMissing: true }),
    answer: { status: 200, headers: { ...json, "datastar-only-if-missing": "true" }, body: '{"draft":"ä"}' },
  },
  {
    name: "a script",
    handle: ({ script }) => script("go()", { attributes: { type: "module" } }),
    answer: {
      status: 200,
      headers: { "content-type": "text/javascript; charset=utf-8", "datastar-script-attributes": '{"type":"module"}' },
      body: "go()",
    },
  },
  {
    name: "nothing",
    handle: ({ noContent }) => noContent({ headers: cookieHeaders }),
    answer: { status: 204, headers: { "content-type": undefined, "set-cookie": cookies }, body: "" },
  },
  {
    name: "a browser is redirected by a status",
    handle: ({ redirect }) => redirect("/there?q=ä"),
    answer: { status: 303, headers: { location: "/there?q=%C3%A4" }, body: "" },
  },
  {
    name: "an action is redirected by an event",
    request: { method: "POST", headers: { "datastar-request": "true" } },
    handle: ({ redirect, isDatastarRequest }) => redirect(isDatastarRequest() ? "/there" : "/elsewhere"),
    answer: {
      status: 200,
      headers: { ...events, location: undefined },
      body:
        "event: datastar-patch-elements\ndata: selector body\ndata: mode append\n" +
        'data: elements <script data-effect="el.remove()">setTimeout(() => window.location.href = "/there")</script>\n\n',
    },
  },
  {
    name: "a component that throws",
    handle: ({ page, note }) => page(() => <Broken />, { onError: (error) => note(String(error)) }),
    answer: failed,
    notes: ["Error: broken"],
  },
  {
    name: "a promise that rejects among elements",
    handle: ({ elements, note }) =>
      elements(<p>{Promise.reject(new Error("rejected"))}</p>, { onError: (error) => note(String(error)) }),
    answer: failed,
    notes: ["Error: rejected"],
  },
  {
    name: "a header that HTTP cannot carry",
    handle: ({ stream, note }) =>
      stream(() => {}, { headers: { "x-a": "世" }, onError: (error) => note(String(error).split(":", 1).join()) }),
    answer: failed,
    notes: ["TypeError"],
  },
  {
    name: "a stream",
    handle: ({ stream, note }) =>
      stream(
        async (sse) => {
          sse.onClose(note);
          await sse.patchElements(<p id="a">ä{"\n"}b</p>, { eventId: "7", retryDuration: 50 });
          void sse.patchSignals({ count: 1 });
          void sse.patchElements(Promise.resolve(<b id="b" />), { selector: "#a", mode: "inner" });
          void sse.batch((batch) => {
            batch.removeElements("#c");
            batch.removeSignals("count");
          });
        },
        { headers: cookieHeaders },
      ),
    answer: {
      status: 200,
      headers: { ...events, "x-accel-buffering": "no", "set-cookie": cookies, "content-encoding": undefined },
      body:
        'event: datastar-patch-elements\nid: 7\nretry: 50\ndata: elements <p id="a">ä\ndata: elements b</p>\n\n' +
        'event: datastar-patch-signals\ndata: signals {"count":1}\n\n' +
        'event: datastar-patch-elements\ndata: selector #a\ndata: mode inner\ndata: elements <b id="b"></b>\n\n' +
        "event: datastar-patch-elements\ndata: selector #c\ndata: mode remove\n\n" +
        'event: datastar-patch-signals\ndata: signals {"count":null}\n\n',
    },
    notes: ["done"],
  },
  {
    name: "a HEAD request gets the headers of a stream",
    request: { method: "HEAD" },
    handle: ({ stream, note }) => stream(() => note("called")),
    answer: { status: 200, headers: events, body: "" },
  },
  {
    name: "a client that comes back says what it has seen",
    request: { headers: { "last-event-id": "41" } },
    handle: ({ stream }) => stream((sse) => sse.patchElements(<p id="a">{sse.lastEventId}</p>)),
    answer: { status: 200, headers: events, body: event('<p id="a">41</p>') },
  },
  {
    name: "a handler that throws after an event ends its stream",
    handle: ({ stream, note }) =>
      stream(
        async (sse) => {
          sse.onClose(note);
          await sse.patchElements(<p id="a" />);
          throw new Error("thrown");
        },
        { onError: (error) => note(String(error)) },
      ),
    answer: { status: 200, headers: events, body: event('<p id="a"></p>') },
    notes: ["Error: thrown", "error"],
  },
  {
    name: "signals in the query",
    request: { query: `?datastar=${encodeURIComponent('{"draft":"ä&b","count":2}')}` },
    handle: async ({ readSignals, reply }) => reply(200, JSON.stringify(await readSignals(state))),
    answer: { status: 200, body: '{"draft":"ä&b","count":2}' },
  },
  {
    name: "signals in the body, read within a stream",
    request: { method: "POST", headers: json, body: '{"draft":"ä","count":2}' },
    handle: ({ readSignals, stream }) =>
      stream(async (sse) => {
        const { draft } = await readSignals(state);
        await sse.patchElements(<p id="a">{draft}</p>);
      }),
    answer: { status: 200, headers: events, body: event('<p id="a">ä</p>') },
  },
  {
    name: "a form, urlencoded",
    request: {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "draft=%C3%A4+b&count=2",
    },
    handle: async ({ readFields, reply }) => reply(200, JSON.stringify(await readFields(state))),
    answer: { status: 200, body: '{"draft":"ä b","count":2}' },
  },
  {
    name: "a form with a file",
    request: { method: "POST", headers: { "content-type": "multipart/form-data; boundary=b" }, body: multipart },
    handle: async ({ readForm, reply }) => {
      const form = await readForm();
      const file = form.get("file");
      if (!(file instanceof File)) return reply(500, "no file");
      return reply(200, JSON.stringify([form.get("draft"), file.name, await file.text()]));
    },
    answer: { status: 200, body: '["Grüße","a.txt","1\\r\\n2"]' },
  },
  ...refused(
    "signals that do not fit",
    { headers: json, body: '{"draft":1,"count":2}' },
    {
      status: 422,
      body: "The signals are not what was expected: draft: expected string, got number.",
    },
  ),
  ...refused(
    "signals from another site",
    { headers: { ...json, "sec-fetch-site": "cross-site" }, body: "{}" },
    {
      status: 403,
      body: "A page of another origin may not send this. An origin that may is named in the option `origins`.",
    },
  ),
  ...refused(
    "a body that is too large",
    { headers: json, body: `"${"x".repeat(1024 * 1024)}"` },
    {
      status: 413,
      body: "The request body is larger than the limit of 1048576 bytes.",
    },
  ),
  ...refused(
    "a body of another type",
    { headers: { "content-type": "text/plain" }, body: "{}" },
    {
      status: 415,
      body: "Signals come as application/json, not as text/plain.",
    },
  ),
  hosted("client.js", {}, { status: 200, headers: { ...scriptHeaders, etag: `"${scriptTag}"` }, body: script }),
  hosted(
    "known client.js",
    { headers: { "if-none-match": `"${scriptTag}"` } },
    { status: 304, headers: { etag: `"${scriptTag}"` }, body: "" },
  ),
  brokenOff("what was sent arrives before the stream is broken off", "identity"),
  ...["gzip", "br", "zstd"].flatMap((encoding): readonly ReplyCheck[] => [
    {
      name: `a page, compressed by ${encoding}`,
      request: { headers: { "accept-encoding": encoding } },
      handle: ({ page }) => page(long, { compression: compress }),
      answer: {
        status: 200,
        headers: { ...html, "content-encoding": encoding, vary: "Accept-Encoding" },
        body: `<!DOCTYPE html>${String(long)}`,
      },
    },
    hosted(
      `compressed by ${encoding}: client.js`,
      { headers: { "accept-encoding": encoding } },
      {
        status: 200,
        headers: { ...scriptHeaders, "content-encoding": encoding, etag: `"${scriptTag}-${encoding}"` },
        body: script,
      },
    ),
    {
      name: `a stream, compressed by ${encoding}`,
      request: { headers: { "accept-encoding": encoding } },
      handle: ({ stream }) =>
        stream(
          async (sse) => {
            for (let i = 0; i < 3; i++) await sse.patchElements(long);
          },
          { compression: compress },
        ),
      answer: {
        status: 200,
        headers: { ...events, "content-encoding": encoding, vary: "Accept-Encoding" },
        body: event(String(long)).repeat(3),
      },
    },
    brokenOff(`what was sent, compressed by ${encoding}, arrives before the stream is broken off`, encoding),
  ]),
];

/** Events that nobody has waited for. */
function brokenOff(name: string, encoding: string): ReplyCheck {
  return {
    name,
    request: { headers: { "accept-encoding": encoding } },
    handle: ({ stream }) =>
      stream(
        (sse) => {
          for (let n = 1; n <= 5; n++) void sse.patchElements(<p id="a">{n}</p>);
          sse.disconnect();
        },
        { compression: compress },
      ),
    answer: {
      status: 200,
      headers: { ...events, "content-encoding": encoding === "identity" ? undefined : encoding },
      body: [1, 2, 3, 4, 5].map((n) => event(`<p id="a">${n}</p>`)).join(""),
      broken: true,
    },
  };
}

/** A POST request that cannot be read. */
function refused(
  name: string,
  request: NonNullable<ReplyCheck["request"]>,
  answer: ReplyCheck["answer"],
): readonly ReplyCheck[] {
  return [
    {
      name,
      request: { method: "POST", ...request },
      handle: async ({ readSignals, reply }) => reply(200, JSON.stringify(await readSignals(state))),
      answer,
    },
  ];
}

export const checks: readonly Check[] = [...replies, ...courses];

// The clock of the server, and all of an app in thirty lines: a page under a strict policy, and one stream that pushes
// the time every second for as long as the page is open. `data-init` asks for it, and `sse.every` ends with the
// connection. It needs no file beside it: `export default` is what Bun, Deno and Workers serve.
import { DatastarScript, get, pageResponse, stream } from "datastar-tsx";
import { Hono } from "hono";

const Clock = ({ now }: { now: Date }) => (
  <time id="clock" datetime={now.toISOString()}>
    {now.toISOString().slice(11, 19)}
  </time>
);

export default new Hono()
  .get("/", () =>
    pageResponse(
      (nonce) => (
        <html lang="en">
          <head>
            <title>Clock</title>
            <meta name="viewport" content="width=device-width" />
            <meta name="color-scheme" content="light dark" />
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="/style.css" />
            <DatastarScript nonce={nonce} />
          </head>
          <body>
            <main data-init={get("feed")}>
              <h1>Clock</h1>
              The server's time is <Clock now={new Date()} />.
            </main>
          </body>
        </html>
      ),
      { nonce: true, policy: { "img-src": "data:" } },
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
      sse.every(1000, () => sse.patchElements(<Clock now={new Date()} />));
    }),
  );

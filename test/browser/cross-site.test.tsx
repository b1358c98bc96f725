// Cross-site request forgery, as a browser sees it: which pages may make it send a form or signals.
import { post, RequestError } from "datastar-tsx";
import { readForm, readSignals, sendPage } from "datastar-tsx/node";
import { describe, onTestFinished } from "vitest";
import { eventually, test } from "./page.js";
import { type Handler, type Routes, serve } from "./site.js";

/** The status of each request that came in. */
async function target(): Promise<{ readonly url: string; readonly statuses: number[] }> {
  const statuses: number[] = [];
  const reading =
    (read: (request: Parameters<Handler>[0]) => Promise<unknown>): Handler =>
    async (request, response) => {
      const status = await read(request).then(
        () => 200,
        (error: unknown) => (error instanceof RequestError ? error.status : 500),
      );
      statuses.push(status);
      response.writeHead(status, { "content-type": "text/html" }).end('<link rel="icon" href="data:,">');
    };
  const routes: Routes = {
    "GET /": (_request, response) =>
      sendPage(
        response,
        <>
          <link rel="icon" href="data:," />
          <form method="post" action="/form">
            <button />
          </form>
        </>,
      ),
    "POST /form": reading((request) => readForm(request)),
    "GET /form": reading((request) => readForm(request)),
    "POST /signals": reading((request) => readSignals(request)),
  };
  const site = await serve(routes, () => {});
  onTestFinished(() => site.close());
  return { url: site.url, statuses };
}

describe("a form that the browser sends by itself", () => {
  test("of the page of the same origin", async ({ open }) => {
    const { url, statuses } = await target();
    const page = await open(<p />);
    await page.goto(url);
    await page.click("button");
    await eventually(async () => statuses).toEqual([200]);
  });

  // The browser takes localhost and 127.0.0.1 for two sites, and two ports of one for two origins of a site.
  test.for<[from: string, host: string, attributes: string]>([
    ["another site", "localhost", ""],
    ["another port, which is the same site", "127.0.0.1", ""],
    ["another site, in a frame that has no origin", "localhost", 'sandbox="allow-forms allow-scripts"'],
    ["another site, that sends no referrer", "localhost", 'referrerpolicy="no-referrer"'],
  ])("of %s", async ([, host, attributes], { open, problems }) => {
    const { url, statuses } = await target();
    const action = `${url.replace("127.0.0.1", host)}/form`;
    const page = await open(<div id="attack" />);
    const form = `<form method=post action="${action}"><input name=a value=1></form><script>document.forms[0].submit()</script>`;
    await page.$eval(
      "#attack",
      (element, [form, attributes]) => {
        element.innerHTML = `<iframe ${attributes}></iframe>`;
        const frame = element.querySelector("iframe");
        if (frame !== null) frame.srcdoc = form ?? "";
      },
      [form, attributes],
    );
    await eventually(async () => statuses).toEqual([403]);
    await problems.expect(/403/);
  });

  test("a link from anywhere leads in", async ({ open }) => {
    const { url, statuses } = await target();
    const page = await open(<a href={`${url}/form?a=1`}>in</a>);
    await page.click("a");
    await eventually(async () => statuses).toEqual([200]);
  });
});

test("an action of the client, in a page of the same origin", async ({ open }) => {
  const statuses: string[] = [];
  const page = await open(<button data-signals={{ a: 1 }} data-on:click={post("/signals")} />, {
    "POST /signals": async (request, response) => {
      const signals = await readSignals(request);
      statuses.push(JSON.stringify(signals));
      response.writeHead(204).end();
    },
  });
  await page.click("button");
  await eventually(async () => statuses).toEqual(['{"a":1}']);
});

// Scripts that a stream sends, as the browser runs them.
import { contentSecurityPolicy, get, js } from "datastar-tsx";
import { sendPage, stream } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { isBefore } from "../../src/base/client-versions.js";
import { openStream, openWithAction, send } from "./action.js";
import { versionOf } from "./client.js";
import { eventually, test } from "./page.js";

const hostile = "</script><script>document.title = 'forged'</script><!-- <script> \u2028\r\r\\ \"'`${1} </body>";

describe("executeScript", () => {
  test("runs a script, which leaves no trace", async ({ open }) => {
    const page = await openStream(open, <p id="p" />, (sse) =>
      sse.executeScript("document.querySelector('#p').textContent = 'ran'"),
    );
    expect(await page.textContent("#p")).toBe("ran");
    await eventually(() => page.locator("body > script").count()).toBe(0);
  });

  test("can leave the element, with attributes", async ({ open }) => {
    const attributes = { type: "module", id: "mine", "data-info": "\"'<&", async: false, nonce: undefined };
    const page = await openStream(open, <p id="p" />, async (sse) => {
      await sse.executeScript("document.querySelector('#p').textContent += import.meta.url.length > 0", {
        autoRemove: false,
        attributes,
      });
      await sse.executeScript("document.querySelector('#p').dataset.ran = 1", {
        autoRemove: false,
        attributes: ["id=other", 'class="a b"'],
      });
    });
    await eventually(() => page.textContent("#p")).toBe("true");
    expect(await page.getAttribute("#p", "data-ran")).toBe("1");
    const scripts = await page.$$eval("body > script", (all) =>
      all.map((script) => Object.fromEntries(Array.from(script.attributes, ({ name, value }) => [name, value]))),
    );
    expect(scripts).toEqual([
      { type: "module", id: "mine", "data-info": "\"'<&" },
      { id: "other", class: "a b" },
    ]);
  });

  test("takes data as JSON, which cannot end the script", async ({ open }) => {
    const page = await openStream(open, <p id="p" />, (sse) =>
      sse.executeScript(`// Two lines,\ndocument.querySelector("#p").textContent = ${JSON.stringify(hostile)}`),
    );
    expect([await page.textContent("#p"), await page.title()]).toEqual([hostile, "Test"]);
  });
});

describe("a Content-Security-Policy with a nonce", () => {
  const isFirst = isBefore(versionOf(), "1.0.3");
  const nonce = "r4nd0m";
  // The older clients compile with eval.
  const policy = contentSecurityPolicy(nonce, isFirst ? { "script-src": `'nonce-${nonce}' 'unsafe-eval'` } : {});

  test("lets the scripts of a stream run, and those of the page", async ({ open }) => {
    const page = await open(null, {
      "GET /strict": (_request, response) =>
        sendPage(
          response,
          <html lang="en">
            <head>
              <title>Strict</title>
              <link rel="icon" href="data:," />
              <script nonce={nonce} type="module" src="/datastar.js" />
            </head>
            <body data-on:custom={js`$got = evt.detail`} data-signals={{ got: 0 }} data-init={get("/scripts")}>
              <p id="got" data-text="$got" />
            </body>
          </html>,
          isFirst ? { headers: { "content-security-policy": policy } } : { nonce },
        ),
      "GET /scripts": (request, response) =>
        stream(request, response, async (sse) => {
          await sse.dispatchCustomEvent("custom", 7, { selector: "body", nonce });
          await sse.executeScript("document.title = 'ran'", { nonce });
          await sse.replaceUrl("/strict?replaced", { nonce });
        }),
    });
    await page.goto("/strict");
    await eventually(() => page.textContent("#got")).toBe("7");
    await eventually(() => page.title()).toBe("ran");
    await page.waitForURL("/strict?replaced");
  });
});

describe("navigation", () => {
  test("redirect goes to another page, and leaves the way back", async ({ open }) => {
    const page = await openWithAction(open, null, (request, response) =>
      stream(request, response, (sse) => sse.redirect("/?next=it's%20\"</script>")),
    );
    await page.click("#send");
    await page.waitForURL("/?next=it%27s%20%22%3C/script%3E");
    await page.goBack();
    await page.waitForURL("/");
  });

  test("replaceUrl changes the address only", async ({ open }) => {
    const page = await openStream(open, <input />, (sse) =>
      sse.replaceUrl(new URL("?page=2#top", "http://localhost/").search + "#top"),
    );
    await eventually(() => new URL(page.url()).search).toBe("?page=2");
    expect(await page.evaluate(() => history.length)).toBe(2);
  });
});

describe("the console", () => {
  test("gets values and errors", async ({ open, problems }) => {
    const page = await openWithAction(open, null, (request, response) =>
      stream(request, response, async (sse) => {
        await sse.consoleLog({ text: hostile, list: [1, null] });
        await sse.consoleError(new Error(hostile));
      }),
    );
    // Promises keep the order of the messages, in which their values need not arrive.
    const logged: Promise<unknown>[] = [];
    page.on("console", (message) => logged.push(...message.args().map((argument) => argument.jsonValue())));
    await send(page);
    await problems.expect(/forged/);
    expect(await Promise.all(logged)).toEqual([{ text: hostile, list: [1, null] }, hostile]);
  });
});

describe("dispatchCustomEvent", () => {
  const show = js`el.textContent += [evt.detail?.text ?? evt.detail, evt.target.nodeName, evt.bubbles, evt.cancelable, evt.composed].join()`;

  test("reaches the document, and bubbles to the window", async ({ open }) => {
    const page = await openStream(open, <p data-on:my-event={{ do: show, window: true }} />, (sse) =>
      sse.dispatchCustomEvent("my-event", { text: hostile }),
    );
    expect(await page.textContent("p")).toBe(`${hostile},#document,true,true,true`);
  });

  test("reaches the elements of a selector, with the options of the event", async ({ open }) => {
    const body = (
      <div data-on:my-event="el.title = 'bubbled'">
        <p data-on:my-event={show} />
        <p data-on:my-event={show} />
      </div>
    );
    const page = await openStream(open, body, (sse) =>
      sse.dispatchCustomEvent("my-event", 5, {
        selector: "p:not([id='\"</script>'])",
        bubbles: false,
        cancelable: false,
        composed: false,
      }),
    );
    expect(await page.locator("p").allTextContents()).toEqual(["5,P,false,false,false", "5,P,false,false,false"]);
    expect(await page.getAttribute("div", "title")).toBeNull();
  });
});

// Scripts that a stream sends, as the browser runs them.
import { js } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { openStream, openWithAction, send } from "./action.js";
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

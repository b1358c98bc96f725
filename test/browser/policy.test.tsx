// Everything that runs a script, and every way to write an expression, under the strictest policy that the client can
// have: the nonce of the page, from client 1.0.3 on without 'unsafe-eval' and with trusted types.
import {
  type Child,
  DatastarScript,
  elementsResponse,
  Feed,
  get,
  js,
  noContent,
  post,
  type ScriptOptions,
  scriptResponse,
  type ServerSentEventGenerator,
  signals,
  signalsResponse,
} from "datastar-tsx";
import { sendPage, sendRedirect, stream } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { eventually, test as base } from "./page.js";
import { nonce, policy, reportViolations, takesNonce } from "./policy.js";
import type { Routes } from "./site.js";

/** Opens a page under the policy, and fails when the policy has refused anything. */
const test = base.extend("strict", ({ open }) => async (body: Child, routes: Routes = {}): Promise<Page> => {
  const page = await open(null, {
    "GET /strict": (_request, response) =>
      sendPage(
        response,
        <html lang="en">
          <head>
            <title>Strict</title>
            <link rel="icon" href="data:," />
            <DatastarScript src="/datastar.js" nonce={nonce} />
          </head>
          <body>{body}</body>
        </html>,
        { headers: { "content-security-policy": policy }, ...(takesNonce ? { nonce } : {}) },
      ),
    ...routes,
  });
  await reportViolations(page);
  await page.goto("/strict");
  return page;
});

// From 1.0.4 on the client knows the nonce; before, each script has to bring it.
const options: ScriptOptions = takesNonce ? {} : { nonce };

interface Helper {
  readonly name: string;
  readonly send: (sse: ServerSentEventGenerator) => Promise<unknown>;
  /** What must be seen then. */
  readonly check: (page: Page) => Promise<unknown>;
}

const helpers: readonly Helper[] = [
  {
    name: "executeScript",
    send: (sse) => sse.executeScript("document.title = 'ran'", options),
    check: (page) => eventually(() => page.title()).toBe("ran"),
  },
  {
    name: "executeScript, which stays",
    send: (sse) =>
      sse.executeScript("document.title = 'ran'", { ...options, autoRemove: false, attributes: { id: "s" } }),
    check: async (page) => {
      await eventually(() => page.title()).toBe("ran");
      expect(await page.locator("#s").count()).toBe(1);
    },
  },
  {
    name: "redirect",
    send: (sse) => sse.redirect("/strict?there", options),
    check: (page) => page.waitForURL("/strict?there"),
  },
  {
    name: "replaceUrl",
    send: (sse) => sse.replaceUrl("/strict?replaced", options),
    check: (page) => page.waitForURL("/strict?replaced"),
  },
  {
    name: "consoleLog",
    send: async (sse) => {
      await sse.consoleLog("logged", options);
      await sse.executeScript("document.title = 'after'", options);
    },
    check: (page) => eventually(() => page.title()).toBe("after"),
  },
  {
    name: "dispatchCustomEvent",
    send: (sse) => sse.dispatchCustomEvent("custom", { n: 7 }, { ...options, selector: "#target" }),
    check: (page) => eventually(() => page.textContent("#target")).toBe("7"),
  },
];

describe("scripts of a stream", () => {
  test.for(helpers)("$name", async ({ send, check }, { strict }) => {
    const page = await strict(
      <main data-init={get("/scripts")}>
        <p id="target" data-on:custom={js`el.textContent = evt.detail.n`} />
      </main>,
      { "GET /scripts": (request, response) => stream(request, response, async (sse) => void (await send(sse))) },
    );
    await check(page);
  });

  test("consoleError", async ({ strict, problems }) => {
    await strict(<main data-init={get("/scripts")} />, {
      "GET /scripts": (request, response) =>
        stream(request, response, (sse) => sse.consoleError(new Error("told"), options)),
    });
    await problems.expect(/^told$/);
  });
});

const state = signals({ n: 1, text: "a", list: [1, 2], open: true, _local: false });

test("expressions of every kind", async ({ strict }) => {
  const page = await strict(
    <main
      data-signals={state}
      data-computed={{ double: js`${state.n} * 2` }}
      data-init={js`${state.list}.push(3)`}
      data-on:keydown={{ do: js`${state.n}++`, window: true, debounce: 10 }}
      data-on-signal-patch={js`el.title += Object.keys(patch)`}
    >
      <input data-bind={state.text} />
      <p id="text" data-text={js`\`\${$text} \` + ${"it's"} + ' ' + $double`} />
      <p
        id="list"
        data-text={js`${state.list}.join()`}
        data-class={{ on: state.open }}
        data-style={{ color: js`'red'` }}
      />
      <p id="attr" data-attr={{ title: js`${state.text} + "/" + /[/'"]/.test('"')` }} data-show={js`${state.n} > 1`} />
      <p id="effect" data-ref="effect" data-effect={js`el.textContent = String($n)`} />
      <p id="interval" data-on-interval={{ do: js`el.textContent = 'ticked'`, duration: 20 }} />
      <p id="seen" data-on-intersect__once={js`el.textContent = 'seen'`} />
      <pre id="json" data-json-signals={{ include: /^n$/, terse: true }} />
    </main>,
  );
  await eventually(() => page.textContent("#text")).toBe("a it's 2");
  await page.fill("input", "b");
  await page.locator("body").press("x");
  await eventually(() => page.textContent("#effect")).toBe("2");
  await eventually(() => page.textContent("#text")).toBe("bx it's 4");
  expect(await page.textContent("#list")).toBe("1,2,3");
  await eventually(() => page.getAttribute("#attr", "title")).toBe("bx/true");
  await eventually(() => page.textContent("#interval")).toBe("ticked");
  await eventually(() => page.textContent("#seen")).toBe("seen");
  await eventually(() => page.textContent("#json")).toBe('{"n":2}');
});

describe("replies", () => {
  test("of elements, signals, a redirection and nothing", async ({ strict }) => {
    const page = await strict(
      <main data-signals={state}>
        <button id="elements" data-on:click={post("/elements")} />
        <button id="signals" data-on:click={post("/signals")} />
        <button id="redirect" data-on:click={post("/redirect")} />
        <button id="nothing" data-on:click={post("/nothing")} />
        <p id="p" data-text={state.n} />
      </main>,
      {
        "POST /elements": () => elementsResponse(<p id="p" data-text={js`'patched' + ${state.n}`} />),
        "POST /signals": () => signalsResponse(state.patch({ n: 5 })),
        // A redirection is a script, whose nonce older clients would have to be told.
        "POST /redirect": (_request, response) => sendRedirect(response, "/strict?there"),
        "POST /nothing": () => noContent(),
      },
    );
    for (const id of ["#nothing", "#elements", "#signals"]) await page.click(id);
    await eventually(() => page.textContent("#p")).toBe("patched5");
    if (!takesNonce) return;
    await page.click("#redirect");
    await page.waitForURL("/strict?there");
  });

  test("of a script", async ({ strict }) => {
    const page = await strict(<button data-on:click={post("/script")} />, {
      "POST /script": () => scriptResponse("document.title = 'ran'", takesNonce ? {} : { attributes: { nonce } }),
    });
    await page.click("button");
    await eventually(() => page.title()).toBe("ran");
  });
});

test("<Feed>", async ({ strict }) => {
  let ends = 1;
  let requests = 0;
  const page = await strict(
    <main data-signals={state}>
      <p id="n" />
      <Feed url="/feed" offline={state._local} missed={js`document.title = 'missed'`} />
    </main>,
    {
      "GET /feed": (request, response) =>
        stream(request, response, async (sse) => {
          await sse.patchElements(<p id="n">{++requests}</p>);
          if (ends-- <= 0) sse.hold();
        }),
    },
  );
  await eventually(() => page.textContent("#n")).toBe("2");
  await eventually(() => page.title()).toBe("missed");
});

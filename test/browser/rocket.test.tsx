// Components of Rocket that the browser defines: what the server writes for them, in them and into them.
import {
  action,
  type Child,
  type Codecs,
  configureClient,
  DatastarScript,
  get,
  js,
  localSignals,
  post,
  raw,
  rocket,
  signals,
} from "datastar-tsx";
import { sendPage, stream } from "datastar-tsx/node";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { behaviours, isAmong } from "../../src/base/client-versions.js";
import { json } from "./arbitraries.js";
import { findReleased, versionOf } from "./client.js";
import { eventually, Layout, reload, signalsOf, test as base } from "./page.js";
import { nonce, policy, reportViolations } from "./policy.js";
import type { Routes } from "./site.js";

/** The bundle, or why there is none. */
const bundle = isAmong(versionOf(), behaviours.rocket)
  ? await findReleased("datastar-rocket.js").catch((error: unknown) => String(error))
  : `The client ${versionOf()} has no Rocket.`;
if (typeof bundle === "string") console.warn(`ROCKET IS NOT TESTED: ${bundle}`);
else configureClient({ rocket: true });

const props = ({ number, string, bool, date, json, bin, array, object, oneOf }: Codecs) => ({
  count: number,
  label: string,
  isOpen: bool.default(true),
  startAt: date,
  series: array(number),
  pair: array(string, bool),
  options: json,
  bytes: bin,
  tone: oneOf("neutral", "info").default("info"),
  row2Items: object({ title: string, at: date }),
});
const Reader = rocket("demo-reader", { props });
const Counter = rocket("demo-counter", { props: ({ number }) => ({ start: number }) });
const Plain = rocket("demo-plain");

const local = localSignals<{ count: number; name: string; letters: string[]; double: number; busy: boolean }>();
const { total } = signals({ total: 1 });

const components = `
  import { rocket } from "/datastar.js";
  rocket("demo-reader", { props: ${props}, mode: "light", setup: ({ host, props }) => { host.read = { ...props }; } });
  rocket("demo-counter", {
    props: ({ number }) => ({ start: number }),
    mode: "light",
    setup({ $$, action, observeProps, props }) {
      $$.count = props.start;
      $$.letters = ["a", "b"];
      $$.double = () => $$.count * 2;
      observeProps(({ start }) => { $$.count = start; }, "start");
      action("add", (_, n) => { $$.count += n; });
    },
  });
  rocket("demo-plain", { setup({ $$ }) { $$.count = 7; $$.letters = ["x"]; } });
`;

/** Opens a page with the components. */
const test = base
  .extend("client", { scope: "file" }, () => (typeof bundle === "string" ? Buffer.of() : bundle))
  .extend("host", ({ open }) => (body: Child | (() => Child), routes: Routes = {}): Promise<Page> => {
    return open(null, {
      "GET /": (_request, response) =>
        sendPage(
          response,
          // Behind the client, they could come too late for what it applies.
          <Layout head={<script type="module" src="/components.js" />}>
            {typeof body === "function" ? body() : body}
          </Layout>,
        ),
      ...serveComponents,
      ...routes,
    });
  });

const serveComponents: Routes = {
  "GET /components.js": (_request, response) => response.setHeader("content-type", "text/javascript").end(components),
};

describe.skipIf(typeof bundle === "string")("Rocket", () => {
  test("props are read as the server has written them", async ({ host }) => {
    const text = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));
    const day = fc.date({ noInvalidDate: true });
    const value = fc.record({
      count: fc.double({ noNaN: true, noDefaultInfinity: true }),
      label: text,
      isOpen: fc.boolean(),
      startAt: day,
      series: fc.array(fc.integer()),
      pair: fc.tuple(text, fc.boolean()),
      // Rocket takes null for none, and its copies of objects lose a "__proto__".
      options: json.filter((value) => value !== null && !JSON.stringify(value).includes('"__proto__":')),
      bytes: fc.uint8Array(),
      tone: fc.constantFrom("neutral" as const, "info" as const),
      row2Items: fc.record({ title: text, at: day }),
    });
    let batch: readonly (typeof value extends fc.Arbitrary<infer T> ? T : never)[] = [];
    const page = await host(() => batch.map((props, i) => <Reader id={`r${i}`} {...props} />));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 30, size: "max" }), async (values) => {
        batch = values;
        await reload(page);
        expect(await page.$$eval("demo-reader", readProps)).toEqual(batch.map(shown));
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  test("signals of a component are its own, and are not sent", async ({ host }) => {
    const page = await host(
      <main data-signals={{ total: 1 }}>
        {["a", "b"].map((id, i) => (
          <Counter id={id} start={i}>
            <button data-on:click={js`${local.count}++; ${total}++`}>+</button>
            <output data-text={js`${local.count} + ' of ' + ${total}`} />
            <i data-text={local.double} />
          </Counter>
        ))}
      </main>,
    );
    await page.click("#b button");
    await eventually(() => page.locator("output").allTextContents()).toEqual(["0 of 2", "2 of 2"]);
    expect(await page.locator("i").allTextContents()).toEqual(["0", "4"]);
    expect(await signalsOf(page)).toEqual({ total: 2 });
  });

  test("data-bind, data-signals, data-computed and data-indicator of them", async ({ host }) => {
    const page = await host(
      <Counter id="a" start={1}>
        <div data-signals={{ name: "Ann" }}>
          <input data-bind={local.name} />
          <b data-text={local.name} />
          <i data-computed:upper={js`${local.name}.toUpperCase()`} data-text="$$upper" />
          <s data-computed={{ everywhere: js`${local.name}.length` }} data-computed:too__root={js`${local.name} + 1`} />
          <button
            data-indicator={local.busy}
            data-on:click={get("/slow")}
            data-text={js`${local.busy} ? 'busy' : 'idle'`}
          />
        </div>
      </Counter>,
      { "GET /slow": (_request, response) => void response },
    );
    await eventually(() => page.textContent("b")).toBe("Ann");
    await page.fill("input", "Bea");
    await eventually(() => page.textContent("b")).toBe("Bea");
    expect(await page.textContent("button")).toBe("idle");
    await page.click("button");
    await eventually(() => page.textContent("button")).toBe("busy");
    expect(await page.textContent("i")).toBe("BEA");
    // Without a key, the names of data-computed are those of the page; with one, __root says so.
    expect(await signalsOf(page)).toEqual({ everywhere: 3, too: "Bea1" });
  });

  test("conditions follow their signals", async ({ host }) => {
    const page = await host(
      <Counter id="a" start={0}>
        <button data-on:click={js`${local.count}++`}>next</button>
        <p>
          <template data-if={js`${local.count} === 0`}>Idle</template>
          <template data-else-if={js`${local.count} === 1`}>
            <b data-text={js`'Loading ' + ${local.count}`} />
          </template>
          <template data-else>Ready</template>
        </p>
      </Counter>,
    );
    for (const state of ["Idle", "Loading 1", "Ready"]) {
      await eventually(() => page.textContent("p")).toBe(state);
      await page.click("button");
    }
  });

  test.for([
    ["<template data-else>a</template>", /RocketConditionalMissingPreviousBranch/],
    [
      "<template data-if=1></template><template data-else></template><template data-else></template>",
      /RocketConditionalDuplicateElse/,
    ],
    ["<template data-if=1 data-else></template>", /TemplateHasMultipleConditions/],
  ] as const)("%s stops its component", async ([templates, problem], { host, problems }) => {
    await host(
      <Counter id="a" start={0}>
        {raw(templates)}
      </Counter>,
    );
    await problems.expect(problem);
  });

  test("loops follow theirs", async ({ host }) => {
    const page = await host(
      <Counter id="a" start={0}>
        <button data-on:click={js`${local.letters} = [...${local.letters}, 'c']`} />
        <ul>
          <template data-for={{ of: local.letters, item: "letter", index: "row" }}>
            <li data-text={js`row + letter`} />
          </template>
        </ul>
        <ol>
          <template data-for={local.letters}>
            <li data-text={js`item + i`} />
          </template>
        </ol>
      </Counter>,
    );
    await eventually(() => page.locator("ul li").allTextContents()).toEqual(["0a", "1b"]);
    await page.click("button");
    await eventually(() => page.locator("ul li").allTextContents()).toEqual(["0a", "1b", "2c"]);
    expect(await page.locator("ol li").allTextContents()).toEqual(["a0", "b1", "c2"]);
  });

  test("patches inside of a component, and of its props, keep its signals", async ({ host }) => {
    const page = await host(
      <>
        <button data-on:click={post("/patch")} />
        <Counter id="a" start={3}>
          <p id="p" data-text={local.count} />
        </Counter>
        <Counter id="b" start={3}>
          <b data-text={js`${local.count} + ${local.letters}.join('')`} />
        </Counter>
      </>,
      {
        "POST /patch": (request, response) =>
          stream(request, response, async (sse) => {
            await sse.patchElements(<p id="p" data-text={js`'patched ' + ${local.count}`} />);
            await sse.patchElements(
              <Counter id="b" start={9}>
                <b data-text={js`${local.letters}.join('') + ${local.count}`} />
              </Counter>,
            );
          }),
      },
    );
    await eventually(() => page.locator("p, b").allTextContents()).toEqual(["3", "3ab"]);
    await page.click("button");
    await eventually(() => page.locator("p, b").allTextContents()).toEqual(["patched 3", "ab9"]);
  });

  // Rocket only looks into what a morph brings.
  test("the other modes bring no signals of a component", async ({ host }) => {
    const page = await host(
      <>
        <button data-on:click={post("/patch")} />
        <Counter id="a" start={3} />
      </>,
      {
        "POST /patch": (request, response) =>
          stream(request, response, (sse) =>
            // Caught, since the client may evaluate it, and report the error, more than once.
            sse.patchElements(
              '<i data-text="(() => { try { return $$count } catch (e) { return e.message } })()"></i>',
              {
                selector: "#a",
                mode: "append",
              },
            ),
          ),
      },
    );
    await page.click("button");
    await eventually(() => page.textContent("i")).toBe("$$ is not defined");
  });

  test("data-attr sets a prop from a signal", async ({ host }) => {
    const page = await host(
      <main data-signals={{ total: 1 }}>
        <button data-on:click={js`${total} = 40`} />
        <Counter id="a" data-attr:start={total}>
          <p data-text={local.double} />
        </Counter>
      </main>,
    );
    await eventually(() => page.textContent("p")).toBe("2");
    await page.click("button");
    await eventually(() => page.textContent("p")).toBe("80");
  });

  test("an action of a component", async ({ host }) => {
    const add = action<[n: number]>("add");
    const page = await host(
      <Counter id="a" start={1}>
        <button data-on:click={add(5)} data-text={local.count} />
      </Counter>,
    );
    await page.click("button");
    await eventually(() => page.textContent("button")).toBe("6");
  });

  test("in the slots of a shadow root, signals are the component's, and templates are left alone", async ({ host }) => {
    const page = await host(
      <Plain id="a">
        <p data-text={local.count} />
        <div>
          <template data-for={local.letters}>
            <li data-text={js`item`} />
          </template>
        </div>
      </Plain>,
    );
    await eventually(() => page.textContent("p")).toBe("7");
    expect(await page.locator("li").count()).toBe(0);
  });

  test("all of it under the strictest policy", async ({ open }) => {
    const page = await open(null, {
      "GET /strict": (_request, response) =>
        sendPage(
          response,
          <html lang="en">
            <head>
              <title>Strict</title>
              <link rel="icon" href="data:," />
              <script type="module" src="/components.js" nonce={nonce} />
              <DatastarScript src="/datastar.js" nonce={nonce} />
            </head>
            <body>
              <Counter id="a" start={1}>
                <button data-on:click={js`${local.count}++`} />
                <p>
                  <template data-if={js`${local.count} > 1`}>
                    <template data-for={local.letters}>
                      <b data-text={js`item + ${local.count}`} />
                    </template>
                  </template>
                </p>
              </Counter>
            </body>
          </html>,
          { headers: { "content-security-policy": policy }, nonce },
        ),
      ...serveComponents,
    });
    await reportViolations(page);
    await page.goto("/strict");
    await page.click("button");
    await eventually(() => page.locator("b").allTextContents()).toEqual(["a2", "b2"]);
  });
});

/** What a component has read, as JSON can carry it. */
function readProps(all: readonly Element[]): readonly unknown[] {
  return all.map((element) => {
    const { startAt, bytes, row2Items, ...rest } = (element as Element & { read: ReadProps }).read;
    return {
      ...rest,
      startAt: startAt.getTime(),
      bytes: Array.from(bytes),
      row2Items: { ...row2Items, at: row2Items.at.getTime() },
    };
  });
}

function shown({ startAt, bytes, row2Items, ...rest }: ReadProps): unknown {
  return {
    ...rest,
    startAt: startAt.getTime(),
    bytes: Array.from(bytes),
    row2Items: { ...row2Items, at: row2Items.at.getTime() },
  };
}

interface ReadProps {
  readonly startAt: Date;
  readonly bytes: Uint8Array;
  readonly row2Items: { readonly title: string; readonly at: Date };
  readonly [name: string]: unknown;
}

// data-on and the other attributes that run an expression when something happens.
import { js, signals } from "datastar-tsx";
import { describe, expect } from "vitest";
import { eventually, signalsOf, test } from "./page.js";

const state = signals({ n: 0, log: "" });
const count = js`${state.n}++`;
const log = (text: string) => js`${state.log} += ${text}`;

describe("data-on", () => {
  test("runs an expression, which sees the event and the element", async ({ open }) => {
    const page = await open(
      <button id="b" data-signals={state} data-on:click={js`${state.log} = evt.type + el.id + evt.target.id`} />,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ log: "clickbb" });
  });

  test("runs a sequence in its order, without what is absent", async ({ open }) => {
    const page = await open(
      <button
        data-signals={state}
        data-on:click={[log("a"), false, log(";b"), null, "$log += 'c'", js`if (1) { ${log("d")} }`]}
      />,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ log: "a;bcd" });
  });

  test("takes a set of events, and events of any name", async ({ open }) => {
    const page = await open(
      <button
        data-signals={state}
        data-on={{ click: log("1"), focus: { do: log("2"), once: true } }}
        data-on:fooBar={log("3")}
        data-on:my-event={log("4")}
      />,
    );
    await page.$eval("button", (button) => {
      for (const type of ["fooBar", "foobar", "foo-bar", "my-event", "click", "focus", "focus"])
        button.dispatchEvent(new Event(type));
    });
    await eventually(() => signalsOf(page)).toMatchObject({ log: "3412" });
  });

  test("once runs once; outside, window and document listen elsewhere", async ({ open }) => {
    const page = await open(
      <div data-signals={state}>
        <button id="once" data-on:click={{ do: log("once "), once: true }} />
        <button id="outside" data-on:click={{ do: log("outside "), outside: true }} />
        <i data-on:my-event={{ do: log("window "), window: true }} />
        <i data-on:my-event={{ do: log("document "), document: true }} />
      </div>,
    );
    await page.click("#once");
    await page.click("#once");
    await page.click("#outside");
    await page.evaluate(() => document.dispatchEvent(new Event("my-event")));
    await page.evaluate(() => window.dispatchEvent(new Event("my-event")));
    await eventually(() => signalsOf(page)).toMatchObject({ log: "once outside outside document window " });
  });

  test("prevent, stop, capture and passive are what they are in the DOM", async ({ open, problems }) => {
    const page = await open(
      <div data-signals={state} data-on:click={log("bubbled ")}>
        <p data-on:click={{ do: log("captured "), capture: true }}>
          <a
            href="/elsewhere"
            data-on:click={{ do: js`${log("prevented ")}; ${state.n} = evt.defaultPrevented ? 1 : 0`, prevent: true }}
          />
          <button data-on:click={{ do: log("stopped "), stop: true }} />
        </p>
        <i data-on:wheel={{ do: js`evt.preventDefault(); ${state.n} = evt.defaultPrevented ? 3 : 2`, passive: true }} />
      </div>,
    );
    await page.$eval("a", (a) => a.click());
    await eventually(() => signalsOf(page)).toEqual({ log: "captured prevented bubbled ", n: 1 });
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ log: "captured prevented bubbled captured stopped " });
    await page.$eval("i", (i) => i.dispatchEvent(new Event("wheel", { cancelable: true })));
    await eventually(() => signalsOf(page)).toMatchObject({ n: 2 });
    await problems.expect(/Unable to preventDefault inside passive event listener/);
  });

  test("viewtransition wraps the change in a view transition", async ({ open }) => {
    const page = await open(
      <button
        data-signals={state}
        data-on:click={{ do: js`${state.log} = String(document.activeViewTransition !== null)`, viewtransition: true }}
      />,
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ log: "true" });
  });
});

describe("timing, with a clock of the test's own", () => {
  const timings = {
    delay: { do: log("a"), delay: 500 },
    debounce: { do: log("b"), debounce: "500ms" },
    leading: { do: log("c"), debounce: { wait: "0.5s", leading: true, trailing: false } },
    throttle: { do: log("d"), throttle: 500 },
    trailing: { do: log("e"), throttle: { wait: "500ms", leading: false, trailing: true } },
  } as const;

  // Two clicks, 400 milliseconds apart; what has run after the first, after the second, and in the end.
  test.for([
    ["delay", "", "", "aa"],
    ["debounce", "", "", "b"],
    ["leading", "c", "c", "c"],
    ["throttle", "d", "d", "d"],
    ["trailing", "", "", "e"],
  ] as const)("%s", async ([name, first, second, end], { open }) => {
    const page = await open(<button data-signals={state} data-on:click={timings[name]} />);
    const logged = async () => (await signalsOf(page))["log"];
    await page.clock.install();
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await page.click("button");
    await eventually(logged).toBe(first);
    await page.clock.runFor(400);
    await page.click("button");
    await eventually(logged).toBe(second);
    await page.clock.runFor(1000);
    await eventually(logged).toBe(end);
  });
});

describe("data-on-interval", () => {
  test("runs at its interval, and at once if told so", async ({ open }) => {
    const page = await open(
      <div data-signals={state}>
        <i data-on-interval={{ do: count, duration: "20ms" }} />
        <i data-on-interval={{ do: log("now"), duration: { wait: "1000s", leading: true } }} />
        <i data-on-interval={{ do: log("later"), duration: "1000s" }} />
      </div>,
    );
    await eventually(async () => (await signalsOf(page))["n"]).toBeGreaterThan(2);
    expect(await signalsOf(page)).toMatchObject({ log: "now" });
  });
});

describe("data-on-intersect", () => {
  test("runs when an element comes into view, or leaves it", async ({ open }) => {
    const page = await open(
      <div data-signals={state}>
        <p style="height: 200vh" />
        <section style="height: 50vh">
          <i data-on-intersect={log("in ")} />
          <i data-on-intersect={{ do: count, once: true }} />
          <b data-on-intersect={{ do: log("out "), exit: true }} />
        </section>
        <p style="height: 200vh" />
      </div>,
    );
    const seen = () => signalsOf(page);
    // It is out of view when the page is loaded.
    await eventually(seen).toMatchObject({ log: "out ", n: 0 });
    for (const [place, log] of [
      ["section", "out in "],
      ["p", "out in out "],
      ["section", "out in out in "],
    ] as const) {
      await page.$eval(place, (element) => element.scrollIntoView());
      await eventually(seen).toMatchObject({ log, n: 1 });
    }
  });

  test("waits until half, all or a percentage of it is in view", async ({ open }) => {
    const page = await open(
      <div data-signals={state}>
        <p style="height: 100vh; margin: 0" />
        <section style="height: 80vh" data-on-intersect={{ do: log("quarter "), threshold: 25 }}>
          <div style="height: 80vh" data-on-intersect={{ do: log("half "), half: true }}>
            <div style="height: 80vh" data-on-intersect={{ do: log("full "), full: true }} />
          </div>
        </section>
        <p style="height: 100vh" />
      </div>,
    );
    for (const [part, log] of [
      [0.3, "quarter "],
      [0.5, "quarter half "],
      [0.9, "quarter half full "],
    ] as const) {
      await page.evaluate((part) => window.scrollTo(0, window.innerHeight * part), part);
      await eventually(() => signalsOf(page)).toMatchObject({ log });
    }
  });
});

describe("data-on-signal-patch", () => {
  test("runs when signals change that pass its filter", async ({ open }) => {
    const page = await open(
      <div data-signals={{ a: 0, b: 0, _seen: "" }}>
        <i data-on-signal-patch={js`$_all = JSON.stringify(patch)`} data-on-signal-patch-filter={{ exclude: /^_/ }} />
        <i
          data-on-signal-patch={{ do: js`$_b = JSON.stringify(patch)`, debounce: 10 }}
          data-on-signal-patch-filter={{ include: "^b$" }}
        />
        <p data-text={js`$_all + $_b`} />
        <button id="a" data-on:click="$a++" />
        <button id="b" data-on:click="$b++" />
      </div>,
    );
    await page.click("#a");
    await eventually(() => page.textContent("p")).toBe('{"a":1}');
    await page.click("#b");
    await eventually(() => page.textContent("p")).toBe('{"b":1}{"b":1}');
  });

  test("the client's own events are names that data-on knows", async ({ open }) => {
    const page = await open(
      <div
        data-signals={state}
        data-on:datastar-fetch={js`evt.detail.el === el || (${state.log} += evt.detail.type + ' ')`}
      >
        <button data-on:click="@get('/none')" data-on:datastar-signal-patch={js`el.title += Object.keys(evt.detail)`} />
      </div>,
      { "GET /none": () => new Response(null, { status: 204 }) },
    );
    await page.click("button");
    await eventually(() => signalsOf(page)).toMatchObject({ log: "started finished " });
    await eventually(() => page.getAttribute("button", "title")).toContain("log");
  });
});

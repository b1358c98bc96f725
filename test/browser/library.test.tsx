// The recipe for what a library draws: it is fed by signals, tells of what happens by an event, and survives patches.
import { js, list, signals } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { expect } from "vitest";
import { eventually, test } from "./page.js";

declare global {
  function drawBars(element: HTMLElement, values: readonly number[]): void;
}

declare module "datastar-tsx" {
  interface CustomEvents {
    picked: CustomEvent<{ readonly bar: number }>;
  }
}

// What a library does: it writes its own markup, and calls back.
const glue = `
  const charts = new WeakMap();
  let made = 0;
  function drawBars(element, values) {
    if (!charts.has(element)) {
      charts.set(element, ++made);
      element.addEventListener("click", ({ target }) => {
        const bar = Array.from(element.children).indexOf(target);
        element.dispatchEvent(new CustomEvent("picked", { detail: { bar } }));
      });
    }
    element.innerHTML = values.map((value) => "<button>" + value + " of chart " + charts.get(element) + "</button>").join("");
  }`;

const sales = signals({ months: list<number>(), bar: -1 });

const Chart = ({ year }: { year: number }) => (
  <main id="main">
    <h1>{year}</h1>
    <div
      id="chart"
      data-ignore-morph
      data-effect={js`drawBars(el, ${sales.months})`}
      data-on={{ picked: js`${sales.bar} = evt.detail.bar` }}
    />
    <p data-text={js`"Sold: " + (${sales.months}[${sales.bar}] ?? "?")`} />
  </main>
);

test("a library draws what is in signals, and what it tells of comes back", async ({ open }) => {
  const page = await open(
    <body data-signals={sales.with({ months: [3, 1, 2] })}>
      <script>{glue}</script>
      <Chart year={2025} />
      <button id="next" data-on:click={js`@get('/next')`}>
        Next
      </button>
    </body>,
    {
      "GET /next": (request, response) =>
        stream(request, response, async (sse) => {
          await sse.patchElements(<Chart year={2026} />);
          await sse.patchSignals(sales.patch({ months: [5, 6] }));
        }),
    },
  );
  const bars = () => page.locator("#chart button").allTextContents();
  expect(await bars()).toEqual(["3 of chart 1", "1 of chart 1", "2 of chart 1"]);
  await page.click("text=1 of chart");
  await eventually(() => page.textContent("p")).toBe("Sold: 1");
  await page.click("#next");
  await eventually(() => page.textContent("h1")).toBe("2026");
  // It is the same element, with the chart that it had.
  await eventually(bars).toEqual(["5 of chart 1", "6 of chart 1"]);
  await eventually(() => page.textContent("p")).toBe("Sold: 6");
});

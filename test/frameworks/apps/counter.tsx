/** @jsxImportSource datastar-tsx */
// The app that every framework serves: a counter that all visitors see, and anybody can increase.
import { DatastarScript, get, js, post, signals } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";

export const step = signals({ by: 1 });
export const visitor = signals({ name: "" });

export function createCounter() {
  const hub = createHub<"count">();
  let count = 0;
  return {
    view: hub.live("count", () => <output id="count">{count}</output>),
    increase(by: number): void {
      count += by;
      hub.nudge("count");
    },
    /** How many see it. */
    watching: (): number => hub.subscribers("count"),
  };
}

export const Page = ({ name }: { readonly name: string | undefined }) => (
  <html lang="en">
    <head>
      <title>Counter</title>
      <DatastarScript />
    </head>
    <body data-signals={step} data-init={get("/live")}>
      <h1>Hello, {name ?? "stranger"}!</h1>
      <output id="count" />
      <button data-on={{ click: post("/increase"), keydown: js`${step.by} = 10` }}>+</button>
      <form method="post" action="/name">
        <input name="name" />
      </form>
    </body>
  </html>
);

export const Broken = (): never => {
  throw new Error("broken");
};

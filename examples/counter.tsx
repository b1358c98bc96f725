// A counter for each visitor, streamed, and cleaned up when the visitor leaves.
import { get, signals } from "datastar-tsx";
import { sendPage, stream } from "datastar-tsx/node";
import type { Routes } from "./app.js";
import { Layout } from "./layout.js";

const counter = signals({ count: 0 });

/** Everybody who is counting now; each is called when the number of them changes. */
const visitors = new Set<() => void>();

const Visitors = () => <output id="visitors">{visitors.size}</output>;

const CounterPage = () => (
  <Layout title="Counter">
    <main data-signals={counter} data-init={get("/counter/feed")}>
      <p>
        You have been here for <output data-text={counter.count} /> seconds.
      </p>
      <p>
        Visitors right now: <Visitors />. Open this page in a second tab, and close it again.
      </p>
    </main>
  </Layout>
);

export const counting: Routes = {
  "GET /counter": (_request, response) => sendPage(response, <CounterPage />),

  "GET /counter/feed": (request, response) =>
    stream(request, response, (sse) => {
      let count = 0;
      sse.every(1000, () => sse.patchSignals(counter.patch({ count: ++count })));
      const tell = () => void sse.patchElements(<Visitors />);
      visitors.add(tell);
      sse.onClose(() => {
        visitors.delete(tell);
        tellAll();
      });
      tellAll();
    }),
};

function tellAll(): void {
  for (const tell of visitors) tell();
}

// A counter for each visitor, and the number of them for all. The state of a visitor lives in the handler of its stream,
// and `onClose` cleans up when the visitor leaves.
import { get, signals, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const counter = signals({ count: 0 });

/** Everybody who is counting now; each is called when the number of them changes. */
const visitors = new Set<() => void>();

const tellAll = (): void => {
  for (const tell of visitors) tell();
};

const Visitors = () => <output id="visitors">{visitors.size}</output>;

export default new Hono()
  .get("/", () =>
    page(
      "Counter",
      <div data-signals={counter} data-init={get("feed")}>
        <p>
          You have been here for <output data-text={counter.count} /> seconds.
        </p>
        <p>
          Visitors right now: <Visitors />. Open this page in a second tab, and close it again.
        </p>
      </div>,
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
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
  );

// Infinite scroll. What comes into view asks for the rows that follow, once; the answer appends them, and puts a new
// sentinel at the end, which has not been seen yet. Whoever has no JavaScript follows its link.
import { get, stream, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const size = 20;
const last = 200;

const Items = ({ from }: { from: number }) =>
  Array.from({ length: Math.min(size, last - from) }, (_, index) => <li>Item {from + index + 1}</li>);

const Sentinel = ({ from }: { from: number }) => (
  <p id="more" class="quiet">
    {from < last ? (
      <a
        id={`from-${from}`}
        href={url`?from=${from}`}
        data-on-intersect={{ do: get(url`items?from=${from}`), once: true }}
      >
        More …
      </a>
    ) : (
      "That is all."
    )}
  </p>
);

export default new Hono()
  .get("/", (c) => {
    const from = Number(c.req.query("from")) || 0;
    return page(
      "Infinite scroll",
      <>
        <ol id="items" class="plain" start={from + 1}>
          <Items from={from} />
        </ol>
        <Sentinel from={from + size} />
      </>,
    );
  })
  .get("/items", (c) =>
    stream(c.req.raw, async (sse) => {
      const from = Number(c.req.query("from")) || 0;
      await sse.patchElements(<Items from={from} />, { selector: "#items", mode: "append" });
      await sse.patchElements(<Sentinel from={from + size} />);
    }),
  );

// The clock of the server. One stream pushes the time every second, for as long as the page is open: `data-init` asks
// for it, and `sse.every` ends with the connection.
import { get, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const Time = ({ now }: { now: Date }) => <time datetime={now.toISOString()}>{now.toISOString().slice(11, 19)}</time>;

export default new Hono()
  .get("/", () =>
    page(
      "Clock",
      <p>
        The server's time is{" "}
        <span id="clock" data-init={get("feed")}>
          <Time now={new Date()} />
        </span>
        .
      </p>,
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
      sse.every(1000, () => sse.patchElements(<Time now={new Date()} />, { selector: "#clock", mode: "inner" }));
    }),
  );

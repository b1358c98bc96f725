// Progress bar. One request starts the work, and its stream tells how far it is. Each patch is the whole of what is to
// be seen, so there is nothing to keep in step. Who leaves ends the loop: `sleep` rejects when the connection is closed.
import { js, post, signals, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const copying = signals({ _busy: false });

const Progress = ({ percent }: { percent: number }) => (
  <div id="progress">
    <p class="row">
      <progress class="wide" aria-label="Copied" max={100} value={percent} /> <output>{percent} %</output>
    </p>
    <p role="status">{percent === 100 && "All is copied."}</p>
  </div>
);

export default new Hono()
  .get("/", () =>
    page(
      "Progress bar",
      <div data-signals={copying}>
        <Progress percent={0} />
        <button
          class="primary"
          data-indicator={copying._busy}
          data-attr:aria-disabled={copying._busy}
          data-on:click={js`${copying._busy} || ${post("copies")}`}
        >
          Copy
        </button>
      </div>,
    ),
  )
  .post("/copies", (c) =>
    stream(c.req.raw, async (sse) => {
      for (let percent = 0; percent <= 100; percent += 4) {
        await sse.patchElements(<Progress percent={percent} />);
        await sse.sleep(100);
      }
    }),
  );

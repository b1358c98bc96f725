// What changes the signals, told as it happens: `data-on-signal-patch` runs when any of them has changed, whoever did
// it, with what has changed as `patch`. The filter beside it says which ones count.
import { js, post, readSignals, signals, signalsResponse } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const counter = signals({ count: 0, note: "", _changes: 0, _last: "" });

export default new Hono()
  .get("/", () =>
    page(
      "On signal patch",
      <div
        data-signals={counter}
        data-on-signal-patch={js`${counter._changes}++; ${counter._last} = JSON.stringify(patch)`}
        data-on-signal-patch-filter={{ include: /^count$/ }}
      >
        <p class="row">
          <button data-on:click={js`${counter.count}++`}>Add one here</button>
          <button data-on:click={post("ten")}>Have the server add ten</button>
        </p>
        <label>
          Not counted <input data-bind={counter.note} />
        </label>
        <dl>
          <dt>Count</dt>
          <dd data-text={counter.count} />
          <dt>Changes of it</dt>
          <dd data-text={counter._changes} />
          <dt>The last one</dt>
          <dd>
            <code data-text={counter._last} />
          </dd>
        </dl>
      </div>,
    ),
  )
  .post("/ten", async (c) => {
    const { count } = await readSignals(c.req.raw, counter.pick("count"));
    return signalsResponse(counter.patch({ count: count + 10 }));
  });

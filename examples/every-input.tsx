// Every kind of field, bound to a signal of its type: numbers stay numbers, boxes are true or false, several choices are
// a list. What the browser holds is what the server reads, checked by the same declaration.
import { elementsResponse, post, readSignals, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const form = signals({
  text: "Tea",
  area: "With milk.",
  count: 2,
  volume: 30,
  sweet: true,
  size: "small",
  colour: "#4338ca",
  day: "2026-01-31",
  time: "16:00",
  country: "in",
  spices: ["cardamom"],
  extras: ["honey", ""],
});

const Received = ({ sent }: { sent?: typeof form.State }) => (
  <pre id="received" aria-live="polite" class="wrap">
    {sent && JSON.stringify(sent, undefined, 1)}
  </pre>
);

export default new Hono()
  .get("/", () =>
    page(
      "Every input, bound",
      <>
        <form class="card" data-signals={form} data-on:submit={post("received")}>
          <label>
            Text <input data-bind={form.text} />
          </label>
          <label>
            Remark <textarea data-bind={form.area} />
          </label>
          <label>
            Number <input type="number" min="1" data-bind={form.count} />
          </label>
          <label>
            Range, <span data-text={form.volume} /> %
            <input type="range" data-bind={form.volume} />
          </label>
          <label>
            Colour <input type="color" data-bind={form.colour} />
          </label>
          <label>
            Day <input type="date" data-bind={form.day} />
          </label>
          <label>
            Time <input type="time" data-bind={form.time} />
          </label>
          <label>
            One of several
            <select data-bind={form.country}>
              <option value="in">India</option>
              <option value="lk">Sri Lanka</option>
              <option value="cn">China</option>
            </select>
          </label>
          <label>
            Some of several
            <select multiple data-bind={form.spices}>
              <option value="cardamom">Cardamom</option>
              <option value="ginger">Ginger</option>
              <option value="pepper">Pepper</option>
            </select>
          </label>
          <fieldset class="row">
            <legend>Boxes</legend>
            <label>
              <input type="checkbox" data-bind={form.sweet} /> Sweet
            </label>
            <label>
              <input type="checkbox" value="honey" data-bind={form.extras} /> Honey
            </label>
            <label>
              <input type="checkbox" value="lemon" data-bind={form.extras} /> Lemon
            </label>
          </fieldset>
          <fieldset class="row">
            <legend>Radio buttons</legend>
            <label>
              <input type="radio" name="size" value="small" data-bind={form.size} /> Small
            </label>
            <label>
              <input type="radio" name="size" value="large" data-bind={form.size} /> Large
            </label>
          </fieldset>
          <button class="primary">Send</button>
        </form>
        <Received />
      </>,
    ),
  )
  .post("/received", async (c) => elementsResponse(<Received sent={await readSignals(c.req.raw, form)} />));

// Signals that outlive the page. The browser keeps them in its storage: an expression reads them when the page begins,
// another writes them when they change. (Datastar Pro has an attribute for it.) What somebody else may have written into
// the storage is data: it is merged into signals, and never run.
import { js, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const settings = signals({ name: "", large: false });
const key = "datastar-tsx-settings";

export default new Hono().get("/", () =>
  page(
    "Persisted signals",
    <form
      class="card"
      data-signals={settings}
      data-init={js`Object.assign($, JSON.parse(localStorage.getItem(${key}) ?? "{}"))`}
      data-effect={js`localStorage.setItem(${key}, JSON.stringify({ name: ${settings.name}, large: ${settings.large} }))`}
      data-on:submit={js`location.reload()`}
    >
      <label>
        Your name <input data-bind={settings.name} />
      </label>
      <p>
        <label>
          <input type="checkbox" data-bind={settings.large} /> Large letters
        </label>
      </p>
      <p data-style:font-size={js`${settings.large} ? "2rem" : "1rem"`}>
        Hello, <b data-text={js`${settings.name} || "stranger"`} />.
      </p>
      <button>Load the page again</button>
    </form>,
  ),
);

// Custom validity. What the browser itself shows beside a field that is wrong can say what you mean: `setCustomValidity`
// in an effect follows the signals, and the form is not sent before everything is right. (Datastar Pro has an attribute
// for it.)
import { js, post, readSignals, signals, signalsResponse } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const account = signals({ password: "", again: "", _saved: false });

const difference = js`${account.password} === ${account.again} ? "" : "The passwords differ."`;

export default new Hono()
  .get("/", () =>
    page(
      "Custom validity",
      <form class="card" data-signals={account} data-on:submit={post("password")}>
        <label>
          Password{" "}
          <input type="password" required minlength="8" autocomplete="new-password" data-bind={account.password} />
        </label>
        <label>
          Once more
          <input
            type="password"
            required
            autocomplete="new-password"
            data-bind={account.again}
            data-effect={js`el.setCustomValidity(${difference})`}
          />
        </label>
        <button class="primary">Save</button>
        <p role="status" data-text={js`${account._saved} ? "Saved." : ""`} />
      </form>,
    ),
  )
  .post("/password", async (c) => {
    const { password, again } = await readSignals(c.req.raw, account);
    return signalsResponse(account.patch({ _saved: password === again && password.length >= 8 }));
  });

// One handler that does what a handler can do: read signals, patch and remove elements, patch signals, run a script,
// redirect. The button is disabled by the indicator of its own request.
import { setTimeout } from "node:timers/promises";
import { js, post, readSignals, signals, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const order = signals({ quantity: 1, _sending: false });

const Cart = ({ quantity }: { quantity: number }) => (
  <p id="cart">{quantity === 0 ? "Your cart is empty." : `Your cart: ${quantity} × tea.`}</p>
);

export default new Hono()
  .get("/", () =>
    page(
      "Store",
      <div data-signals={order}>
        <p id="offer">Today only: free delivery!</p>
        <Cart quantity={0} />
        <p class="row">
          <label>
            Packets of tea <input type="number" min="1" data-bind={order.quantity} />
          </label>{" "}
          <button
            class="primary"
            data-on:click={post("buy")}
            data-indicator={order._sending}
            data-attr:disabled={js`${order._sending} || ${order.quantity} < 1`}
          >
            Buy
          </button>
        </p>
      </div>,
    ),
  )
  .get("/thanks", () => page("Thank you!", <p id="thanks">Your tea is on its way.</p>))
  .post("/buy", async (c) => {
    // Signals come from a browser: they are checked before they are used.
    const { quantity } = await readSignals(c.req.raw, order);
    return stream(c.req.raw, async (sse) => {
      await sse.patchElements(<Cart quantity={quantity} />);
      await sse.removeElements("#offer");
      await sse.patchSignals(order.patch({ quantity: 1 }));
      await sse.executeScript(`document.title = ${JSON.stringify(`${quantity} sold`)}`);
      await setTimeout(500, undefined, { signal: sse.signal });
      await sse.redirect("thanks");
    });
  });

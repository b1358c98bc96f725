// One handler that does what a handler can do: read signals, patch and remove elements, patch signals, run a script,
// redirect.
import { setTimeout } from "node:timers/promises";
import { js, post, signals } from "datastar-tsx";
import { readSignals, sendPage, stream } from "datastar-tsx/node";
import type { Routes } from "./app.js";
import { Layout } from "./layout.js";

const order = signals({ quantity: 1, _sending: false });

const Cart = ({ quantity }: { quantity: number }) => (
  <p id="cart">{quantity === 0 ? "Your cart is empty." : `Your cart: ${quantity} × tea.`}</p>
);

const StorePage = () => (
  <Layout title="Store">
    <main data-signals={order}>
      <p id="offer">Today only: free delivery!</p>
      <Cart quantity={0} />
      <label>
        Packets of tea <input type="number" min="1" data-bind={order.quantity} />
      </label>{" "}
      <button
        data-on:click={post("/store/buy")}
        data-indicator={order._sending}
        data-attr:disabled={js`${order._sending} || ${order.quantity} < 1`}
      >
        Buy
      </button>
    </main>
  </Layout>
);

const ThanksPage = () => (
  <Layout title="Thank you!">
    <p id="thanks">Your tea is on its way.</p>
  </Layout>
);

export const store: Routes = {
  "GET /store": (_request, response) => sendPage(response, <StorePage />),
  "GET /store/thanks": (_request, response) => sendPage(response, <ThanksPage />),

  "POST /store/buy": async (request, response) => {
    // Signals come from a browser: they are checked before they are used.
    const { quantity } = await readSignals(request, order);
    await stream(request, response, async (sse) => {
      await sse.patchElements(<Cart quantity={quantity} />);
      await sse.removeElements("#offer");
      await sse.patchSignals(order.patch({ quantity: 1 }));
      await sse.executeScript(`document.title = ${JSON.stringify(`${quantity} sold`)}`);
      await setTimeout(500, undefined, { signal: sse.signal });
      await sse.redirect("/store/thanks");
    });
  },
};

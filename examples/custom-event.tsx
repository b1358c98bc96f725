// Custom events. The type of the event is declared once, and then known by its name: to `data-on`, and to the check of
// what stands in expressions. The server dispatches it on the document; a button dispatches the same one in the page.
// Who listens knows nothing of who dispatches, and others can listen, too.
import { js, post, signals, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

declare module "datastar-tsx" {
  interface CustomEvents {
    "price-changed": CustomEvent<{ readonly price: number }>;
  }
}

const tea = signals({ _price: 4, _lowest: 4, _changes: 0 });

export default new Hono()
  .get("/", () =>
    page(
      "Custom event",
      <div data-signals={tea}>
        <dl
          class="card"
          data-on={{
            "price-changed": {
              document: true,
              do: js`
                ${tea._price} = evt.detail.price;
                ${tea._lowest} = Math.min(${tea._lowest}, evt.detail.price);
                ${tea._changes}++;
              `,
            },
          }}
        >
          <dt>A packet of tea</dt>
          <dd>
            € <output data-text={tea._price}>{tea.initial._price}</output>
          </dd>
          <dt>Lowest price</dt>
          <dd>
            € <span data-text={tea._lowest}>{tea.initial._lowest}</span>
          </dd>
          <dt>Changes</dt>
          <dd data-text={tea._changes}>{tea.initial._changes}</dd>
        </dl>
        <p class="row">
          <button class="primary" data-on:click={post("auction")}>
            Auction, on the server
          </button>
          <button
            data-on:click={js`
              el.dispatchEvent(new CustomEvent("price-changed", { bubbles: true, detail: { price: ${tea._price} - 1 } }))
            `}
          >
            One euro less, in the page
          </button>
        </p>
      </div>,
    ),
  )
  .post("/auction", (c) =>
    stream(c.req.raw, async (sse) => {
      for (const price of [5, 3, 7]) {
        await sse.dispatchCustomEvent("price-changed", { price });
        await sse.sleep(300);
      }
    }),
  );

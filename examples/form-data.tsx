// Form data. With `contentType: "form"` an action sends the fields around it, as the browser would, and no signals; the
// button that was pressed is among them. Without JavaScript the same form works: the handler asks who is there, and
// answers with the fragment or with the page.
import { elementsResponse, isDatastarRequest, post, readForm } from "datastar-tsx";
import { Hono } from "hono";
import { z } from "zod";
import { page } from "./layout.js";

const Order = z.object({
  drink: z.string(),
  with: z.array(z.string()),
  way: z.enum(["here", "to go"]),
});

const Answer = ({ order }: { order?: z.infer<typeof Order> }) => (
  <p id="answer" aria-live="polite">
    {order && `${order.drink}${order.with.map((extra) => ` with ${extra}`).join("")}, ${order.way}.`}
  </p>
);

const OrderPage = ({ order }: { order?: z.infer<typeof Order> }) => (
  <>
    <form class="card" method="post" action="order" data-on:submit={post("order", { contentType: "form" })}>
      <label>
        Drink
        <select name="drink">
          <option>Tea</option>
          <option>Coffee</option>
        </select>
      </label>
      <fieldset class="row">
        <legend>With</legend>
        {["milk", "sugar"].map((extra) => (
          <label>
            <input type="checkbox" name="with" value={extra} /> {extra}
          </label>
        ))}
      </fieldset>
      <p class="row">
        <button class="primary" name="way" value="here">
          Drink it here
        </button>
        <button name="way" value="to go">
          Take it away
        </button>
      </p>
    </form>
    <Answer {...(order && { order })} />
  </>
);

export default new Hono()
  .get("/", () => page("Form data", <OrderPage />))
  .post("/order", async (c) => {
    const order = await readForm(c.req.raw, Order);
    return isDatastarRequest(c.req.raw)
      ? elementsResponse(<Answer order={order} />)
      : page("Form data", <OrderPage order={order} />);
  });

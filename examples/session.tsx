// One session in many tabs, as CQRS would have it: each tab has one long GET that shows the state, and short POSTs
// change it, which answer with nothing. All tabs of a visitor see the same cart, and nobody else does: the view has the
// session as its parameter, and a cookie says whose it is.
import { get, noContent, post, url } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { page } from "./layout.js";

const goods = ["Tea", "Milk", "Honey"] as const;

/** How many of each are in whose cart. */
const carts = new Map<string, readonly number[]>();

const hub = createHub<`cart:${string}`>();

const cart = hub.live(
  (session: string) => `cart:${session}` as const,
  (session) => <Cart counts={carts.get(session)} />,
);

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

const Cart = ({ counts = [] }: { counts?: readonly number[] | undefined }) => (
  <ul id="cart" class="plain">
    {goods.map((name, index) => (
      <li class="row">
        <span class="wide">
          {counts[index] ?? 0} × {name}
        </span>
        <button aria-label={`One more ${name}`} data-on:click={post(url`goods/${index}/more`)}>
          +
        </button>
        <button
          aria-label={`One ${name} less`}
          disabled={!counts[index]}
          data-on:click={post(url`goods/${index}/less`)}
        >
          −
        </button>
      </li>
    ))}
  </ul>
);

export default new Hono<{ Variables: { session: string } }>()
  .use(async (c, next) => {
    const known = getCookie(c, "cart");
    c.set("session", known ?? crypto.randomUUID());
    await next();
    if (known === undefined) setCookie(c, "cart", c.var.session, { httpOnly: true, sameSite: "Lax" });
  })
  .get("/", (c) =>
    page(
      "A session in many tabs",
      <div data-init={get("feed")}>
        <p>Open this page in a second tab: both show your cart. In another browser, it is another one.</p>
        <Cart counts={carts.get(c.var.session)} />
      </div>,
    ),
  )
  .get("/feed", (c) => cart.stream(c.req.raw, c.var.session))
  .post("/goods/:index/:change{more|less}", (c) => {
    const { index, change } = c.req.param();
    const counts = carts.get(c.var.session) ?? goods.map(() => 0);
    const step = change === "more" ? 1 : -1;
    carts.set(
      c.var.session,
      counts.map((count, at) => (at === Number(index) ? Math.max(0, count + step) : count)),
    );
    cart.nudge(c.var.session);
    return noContent();
  });

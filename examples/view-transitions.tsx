// View transitions. A patch with `useViewTransition` goes from what was to what is now by an animation of the browser;
// elements with a name of their own move, the rest of the page fades. `data-style` gives the names, which the policy
// would refuse in `style`. What only the browser changes has a modifier for the same: `viewtransition`. Where somebody
// wants less motion, the stylesheet turns it off.
import { elementsResponse, js, post, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const view = signals({ _wide: false });

let cards = ["Ada", "Barbara", "Donald", "Edsger", "Frances", "Grace", "Hedy", "Joan"];

const Cards = () => (
  <ol id="cards" class="plain row">
    {cards.map((name) => (
      <li id={`card-${name}`} class="card" data-style={{ "view-transition-name": js`${`card-${name}`}` }}>
        {name}
      </li>
    ))}
  </ol>
);

const change = (next: typeof cards): Promise<Response> => {
  cards = next;
  return elementsResponse(<Cards />, { useViewTransition: true });
};

export default new Hono()
  .get("/", () =>
    page(
      "View transitions",
      <div data-signals={view}>
        <p class="row">
          <button class="primary" data-on:click={post("reversed")}>
            Reverse
          </button>
          <button data-on:click={post("rotated")}>Rotate</button>
          <button
            aria-expanded={false}
            data-attr:aria-expanded={view._wide}
            data-on:click={{ do: js`${view._wide} = !${view._wide}`, viewtransition: true }}
          >
            Who are they?
          </button>
        </p>
        <p hidden data-attr:hidden={js`!${view._wide}`}>
          People without whom this page would not be.
        </p>
        <Cards />
      </div>,
    ),
  )
  .post("/reversed", () => change(cards.toReversed()))
  .post("/rotated", () => change([...cards.slice(1), ...cards.slice(0, 1)]));

// Lazy tabs. A panel is loaded when its tab is chosen; the server says which one that is, and sends the tabs with it.
// They are as ARIA wants them: one of them is in the tab order, arrow keys, Home and End move the focus, and Enter or
// Space chooses. Patches keep the focus, since the tabs have ids. Without JavaScript, they are buttons of a form.
// https://www.w3.org/WAI/ARIA/apg/patterns/tabs/examples/tabs-manual/
import { elementsResponse, get, js, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const teas = {
  Green: "Leaves that are heated right after the harvest. 70 to 80 °C, two minutes.",
  Oolong: "Leaves that wither for a while. 85 to 95 °C, three minutes; the same leaves serve five times.",
  Black: "Leaves that are rolled and left to oxidise. Boiling water, four minutes.",
  Herbal: "No tea at all. Boiling water, and as long as you like.",
} as const;

type Tea = keyof typeof teas;

const names = Object.keys(teas) as Tea[];
const chosen = (request: Request): Tea => {
  const asked = new URL(request.url).searchParams.get("tea");
  return names.find((name) => name === asked) ?? "Green";
};

const moveFocus = js`
  const tabs = [...el.children];
  const at = tabs.indexOf(evt.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[evt.key];
  if (to !== undefined) {
    evt.preventDefault();
    tabs.at(to % tabs.length).focus();
  }
`;

const Tabs = ({ tea }: { tea: Tea }) => (
  <form id="teas">
    <div role="tablist" aria-label="Teas" data-on:keydown={moveFocus}>
      {names.map((name) => (
        <button
          id={`tab-${name}`}
          role="tab"
          name="tea"
          value={name}
          aria-selected={name === tea}
          aria-controls="panel"
          tabindex={name === tea ? 0 : -1}
          data-on:click={{ do: get(url`tabs?tea=${name}`), prevent: true }}
        >
          {name}
        </button>
      ))}
    </div>
    <section id="panel" role="tabpanel" class="card" tabindex={0} aria-labelledby={`tab-${tea}`}>
      <p>{teas[tea]}</p>
    </section>
  </form>
);

export default new Hono()
  .get("/", (c) => page("Lazy tabs", <Tabs tea={chosen(c.req.raw)} />))
  .get("/tabs", (c) => elementsResponse(<Tabs tea={chosen(c.req.raw)} />));

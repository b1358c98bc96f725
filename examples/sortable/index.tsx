// Sortable, with a library for the browser that knows nothing of Datastar. The glue is one expression: it hands the list
// over, and turns what the library calls back with into an event, whose type is declared. The library's function is
// declared as well, so `datastar-tsx check` reads that expression like code. Who does not drag has buttons.
import { elementsResponse, js, post, readSignals } from "datastar-tsx";
import { Hono } from "hono";
import { z } from "zod";
import { file } from "../file.js";
import { page } from "../layout.js";

declare global {
  /** Of sortable.js. */
  function sortable(list: HTMLElement, onDrop: (item: HTMLElement, to: number) => void): void;
}

declare module "datastar-tsx" {
  interface CustomEvents {
    reordered: CustomEvent<{ readonly id: string; readonly to: number }>;
  }
}

const Move = z.object({ id: z.string(), to: z.int().min(0) });

let planets = ["Mercury", "Venus", "Earth", "Mars", "Jupiter"];

const MoveButton = ({ planet, by, children }: { planet: string; by: -1 | 1; children: string }) => {
  const to = planets.indexOf(planet) + by;
  const atTheEnd = to < 0 || to === planets.length;
  return (
    <button
      id={`${planet}-${by}`}
      aria-label={`Move ${planet} ${by < 0 ? "up" : "down"}`}
      aria-disabled={atTheEnd}
      data-on:click={atTheEnd ? undefined : post("order", { payload: { id: planet, to } })}
    >
      {children}
    </button>
  );
};

const Planets = () => (
  <ol
    id="planets"
    class="plain"
    data-init={js`
      sortable(el, ({ id }, to) => el.dispatchEvent(new CustomEvent("reordered", { detail: { id, to } })))
    `}
    data-on={{ reordered: post("order", { payload: { id: js`evt.detail.id`, to: js`evt.detail.to` } }) }}
  >
    {planets.map((planet) => (
      <li id={planet} class="row">
        <span class="handle" aria-hidden>
          ⠿
        </span>
        <span class="wide">{planet}</span>
        <MoveButton planet={planet} by={-1}>
          ↑
        </MoveButton>
        <MoveButton planet={planet} by={1}>
          ↓
        </MoveButton>
      </li>
    ))}
  </ol>
);

export default new Hono()
  .get("/sortable.js", file(new URL("sortable.js", import.meta.url)))
  .get("/", () =>
    page("Sortable", (nonce) => (
      <>
        <script nonce={nonce} src="sortable.js" />
        <Planets />
      </>
    )),
  )
  .post("/order", async (c) => {
    const { id, to } = await readSignals(c.req.raw, Move);
    if (planets.includes(id)) planets = planets.filter((planet) => planet !== id).toSpliced(to, 0, id);
    return elementsResponse(<Planets />);
  });

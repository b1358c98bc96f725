// Conway's game of life, in one world for all: made for fifty visitors, who see five generations a second, and bring
// cells to life with a click. A generation is rendered, encoded and compressed for the whole room: all living cells are
// one path, so that one attribute changes.
import { del, get, js, noContent, post, readSignals, signals, stream } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { page } from "./layout.js";

const size = 40;

/** The cells that live, as `row * size + column`. */
let living: ReadonlySet<number> = new Set([1, size + 2, 2 * size, 2 * size + 1, 2 * size + 2]);

const click = signals({ column: 0, row: 0 });

/** The world has no edges: what leaves it at one side comes back at the other. */
const cell = (row: number, column: number): number => ((row + size) % size) * size + ((column + size) % size);

function around(at: number): readonly number[] {
  const [row, column] = [Math.floor(at / size), at % size];
  return [-1, 0, 1]
    .flatMap((down) => [-1, 0, 1].map((right) => cell(row + down, column + right)))
    .filter((other) => other !== at);
}

const next = (): ReadonlySet<number> =>
  new Set(
    [...new Set([...living].flatMap((at) => [at, ...around(at)]))].filter((at) => {
      const neighbours = around(at).filter((other) => living.has(other)).length;
      return neighbours === 3 || (neighbours === 2 && living.has(at));
    }),
  );

const World = () => (
  <svg id="world" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`${living.size} living cells`}>
    <rect width={size} height={size} fill="currentColor" fill-opacity="0.06" />
    <path fill="currentColor" d={[...living].map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join("")} />
  </svg>
);

const hub = createHub<"world">();
const world = hub.live("world", () => <World />);

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

let due = 0;

/** Goes on to the next generation when its time has come, whichever of the visitors' streams finds that first. */
function goOn(): void {
  if (Date.now() < due) return;
  due = Date.now() + 200;
  living = next();
  world.nudge();
}

export default new Hono()
  .get("/", () =>
    page(
      "Game of life",
      <div data-signals={click} data-init={get("feed")}>
        <p>Click to bring a glider to life.</p>
        <div
          data-on:click={[
            js`${click.column} = Math.floor((evt.offsetX / el.clientWidth) * ${size})`,
            js`${click.row} = Math.floor((evt.offsetY / el.clientHeight) * ${size})`,
            post("gliders"),
          ]}
        >
          <World />
        </div>
        <p>
          <button data-on:click={del("cells")}>Clear</button>
        </p>
      </div>,
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
      world.subscribe(sse);
      sse.every(50, goOn);
    }),
  )
  .post("/gliders", async (c) => {
    const { row, column } = await readSignals(c.req.raw, click);
    const glider = [
      cell(row - 1, column),
      cell(row, column + 1),
      ...[-1, 0, 1].map((at) => cell(row + 1, column + at)),
    ];
    living = new Set([...living, ...glider]);
    world.nudge();
    return noContent();
  })
  .delete("/cells", () => {
    living = new Set();
    world.nudge();
    return noContent();
  });

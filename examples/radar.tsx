// A radar: ten times a second, a picture of what is in the sky, as SVG. It follows from the time alone, so that nothing is
// kept and nothing runs while nobody looks: each stream asks for a new picture, and the view renders one for all.
import { get, stream } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { page } from "./layout.js";

interface Plane {
  readonly call: string;
  readonly distance: number;
  readonly turn: number;
  readonly speed: number;
}

const planes: readonly Plane[] = [
  { call: "KL 641", distance: 30, turn: 0, speed: 0.012 },
  { call: "BA 117", distance: 62, turn: 2, speed: -0.008 },
  { call: "LH 400", distance: 84, turn: 4, speed: 0.005 },
];

/** Tenths of a second. */
const ticks = (): number => Date.now() / 100;

const at = (turn: number, distance: number): { readonly x: number; readonly y: number } => ({
  x: Math.round(distance * Math.cos(turn)),
  y: Math.round(distance * Math.sin(turn)),
});

const Blip = ({ call, distance, turn, speed }: Plane) => {
  const { x, y } = at(turn + speed * ticks(), distance);
  return (
    <g>
      <circle cx={x} cy={y} r="2.5" fill="currentColor" />
      <text x={x + 5} y={y + 2} font-size="7" fill="currentColor">
        {call}
      </text>
    </g>
  );
};

const Radar = () => {
  const { x, y } = at(ticks() / 8, 100);
  return (
    <svg id="radar" viewBox="-125 -105 250 210" role="img" aria-label={`${planes.length} planes`}>
      {[33, 66, 100].map((radius) => (
        <circle r={radius} fill="none" stroke="currentColor" stroke-opacity="0.3" />
      ))}
      <line x2={x} y2={y} stroke="currentColor" stroke-opacity="0.6" />
      {planes.map((plane) => (
        <Blip {...plane} />
      ))}
    </svg>
  );
};

const hub = createHub<"radar">();
const sky = hub.live("radar", () => <Radar />, { throttle: 100 });

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

export default new Hono()
  .get("/", () =>
    page(
      "Live radar",
      <div data-init={get("feed")}>
        <Radar />
      </div>,
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
      sky.subscribe(sse);
      sse.every(100, () => sky.nudge());
    }),
  );

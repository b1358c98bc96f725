// Sixty frames a second, made on the server: each is a text of 36 by 20 characters, and goes out as an event of its own.
// Whoever cannot keep up gets the newest frame, and compression finds in each what was in those before it. A request
// cancels the one before it that has the same method and URL, and with it its stream: so pause asks as play does, and a
// signal says which of them is meant.
import { get, js, noContent, readSignals, signals, stream } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { Hono } from "hono";
import { page } from "./layout.js";

const [columns, rows] = [36, 20];
const shades = " .:-=+*#%@";

const player = signals({ playing: false });
const compress = compression();

/** What shows at a place, between 0 and 1. */
const plasma = (x: number, y: number, seconds: number): number =>
  (Math.sin(x / 5 + seconds) +
    Math.sin(y / 3 - seconds) +
    Math.sin(Math.hypot(x - 18, (y - 10) * 2) / 4 - seconds) +
    3) /
  6;

const Frame = ({ number }: { number: number }) => (
  <pre id="frame" role="img" aria-label="Waves" data-frame={number}>
    {Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (_, x) =>
        shades.charAt(Math.floor(plasma(x, y, number / 60) * shades.length)),
      ).join(""),
    ).join("\n")}
  </pre>
);

export default new Hono()
  .get("/", () =>
    page(
      "Sixty frames a second",
      <div data-signals={player}>
        <Frame number={0} />
        <button
          class="primary"
          data-on:click={[js`${player.playing} = !${player.playing}`, get("frames")]}
          data-text={js`${player.playing} ? "Pause" : "Play"`}
        >
          Play
        </button>
      </div>,
    ),
  )
  .get("/frames", async (c) => {
    const { playing } = await readSignals(c.req.raw, player);
    if (!playing) return noContent();
    return stream(
      c.req.raw,
      (sse) => {
        const start = Date.now();
        sse.every(1000 / 60, () => sse.patchElements(<Frame number={Math.round((Date.now() - start) * 0.06)} />));
      },
      { slowClient: "keepLatest", compression: compress },
    );
  });

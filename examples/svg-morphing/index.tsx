// SVG morphing. What is inside an image is patched like anything else, with its namespace: without that, `<circle>` would
// be an element of HTML that nobody has heard of. Shapes keep their ids, so CSS moves them from where they are to where
// they are now. A range sends many events; throttled, it asks five times a second, and once more in the end.
import { elementsResponse, get, js, readSignals, signals } from "datastar-tsx";
import { Hono } from "hono";
import { file } from "../file.js";
import { page } from "../layout.js";

const day = signals({ hour: 9 });

/** Where something stands that rises at this hour. */
const place = (hour: number, rises: number) => {
  const angle = ((hour - rises) / 12) * Math.PI;
  return { cx: Math.round(160 - 130 * Math.cos(angle)), cy: Math.round(140 - 110 * Math.sin(angle)) };
};

const Sky = ({ hour }: { hour: number }) => {
  const isDay = hour > 6 && hour < 18;
  return (
    <g id="sky">
      <rect id="air" width="320" height="180" fill={isDay ? "#9bd3f5" : "#1b2547"} />
      <circle id="sun" {...place(hour, 6)} r="18" fill={Math.abs(hour - 12) < 4 ? "#ffd94a" : "#ff9d4a"} />
      <circle id="moon" {...place(hour, 18)} r="13" fill="#e8e6d9" />
      <path id="hills" d="M0 140 Q60 110 130 140 T320 130 V180 H0 Z" fill={isDay ? "#4f9a5b" : "#1f3d33"} />
    </g>
  );
};

export default new Hono()
  .get("/sky.css", file(new URL("sky.css", import.meta.url)))
  .get("/", () =>
    page(
      "SVG morphing",
      <div data-signals={day}>
        <link rel="stylesheet" href="sky.css" />
        <svg class="sky" viewBox="0 0 320 180" role="img" aria-label="Sun and moon over the hills">
          <Sky hour={day.initial.hour} />
        </svg>
        <p class="row">
          <label class="wide">
            Hour{" "}
            <input
              type="range"
              min={0}
              max={24}
              data-bind={day.hour}
              data-on:input={{ do: get("sky"), throttle: { wait: 200, trailing: true } }}
            />
          </label>{" "}
          <output data-text={js`${day.hour} + ":00"`}>{day.initial.hour}:00</output>
        </p>
      </div>,
    ),
  )
  .get("/sky", async (c) => {
    const { hour } = await readSignals(c.req.raw, day);
    return elementsResponse(<Sky hour={hour} />, { namespace: "svg" });
  });

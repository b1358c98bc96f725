// Progressive load. A page of parts that take their time is there at once, with placeholders, and one stream brings each
// part when it is ready, whatever their order. `Defer` is both: in a page the placeholder, patched by itself the part.
// One that fails leaves the others alone, says so in its place, and is reported.
import { setTimeout } from "node:timers/promises";
import { Defer, get, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

/** A card whose content takes its time. */
const Part = ({ id, title, load }: { id: string; title: string; load: (signal: AbortSignal) => Promise<string> }) => {
  const heading = <h2>{title}</h2>;
  const instead = (text: string, kind: string) => [heading, <p class={kind}>{text}</p>];
  return (
    <Defer
      as="section"
      id={id}
      class="card"
      placeholder={instead("Loading …", "quiet")}
      error={instead("Not to be had right now.", "problem")}
    >
      {async (signal) => [heading, <p>{await load(signal)}</p>]}
    </Defer>
  );
};

const after = async (milliseconds: number, signal: AbortSignal, text: string): Promise<string> => {
  await setTimeout(milliseconds, undefined, { signal });
  return text;
};

const weather = async (signal: AbortSignal): Promise<never> => {
  await setTimeout(600, undefined, { signal });
  throw new Error("The weather station does not answer.");
};

const parts = [
  <Part
    id="news"
    title="News"
    load={(signal) => after(900, signal, "Tea is cheaper than ever, say people who drink it.")}
  />,
  <Part
    id="mail"
    title="Mail"
    load={(signal) => after(300, signal, "Three letters, and one of them is not an advertisement.")}
  />,
  <Part id="weather" title="Weather" load={weather} />,
];

export default new Hono()
  .get("/", () => page("Progressive load", <div data-init={get("parts")}>{parts}</div>))
  .get("/parts", (c) => stream(c.req.raw, (sse) => sse.patchEach(parts)));

// Progressive load. A page of parts that take their time: it is there at once, with placeholders, and one stream brings
// each part when it is ready, whatever their order. A part is an asynchronous component, which knows nothing of that. One
// that fails leaves the others alone, and says so in its place.
import { setTimeout } from "node:timers/promises";
import { type Child, get, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const Part = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section id={id} class="card" aria-busy={children === undefined}>
    <h2>{title}</h2>
    {children ?? <p class="quiet">Loading …</p>}
  </section>
);

const News = async () => {
  await setTimeout(900);
  return (
    <Part id="news" title="News">
      <p>Tea is cheaper than ever, say people who drink it.</p>
    </Part>
  );
};

const Mail = async () => {
  await setTimeout(300);
  return (
    <Part id="mail" title="Mail">
      <p>Three letters, and one of them is not an advertisement.</p>
    </Part>
  );
};

const Weather = async () => {
  await setTimeout(600);
  throw new Error("The weather station does not answer.");
};

const placeholders = { news: "News", mail: "Mail", weather: "Weather" };
const parts = Object.entries(placeholders);

export default new Hono()
  .get("/", () =>
    page(
      "Progressive load",
      <div data-init={get("parts")}>
        {parts.map(([id, title]) => (
          <Part id={id} title={title} />
        ))}
      </div>,
    ),
  )
  .get("/parts", (c) =>
    stream(c.req.raw, (sse) =>
      sse.patchEach([<News />, <Mail />, <Weather />], {
        onError: (_error, i) => {
          const [id = "", title = ""] = parts[i] ?? [];
          void sse.patchElements(
            <Part id={id} title={title}>
              <p class="problem">Not to be had right now.</p>
            </Part>,
          );
        },
      }),
    ),
  );

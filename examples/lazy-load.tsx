// Lazy load. What takes its time does not hold up the page: a placeholder of the same size asks for it, at once
// (`data-init`) or when it is scrolled into view (`data-on-intersect`), and the answer, which has the same id, takes its
// place.
import { setTimeout } from "node:timers/promises";
import { elementsResponse, get, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Millimetres of rain in each month. */
async function measured(year: number): Promise<readonly number[]> {
  await setTimeout(800);
  return months.map((_, month) => Math.round(45 + 30 * Math.sin(month + year) + 10 * Math.cos(3 * month)));
}

const Chart = async ({ year }: { year: number }) => {
  const rain = await measured(year);
  const wettest = rain.indexOf(Math.max(...rain));
  return (
    <figure id={`rain-${year}`} class="card">
      <figcaption>
        Rain in {year}: most of it in {months[wettest]}, {rain[wettest]} mm
      </figcaption>
      <svg viewBox="0 0 240 100" fill="currentColor" aria-hidden>
        {rain.map((height, i) => (
          <rect x={i * 20 + 2} y={100 - height} width="16" height={height} opacity={i === wettest ? 1 : 0.45} />
        ))}
      </svg>
    </figure>
  );
};

const Placeholder = ({ year, whenSeen = false }: { year: number; whenSeen?: boolean }) => {
  const load = get(url`rain/${year}`);
  return (
    <figure
      id={`rain-${year}`}
      class="card"
      aria-busy="true"
      data-init={whenSeen ? undefined : load}
      data-on-intersect={whenSeen ? { do: load, once: true } : undefined}
    >
      <figcaption>Rain in {year}: measuring …</figcaption>
      <svg viewBox="0 0 240 100" aria-hidden />
    </figure>
  );
};

export default new Hono()
  .get("/", () =>
    page(
      "Lazy load",
      <>
        <Placeholder year={2026} />
        {[2025, 2024, 2023, 2022].map((year) => (
          <Placeholder year={year} whenSeen />
        ))}
      </>,
    ),
  )
  .get("/rain/:year", (c) => elementsResponse(<Chart year={Number(c.req.param("year"))} />));

// Active search. The form is one that works by itself: without JavaScript, Enter loads the page with the results. With
// it, each pause while typing asks for the results alone, which take the place of those before; an answer that is not
// needed any more is dropped by the client.
import { elementsResponse, get, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const people = [
  ["Ada Lovelace", "The first program"],
  ["Alan Turing", "The machine that computes"],
  ["Barbara Liskov", "Abstract data types"],
  ["Donald Knuth", "The Art of Computer Programming"],
  ["Edsger Dijkstra", "The shortest path"],
  ["Frances Allen", "Compilers that optimise"],
  ["Grace Hopper", "The first compiler"],
  ["Hedy Lamarr", "Frequency hopping"],
  ["Joan Clarke", "Banburismus"],
  ["Katherine Johnson", "The way to the moon"],
  ["Margaret Hamilton", "The software of Apollo"],
  ["Radia Perlman", "The spanning tree"],
] as const;

const search = signals({ _searching: false });

const Results = ({ query }: { query: string }) => {
  const found = people.filter((person) => person.join(" ").toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <section id="results" aria-live="polite">
      <p class="quiet">{found.length === 1 ? "1 person" : `${found.length} people`}</p>
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Known for</th>
          </tr>
        </thead>
        <tbody>
          {found.map(([name, work]) => (
            <tr>
              <td>{name}</td>
              <td>{work}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const query = (request: Request): string => new URL(request.url).searchParams.get("q") ?? "";

export default new Hono()
  .get("/", (c) =>
    page(
      "Active search",
      <>
        <form
          role="search"
          class="row"
          data-signals={search}
          data-on:input={{ do: get("results", { contentType: "form" }), debounce: 200 }}
          data-indicator={search._searching}
        >
          <label class="wide">
            Search <input type="search" name="q" value={query(c.req.raw)} autocomplete="off" />
          </label>
          <button data-attr:aria-busy={search._searching}>Search</button>
        </form>
        <Results query={query(c.req.raw)} />
      </>,
    ),
  )
  .get("/results", (c) => elementsResponse(<Results query={query(c.req.raw)} />));

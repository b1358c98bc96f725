// DBmon: how much changes how often. Every stream renders a table of 24 servers and their queries twenty times a second,
// and the client morphs it into the page; whoever cannot keep up gets the newest table, and not all those in between.
// The share of rows that change is a signal, and a short POST tells the server about it.
import { get, noContent, post, readSignals, signals, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

interface Query {
  readonly text: string;
  readonly milliseconds: number;
}

const names = ["SELECT blah FROM something", "vacuum", "<IDLE>", "SELECT 1", "UPDATE x SET y", "COMMIT"] as const;

const monitor = signals({ percent: 50 });

let percent = monitor.initial.percent;

function queries(): readonly Query[] {
  const count = 1 + Math.floor(Math.random() * 5);
  return Array.from({ length: count }, () => ({
    text: names[Math.floor(Math.random() * names.length)] ?? "",
    milliseconds: Math.random() ** 3 * 20,
  })).sort((a, b) => b.milliseconds - a.milliseconds);
}

const rows = Array.from({ length: 24 }, (_, index) => ({ name: `db-${index + 1}`, queries: queries() }));

function change(): void {
  for (const row of rows) if (Math.random() * 100 < percent) row.queries = queries();
}

const Servers = () => (
  <tbody id="servers">
    {rows.map(({ name, queries: [slowest, ...others] }) => (
      <tr>
        <th scope="row" class="number">
          {name}
        </th>
        <td>{1 + others.length}</td>
        <td class={["number", { problem: (slowest?.milliseconds ?? 0) > 10 }]}>
          {slowest?.milliseconds.toFixed(1)} ms
        </td>
        <td class="quiet">{slowest?.text}</td>
      </tr>
    ))}
  </tbody>
);

export default new Hono()
  .get("/", () =>
    page(
      "DBmon",
      <div data-signals={monitor} data-init={get("feed")}>
        <label class="row">
          Rows that change: <b data-text={monitor.percent} /> %
          <input type="range" class="wide" data-bind={monitor.percent} data-on:change={post("percent")} />
        </label>
        <table>
          <thead>
            <tr>
              <th scope="col">Server</th>
              <th scope="col">Queries</th>
              <th scope="col">Slowest</th>
              <th scope="col">Its text</th>
            </tr>
          </thead>
          <Servers />
        </table>
      </div>,
    ),
  )
  .get("/feed", (c) =>
    stream(
      c.req.raw,
      (sse) => {
        sse.every(50, () => {
          change();
          return sse.patchElements(<Servers />);
        });
      },
      { slowClient: "keepLatest" },
    ),
  )
  .post("/percent", async (c) => {
    ({ percent } = await readSignals(c.req.raw, monitor));
    return noContent();
  });

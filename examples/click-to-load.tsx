// Click to load. Each answer appends the next rows, and puts a new button in the place of the old one, which knows where
// to go on; at the end there is none. Without JavaScript, the button is a link to the page with more rows.
import { get, stream, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const size = 5;
const agents = Array.from({ length: 23 }, (_, index) => `Agent Smith ${index + 1}`);

const Rows = ({ from, to }: { from: number; to: number }) =>
  agents.slice(from, to).map((name, index) => (
    <tr>
      <td>{name}</td>
      <td>void{from + index + 1}@null.example</td>
    </tr>
  ));

const More = ({ from }: { from: number }) => (
  <p id="more">
    {from < agents.length && (
      <a
        class="button"
        href={url`?until=${from + size}`}
        data-on:click={{ do: get(url`rows?from=${from}`), prevent: true }}
      >
        Load more
      </a>
    )}
  </p>
);

export default new Hono()
  .get("/", (c) => {
    const until = Number(c.req.query("until")) || size;
    return page(
      "Click to load",
      <>
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th>E-mail</th>
            </tr>
          </thead>
          <tbody id="agents">
            <Rows from={0} to={until} />
          </tbody>
        </table>
        <More from={until} />
      </>,
    );
  })
  .get("/rows", (c) =>
    stream(c.req.raw, async (sse) => {
      const from = Number(c.req.query("from")) || 0;
      await sse.patchElements(<Rows from={from} to={from + size} />, { selector: "#agents", mode: "append" });
      await sse.patchElements(<More from={from + size} />);
    }),
  );

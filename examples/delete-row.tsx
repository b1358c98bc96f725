// Delete row. Whoever confirms sends one request, and the answer takes the row out of the page. While it is under way,
// the indicator of that row disables its button.
import { del, js, post, signals, stream, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const everybody = ["Joe Smith", "Angie MacDowell", "Fuqua Tarkenton", "Kim Yee"].map((name, id) => ({ id, name }));

let people: readonly { readonly id: number; readonly name: string }[] = everybody;

const table = signals({ _deleting: Object.fromEntries(everybody.map(({ id }) => [`row${id}`, false])) });

const Rows = () => (
  <tbody id="people">
    {people.map(({ id, name }) => (
      <tr id={`person-${id}`}>
        <td>{name}</td>
        <td>
          <button
            class="danger"
            aria-label={`Delete ${name}`}
            data-on:click={js`confirm(${`Delete ${name}?`}) && ${del(url`people/${id}`)}`}
            data-indicator={`_deleting.row${id}`}
            data-attr:disabled={js`$_deleting[${`row${id}`}]`}
          >
            Delete
          </button>
        </td>
      </tr>
    ))}
  </tbody>
);

export default new Hono()
  .get("/", () =>
    page(
      "Delete row",
      <div data-signals={table}>
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <td />
            </tr>
          </thead>
          <Rows />
        </table>
        <button data-on:click={post("reset")}>Bring everybody back</button>
      </div>,
    ),
  )
  .delete("/people/:id", (c) => {
    const id = Number(c.req.param("id"));
    people = people.filter((person) => person.id !== id);
    return stream(c.req.raw, (sse) => sse.removeElements(`#person-${id}`));
  })
  .post("/reset", (c) => {
    people = everybody;
    return stream(c.req.raw, (sse) => sse.patchElements(<Rows />));
  });

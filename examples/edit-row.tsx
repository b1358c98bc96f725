// Edit row. One row at a time becomes a form; what is typed are signals, and what is stored is the server's. Each answer
// is the whole body of the table: it is short, it is always right, and the client changes only what differs.
import { elementsResponse, get, patch, readSignals, signals, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const contacts = [
  { name: "Joe Smith", email: "joe@smith.example" },
  { name: "Angie MacDowell", email: "angie@macdowell.example" },
  { name: "Fuqua Tarkenton", email: "fuqua@tarkenton.example" },
];

const draft = signals({ name: "", email: "" });

const Rows = ({ editing }: { editing?: number }) => (
  <tbody id="contacts">
    {contacts.map((contact, index) =>
      index === editing ? (
        <tr data-signals={draft.with(contact)}>
          <td>
            <input aria-label="Name" autofocus data-bind={draft.name} />
          </td>
          <td>
            <input type="email" aria-label="E-mail" data-bind={draft.email} />
          </td>
          <td class="row">
            <button data-on:click={get("rows")}>Cancel</button>
            <button class="primary" data-on:click={patch(url`rows/${index}`)}>
              Save
            </button>
          </td>
        </tr>
      ) : (
        <tr>
          <td>{contact.name}</td>
          <td class="anywhere">{contact.email}</td>
          <td>
            <button
              aria-label={`Edit ${contact.name}`}
              disabled={editing !== undefined}
              data-on:click={get(url`rows/${index}`)}
            >
              Edit
            </button>
          </td>
        </tr>
      ),
    )}
  </tbody>
);

export default new Hono()
  .get("/", () =>
    page(
      "Edit row",
      <div class="scroll" tabindex="0" role="group" aria-label="Contacts">
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th>E-mail</th>
              <td />
            </tr>
          </thead>
          <Rows />
        </table>
      </div>,
    ),
  )
  .get("/rows", () => elementsResponse(<Rows />))
  .get("/rows/:index", (c) => elementsResponse(<Rows editing={Number(c.req.param("index"))} />))
  .patch("/rows/:index", async (c) => {
    const sent = await readSignals(c.req.raw, draft);
    const index = Number(c.req.param("index"));
    if (index in contacts) contacts[index] = sent;
    return elementsResponse(<Rows />);
  });

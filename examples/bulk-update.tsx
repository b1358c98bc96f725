// Bulk update. The checkboxes are bound to one list of signals, in which each ticked box has its own place; the one
// above them sets them all. One request says who is meant, and the answer is the table as it is now.
import { elementsResponse, js, put, readSignals, setAll, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const names = ["Joe Smith", "Angie MacDowell", "Fuqua Tarkenton", "Kim Yee"] as const;
const active = names.map((_, index) => index < 2);

const chosen = signals({ all: false, rows: names.map(() => false) });

const People = () => (
  <tbody id="people">
    {names.map((name, index) => (
      <tr>
        <td>
          <input type="checkbox" aria-label={`Choose ${name}`} data-bind={chosen.rows} />
        </td>
        <td>{name}</td>
        <td>{active[index] ? "Active" : "Inactive"}</td>
      </tr>
    ))}
  </tbody>
);

const update = (to: boolean) => async (c: { readonly req: { readonly raw: Request } }) => {
  const { rows } = await readSignals(c.req.raw, chosen);
  rows.forEach((isChosen, index) => {
    if (isChosen) active[index] = to;
  });
  return elementsResponse(<People />);
};

export default new Hono()
  .get("/", () =>
    page(
      "Bulk update",
      <div data-signals={chosen}>
        <table>
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  aria-label="Choose all"
                  data-bind={chosen.all}
                  data-on:change={setAll(chosen.all, { include: /^rows/ })}
                />
              </th>
              <th>Name</th>
              <th>State</th>
            </tr>
          </thead>
          <People />
        </table>
        <p class="row" data-computed={{ _none: js`!${chosen.rows}.some((row) => row)` }}>
          <button data-on:click={put("activate")} data-attr:disabled={js`$_none`}>
            Activate
          </button>
          <button data-on:click={put("deactivate")} data-attr:disabled={js`$_none`}>
            Deactivate
          </button>
        </p>
      </div>,
    ),
  )
  .put("/activate", update(true))
  .put("/deactivate", update(false));

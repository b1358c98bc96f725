// Dialogs are the browser's own: `<dialog>` keeps the focus inside, closes with Escape and gives the focus back. The
// server sends one when it is asked for, filled in, and it opens itself as soon as it is there. Saving patches the list
// and closes it; what is closed removes itself. Where a question is enough, `confirm()` stands before the action.
import { del, elementsResponse, get, js, put, readSignals, signals, stream, url } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const plants = new Map([
  [1, "Fern"],
  [2, "Monstera"],
  [3, "Basil"],
]);

const form = signals({ name: "" });

const Plants = () => (
  <ul id="plants" class="plain">
    {Array.from(plants, ([id, name]) => (
      <li id={`plant-${id}`} class="row">
        <span class="wide">{name}</span>
        <button aria-label={`Rename ${name}`} aria-haspopup="dialog" data-on:click={get(url`plants/${id}/rename`)}>
          Rename
        </button>
        <button
          class="danger"
          aria-label={`Delete ${name}`}
          data-on:click={js`confirm(${`Delete ${name}?`}) && ${del(url`plants/${id}`)}`}
        >
          Delete
        </button>
      </li>
    ))}
  </ul>
);

const Rename = ({ id, name }: { id: number; name: string }) => (
  <dialog
    id="rename"
    aria-labelledby="rename-title"
    data-signals={form.with({ name })}
    data-init={js`el.showModal()`}
    data-on:close={js`el.remove()`}
  >
    <h2 id="rename-title">Rename {name}</h2>
    <form data-on:submit={put(url`plants/${id}`)}>
      <p class="row">
        <input class="wide" aria-label="Name" required autofocus data-bind={form.name} />
      </p>
      <p class="row">
        <button class="primary">Save</button>
        <button type="button" data-on:click={js`el.closest("dialog").close()`}>
          Cancel
        </button>
      </p>
    </form>
  </dialog>
);

export default new Hono()
  .get("/", () => page("Dialogs", <Plants />))
  .get("/plants/:id/rename", (c) => {
    const id = Number(c.req.param("id"));
    return elementsResponse(<Rename id={id} name={plants.get(id) ?? ""} />, { selector: "body", mode: "append" });
  })
  .put("/plants/:id", async (c) => {
    const { name } = await readSignals(c.req.raw, form);
    plants.set(Number(c.req.param("id")), name);
    return stream(c.req.raw, async (sse) => {
      await sse.patchElements(<Plants />);
      await sse.executeScript(`document.querySelector("#rename")?.close()`);
    });
  })
  .delete("/plants/:id", (c) => {
    plants.delete(Number(c.req.param("id")));
    return elementsResponse(<Plants />);
  });

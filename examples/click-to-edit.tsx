// Click to edit. The state is the server's: each answer is the element as it is now, to be read or to be edited, and
// takes the place of the one with the same id. Signals hold what is being typed, and nothing else; "Cancel" asks for
// what is stored.
import { elementsResponse, get, put, readSignals, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const contact = signals({ firstName: "Joan", lastName: "Clarke", email: "joan@bletchley.example" });

let stored = contact.initial;

const Contact = () => (
  <section id="contact" class="card">
    <dl>
      <dt>First name</dt>
      <dd>{stored.firstName}</dd>
      <dt>Last name</dt>
      <dd>{stored.lastName}</dd>
      <dt>E-mail</dt>
      <dd>{stored.email}</dd>
    </dl>
    <button data-on:click={get("edit")}>Edit</button>
  </section>
);

const ContactForm = () => (
  <form id="contact" class="card" data-signals={contact.with(stored)} data-on:submit={put("contact")}>
    <label>
      First name <input required autofocus data-bind={contact.firstName} />
    </label>
    <label>
      Last name <input required data-bind={contact.lastName} />
    </label>
    <label>
      E-mail <input type="email" required data-bind={contact.email} />
    </label>
    <p class="row">
      <button class="primary">Save</button>
      <button type="button" data-on:click={get("contact")}>
        Cancel
      </button>
    </p>
  </form>
);

export default new Hono()
  .get("/", () => page("Click to edit", <Contact />))
  .get("/contact", () => elementsResponse(<Contact />))
  .get("/edit", () => elementsResponse(<ContactForm />))
  .put("/contact", async (c) => {
    stored = await readSignals(c.req.raw, contact);
    return elementsResponse(<Contact />);
  });

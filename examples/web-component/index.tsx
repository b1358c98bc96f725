// Web component. Attributes go in, from the server or from a signal, and a typed event comes out: the types of both are
// declared once. What the component renders is in its shadow root, where no patch of the page gets. Its script has the
// nonce of the page, and needs nothing that the policy forbids: no markup in strings, and no inline styles.
import { elementsResponse, type GlobalAttributes, js, put, readSignals, signals } from "datastar-tsx";
import { Hono } from "hono";
import { file } from "../file.js";
import { page } from "../layout.js";

declare module "datastar-tsx/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      /** Of star-rating.js. */
      "star-rating": GlobalAttributes & { readonly label?: string; readonly value?: number };
    }
  }
}

declare module "datastar-tsx" {
  interface CustomEvents {
    "stars-changed": CustomEvent<{ readonly stars: number }>;
  }
}

const tea = signals({ stars: 3 });

const Opinion = ({ stars }: { stars: number }) => (
  <p id="opinion" role="status">
    {stars < 3 ? "We are sorry to hear that." : stars === 5 ? "We think so, too!" : "Thank you."} ({stars} of 5)
  </p>
);

export default new Hono()
  .get("/star-rating.js", file(new URL("star-rating.js", import.meta.url)))
  .get("/", () =>
    page("Web component", (nonce) => (
      <div data-signals={tea}>
        <script nonce={nonce} type="module" src="star-rating.js" />
        <star-rating
          label="How is the tea?"
          value={tea.initial.stars}
          data-on={{ "stars-changed": [js`${tea.stars} = evt.detail.stars`, put("rating")] }}
          data-attr:value={tea.stars}
        />
        <Opinion stars={tea.initial.stars} />
        <button data-on:click={[js`${tea.stars} = 5`, put("rating")]}>Five, of course</button>
      </div>
    )),
  )
  .put("/rating", async (c) => elementsResponse(<Opinion {...await readSignals(c.req.raw, tea)} />));

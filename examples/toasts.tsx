// Toasts. Any handler appends one to the region that every page has, which is a live region, so that screen readers say
// it. Good news leaves by itself: `data-init` with a delay. A problem stays until somebody has dismissed it.
import { type Child, elementsResponse, js, post } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

type Kind = "news" | "problem";

const Toast = ({ kind, children }: { kind: Kind; children: Child }) => (
  <p class={["toast", "row", kind]} data-init={kind === "news" ? { do: js`el.remove()`, delay: "5s" } : undefined}>
    <span class="wide">{children}</span>{" "}
    <button aria-label="Dismiss" data-on:click={js`el.closest(".toast").remove()`}>
      ✕
    </button>
  </p>
);

const toast = (kind: Kind, text: string): Promise<Response> =>
  elementsResponse(<Toast kind={kind}>{text}</Toast>, { selector: "#toasts", mode: "append" });

let version = 0;

export default new Hono()
  .get("/", () =>
    page(
      "Toasts",
      <>
        <p class="row">
          <button class="primary" data-on:click={post("save")}>
            Save
          </button>{" "}
          <button data-on:click={post("send")}>Send</button>
        </p>
        <div id="toasts" class="toasts" role="status" />
      </>,
    ),
  )
  .post("/save", () => toast("news", `Saved as version ${++version}.`))
  .post("/send", () => toast("problem", "The post office is closed."));

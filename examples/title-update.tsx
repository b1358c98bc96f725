// Title update. The title of a page is patched like any other element; `head > title`, because images have titles, too.
// People look at it while they are in another tab, where streams of `get` are closed unless `openWhenHidden` says
// otherwise.
import { elementsResponse, get, post, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const opened = Date.now();
let read = 0;

/** Somebody writes every two seconds. */
const arrived = (): number => Math.floor((Date.now() - opened) / 2000);
const unread = (): number => arrived() - read;
const title = (): string => (unread() === 0 ? "Inbox" : `(${unread()}) Inbox`);

const Inbox = () => (
  <p id="inbox">
    <output>{unread()}</output> unread {unread() === 1 ? "letter" : "letters"}
  </p>
);

export default new Hono()
  .get("/", () =>
    page(
      "Title update",
      <div data-init={get("feed", { openWhenHidden: true })}>
        <p>Look at the title of this tab, from another one.</p>
        <Inbox />
        <button data-on:click={post("read")}>I have read them</button>
      </div>,
    ),
  )
  .get("/feed", (c) =>
    stream(c.req.raw, (sse) => {
      sse.every(1000, () =>
        sse.batch((batch) => {
          batch.patchElements(<title>{title()}</title>, { selector: "head > title" });
          batch.patchElements(<Inbox />);
        }),
      );
    }),
  )
  .post("/read", () => {
    read = arrived();
    return elementsResponse(<Inbox />);
  });

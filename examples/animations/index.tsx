// Animations. The server says what is, and CSS how one state becomes the next. An element that keeps its id over a patch
// is the same element, so its transitions run. A new one begins as `@starting-style` says. What is to go is patched
// twice: with a class that lets it fade, and when that is over, out of the page.
import { del, elementsResponse, post, stream, url } from "datastar-tsx";
import { Hono } from "hono";
import { file } from "../file.js";
import { page } from "../layout.js";

const colours = ["amber", "teal", "rose"] as const;
let lit = 0;
let lastLeaf = 0;

const Lamp = () => (
  <p id="lamp" class={["lamp", colours[lit]]}>
    The lamp is {colours[lit]}.
  </p>
);

const Leaf = ({ id, leaving = false }: { id: number; leaving?: boolean }) => (
  <li id={`leaf-${id}`} class={["leaf", "row", { leaving }]} inert={leaving}>
    <span class="wide">Leaf {id}</span>{" "}
    <button aria-label={`Drop leaf ${id}`} data-on:click={del(url`leaves/${id}`)}>
      Drop
    </button>
  </li>
);

export default new Hono()
  .get("/animations.css", file(new URL("animations.css", import.meta.url)))
  .get("/", () =>
    page(
      "Animations",
      <>
        <link rel="stylesheet" href="animations.css" />
        <Lamp />
        <p class="row">
          <button data-on:click={post("lamp")}>Another colour</button>{" "}
          <button class="primary" data-on:click={post("leaves")}>
            Another leaf
          </button>
        </p>
        <ul id="leaves" class="plain" />
      </>,
    ),
  )
  .post("/lamp", () => {
    lit = (lit + 1) % colours.length;
    return elementsResponse(<Lamp />);
  })
  .post("/leaves", () => elementsResponse(<Leaf id={++lastLeaf} />, { selector: "#leaves", mode: "prepend" }))
  .delete("/leaves/:id", (c) => {
    const id = Number(c.req.param("id"));
    return stream(c.req.raw, async (sse) => {
      await sse.patchElements(<Leaf id={id} leaving />);
      await sse.sleep(400);
      await sse.removeElements(`#leaf-${id}`);
    });
  });

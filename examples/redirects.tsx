// Redirects. A form is answered with `redirectResponse`, which leads both a browser (303) and an action (an event) to
// the next page, so that it works without JavaScript. A stream can do something first, and redirect in the end.
import { post, redirectResponse, stream } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const Countdown = ({ seconds }: { seconds?: number }) => (
  <p id="countdown" role="status">
    {seconds !== undefined && `You leave in ${seconds} …`}
  </p>
);

export default new Hono()
  .get("/", () =>
    page(
      "Redirects",
      <form class="card" method="post" action="orders" data-on:submit={post("orders", { contentType: "form" })}>
        <p class="row">
          <button class="primary">Order at once</button>{" "}
          <button type="button" data-on:click={post("countdown")}>
            Order in three seconds
          </button>
        </p>
        <Countdown />
      </form>,
    ),
  )
  .get("/thanks", () =>
    page(
      "Thank you!",
      <p>
        Your tea is on its way. <a href="./">Order again</a>
      </p>,
    ),
  )
  .post("/orders", (c) => redirectResponse("thanks", { request: c.req.raw }))
  .post("/countdown", (c) =>
    stream(c.req.raw, async (sse) => {
      for (const seconds of [3, 2, 1]) {
        await sse.patchElements(<Countdown seconds={seconds} />);
        await sse.sleep(1000);
      }
      await sse.redirect("thanks");
    }),
  );

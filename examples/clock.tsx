// The clock of the server: one stream that pushes the time every second.
import { get } from "datastar-tsx";
import { sendPage, stream } from "datastar-tsx/node";
import type { Routes } from "./app.js";
import { Layout } from "./layout.js";

const Time = ({ now }: { now: Date }) => <time datetime={now.toISOString()}>{now.toISOString().slice(11, 19)}</time>;

const ClockPage = () => (
  <Layout title="Clock">
    <p>
      The server's time is{" "}
      <span id="clock" data-init={get("/clock/feed")}>
        <Time now={new Date()} />
      </span>
      .
    </p>
  </Layout>
);

export const clock: Routes = {
  "GET /clock": (_request, response) => sendPage(response, <ClockPage />),

  "GET /clock/feed": (request, response) =>
    stream(request, response, (sse) => {
      // Until the client goes away.
      sse.every(1000, () => sse.patchElements(<Time now={new Date()} />, { selector: "#clock", mode: "inner" }));
    }),
};

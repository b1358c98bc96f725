// A chat room: what one says is sent to everybody who is there, by a hub. With NATS_URL in the environment, all
// processes that have the same share the room, and whoever loses one of them goes on with another:
//   nats-server --jetstream
//   NATS_URL=localhost PORT=3001 npm start chat
//   NATS_URL=localhost PORT=3002 npm start chat
import { get, js, post, readSignals, signals, signalsResponse } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { Hono } from "hono";
import { page } from "./layout.js";

const servers = process.env["NATS_URL"];

const hub = createHub<"chat">({
  transport: servers === undefined ? undefined : nats({ servers, log: { events: 1000, storage: "memory" } }),
  // Whoever comes back after a break gets what was said meanwhile.
  replay: 1000,
});

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

const message = signals({ name: "", text: "" });
const atTheEnd = { selector: "#messages", mode: "append" } as const;

const Message = ({ name, text }: { name: string; text: string }) => (
  <li>
    <b>{name}</b>: {text}
  </li>
);

export default new Hono()
  .get("/", () =>
    page(
      "Chat",
      <div data-signals={message} data-init={get("feed")}>
        <ol id="messages" class="plain" />
        <form class="row" data-on:submit={post("say")}>
          <input aria-label="Your name" placeholder="Your name" size="10" data-bind={message.name} />{" "}
          <input class="wide" aria-label="Say something" placeholder="Say something" data-bind={message.text} />{" "}
          <button data-attr:disabled={js`${message.name}.trim() === "" || ${message.text}.trim() === ""`}>Send</button>
        </form>
      </div>,
    ),
  )
  .get("/feed", (c) =>
    hub.stream(c.req.raw, "chat", {
      // For those who are new, or were away for too long.
      refresh: (sse) => sse.patchElements(<li>You are in the room.</li>, atTheEnd),
    }),
  )
  .post("/say", async (c) => {
    const { name, text } = await readSignals(c.req.raw, message);
    if (text.trim() !== "") await hub.patchElements("chat", <Message name={name} text={text} />, atTheEnd);
    return signalsResponse(message.patch({ text: "" }));
  });

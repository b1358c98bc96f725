// A chat room: what one says is sent to everybody who is there. With NATS_URL in the environment, all processes that
// have the same share the room, and whoever loses one of them goes on with another:
//   nats-server --jetstream
//   NATS_URL=localhost PORT=3001 npm start
//   NATS_URL=localhost PORT=3002 npm start
import { get, js, post, signals } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { readSignals, sendPage, sendSignals, streamTopics } from "datastar-tsx/node";
import type { Routes } from "./app.js";
import { Layout } from "./layout.js";

const servers = process.env["NATS_URL"];

export const chatHub = createHub<"chat">({
  transport: servers === undefined ? undefined : nats({ servers, log: { events: 1000, storage: "memory" } }),
  // Whoever comes back after a break gets what was said meanwhile.
  replay: 1000,
});

const message = signals({ name: "", text: "" });
const atTheEnd = { selector: "#messages", mode: "append" } as const;

const Message = ({ name, text }: { name: string; text: string }) => (
  <li>
    <b>{name}</b>: {text}
  </li>
);

const ChatPage = () => (
  <Layout title="Chat">
    <main data-signals={message} data-init={get("/chat/feed")}>
      <ol id="messages" />
      <form data-on:submit={post("/chat")}>
        <input aria-label="Your name" placeholder="Your name" size="10" data-bind={message.name} />{" "}
        <input aria-label="Say something" placeholder="Say something" data-bind={message.text} />{" "}
        <button data-attr:disabled={js`${message.name}.trim() === "" || ${message.text}.trim() === ""`}>Send</button>
      </form>
    </main>
  </Layout>
);

export const chat: Routes = {
  "GET /chat": (_request, response) => sendPage(response, <ChatPage />),

  "GET /chat/feed": (request, response) =>
    streamTopics(request, response, chatHub, "chat", {
      // For those who are new, or were away for too long.
      refresh: (sse) => sse.patchElements(<li>You are in the room.</li>, atTheEnd),
    }),

  "POST /chat": async (request, response) => {
    const { name, text } = await readSignals(request, message);
    if (text.trim() !== "") await chatHub.patchElements("chat", <Message name={name} text={text} />, atTheEnd);
    sendSignals(response, message.patch({ text: "" }));
  },
};

// Serves all examples: npm start
import type { AddressInfo } from "node:net";
import { shutdown } from "datastar-tsx/hub";
import { sendPage } from "datastar-tsx/node";
import { createApp } from "./app.js";
import { chat, chatHub } from "./chat.js";
import { clock } from "./clock.js";
import { counting } from "./counter.js";
import { Layout } from "./layout.js";
import { store } from "./store.js";
import { todoHub, todos } from "./todo.js";

const examples = [
  { path: "/chat", title: "Chat", about: "a room that several servers can share" },
  { path: "/clock", title: "Clock", about: "the server pushes its time every second" },
  { path: "/counter", title: "Counter", about: "a stream per visitor, cleaned up when the visitor leaves" },
  { path: "/store", title: "Store", about: "one handler: signals in; elements, signals, a script and a redirect out" },
  { path: "/todo", title: "To do", about: "a list that all open tabs share" },
];

const IndexPage = () => (
  <Layout title="Examples of datastar-tsx">
    <ul>
      {examples.map(({ path, title, about }) => (
        <li>
          <a href={path}>{title}</a>: {about}
        </li>
      ))}
    </ul>
  </Layout>
);

export const app = createApp({
  "GET /": (_request, response) => sendPage(response, <IndexPage />),
  ...chat,
  ...clock,
  ...counting,
  ...store,
  ...todos,
});

await chatHub.ready;
app.listen(Number(process.env["PORT"] ?? 3000), () => {
  const { port } = app.address() as AddressInfo;
  console.log(`Examples: http://localhost:${port}/`);
});

// Sends everybody on to another server, if there is one.
process.once("SIGTERM", () => void shutdown(app, { hubs: [chatHub, todoHub] }));

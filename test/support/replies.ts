import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import * as web from "datastar-tsx";
import type {
  ElementsReplyOptions,
  ReplyElements,
  ReplyOptions,
  ScriptReplyOptions,
  SignalsInput,
  SignalsReplyOptions,
} from "datastar-tsx";
import * as node from "datastar-tsx/node";
import type { NodeResponse } from "datastar-tsx/node";
import { open } from "./client.js";
import { connectedHttp2 } from "./http2.js";
import { listen } from "./servers.js";

/** An answer as the client sees it. */
export interface Received {
  readonly status: number | undefined;
  readonly headers: { readonly [name: string]: unknown };
  readonly body: string;
}

/** The replies of one kind of server. What they throw at the call rejects. */
export interface Replies {
  readonly name: string;
  page(page: ReplyElements, options?: ReplyOptions<unknown>): Promise<Received>;
  elements(elements: ReplyElements, options?: ElementsReplyOptions<unknown>): Promise<Received>;
  signals(signals: SignalsInput, options?: SignalsReplyOptions<unknown>): Promise<Received>;
  script(script: string, options?: ScriptReplyOptions<unknown>): Promise<Received>;
}

/** What answers, and how the answer is received. */
export type Send = (response: NodeResponse) => void | Promise<void>;

export async function received(response: Response): Promise<Received> {
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

/** Answers over HTTP/1; what `send` fails with is thrown here. */
export async function overHttp1(send: Send): Promise<Received> {
  const outcome = catching(send);
  const reply = await open(await listen((_, response) => outcome.answer(response)));
  const body = await reply.text();
  return outcome.of({ status: reply.status, headers: reply.headers, body });
}

/** Answers over HTTP/2; what `send` fails with is thrown here. */
export async function overHttp2(send: Send): Promise<Received> {
  const outcome = catching(send);
  const session = await connectedHttp2((_, response) => outcome.answer(response));
  const sent = session.request({ ":path": "/" });
  const [headers] = (await once(sent, "response")) as [IncomingHttpHeaders & { readonly ":status": number }];
  const body = await text(sent);
  return outcome.of({ status: headers[":status"], headers, body });
}

function catching(send: Send) {
  const failures: unknown[] = [];
  return {
    answer: async (response: NodeResponse): Promise<void> => {
      try {
        await send(response);
      } catch (error) {
        failures.push(error);
        response.statusCode = 500;
        response.end();
      }
    },
    of: (answer: Received): Received => {
      for (const failure of failures) throw failure;
      return answer;
    },
  };
}

const overNode = (name: string, over: (send: Send) => Promise<Received>): Replies => ({
  name,
  page: (...args) => over((response) => node.sendPage(response, ...args)),
  elements: (...args) => over((response) => node.sendElements(response, ...args)),
  signals: (...args) => over((response) => node.sendSignals(response, ...args)),
  script: (...args) => over((response) => node.sendScript(response, ...args)),
});

export const webReplies: Replies = {
  name: "web",
  page: async (...args) => received(await web.pageResponse(...args)),
  elements: async (...args) => received(await web.elementsResponse(...args)),
  signals: async (...args) => received(web.signalsResponse(...args)),
  script: async (...args) => received(web.scriptResponse(...args)),
};

/** The replies of every kind of server. */
export const allReplies: readonly Replies[] = [
  webReplies,
  overNode("HTTP/1", overHttp1),
  overNode("HTTP/2", overHttp2),
];

/** Both ways to answer a request of Node.js. */
export const nodeProtocols = [
  { name: "HTTP/1", over: overHttp1 },
  { name: "HTTP/2", over: overHttp2 },
] as const;

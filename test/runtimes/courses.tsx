// The checks in which it matters what the client does, and when.
import { EncodedFrame, patchElementsFrame, type ServerSentEventGenerator } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import type { Client, CourseCheck } from "./exchange.js";

const View = ({ n }: { readonly n: number }) => <p id="view">{n}</p>;
const view = (n: number): string => `event: datastar-patch-elements\ndata: elements <p id="view">${n}</p>\n\n`;

/** Notes the end of a stream, as whoever looks at the signal sees it, and whoever calls `onClose`. */
function noteEnd(sse: ServerSentEventGenerator, note: (text: string) => void): void {
  sse.signal.addEventListener("abort", () => note("aborted"));
  sse.onClose(note);
}

/** Goes away as soon as it has seen a view, and returns what the server has noted of it. */
async function leave({ open, notes }: Client): Promise<readonly string[]> {
  const reply = await open();
  await reply.until((text) => text.startsWith(view(1)));
  reply.destroy();
  return notes(2);
}

/** What the Datastar client does: comes back whenever a stream breaks, and not when it ends. */
async function visits({ open }: Client): Promise<number> {
  for (let visit = 1; visit < 10; visit++) {
    const reply = await open().catch(() => undefined);
    if (reply !== undefined && !(await reply.end()).broken) return visit;
  }
  throw new Error("The stream never ends.");
}

/** Breaks its first streams off, and ends the fourth. */
function endsAtLast(breakOff: (sse: ServerSentEventGenerator) => unknown) {
  let visit = 0;
  return async (sse: ServerSentEventGenerator): Promise<void> => {
    visit++;
    await sse.patchElements(<View n={visit} />);
    if (visit < 4) await breakOff(sse);
  };
}
const disconnecting = endsAtLast((sse) => sse.disconnect());
const throwing = endsAtLast(() => Promise.reject(new Error("thrown")));

const long = `<p id="view">${"x".repeat(100_000)}</p>`;
const flood = { events: 500, view: long, frame: new EncodedFrame(patchElementsFrame(long)) };

/** The name of a check whose stream stays open. */
export const keptOpen = "each event goes out at once";

export const courses: readonly CourseCheck[] = [
  {
    name: "the headers go out at once",
    handle: ({ stream }) => stream(() => {}, { keepOpen: true, keepAlive: false }),
    course: async ({ open }) => {
      const reply = await open();
      reply.destroy();
      return reply.status;
    },
    sees: 200,
  },
  {
    name: keptOpen,
    handle: ({ stream }) => stream((sse) => sse.patchElements(<View n={1} />), { keepOpen: true }),
    course: async ({ open }) => {
      const reply = await open();
      await reply.until((text) => text.endsWith("\n\n"));
      reply.destroy();
      return reply.text;
    },
    sees: view(1),
  },
  {
    name: "a client that leaves is missed at once",
    handle: ({ stream, note }) =>
      stream(
        (sse) => {
          noteEnd(sse, note);
          return sse.patchElements(<View n={1} />);
        },
        { keepOpen: true, keepAlive: false },
      ),
    course: leave,
    sees: ["aborted", "disconnected"],
  },
  {
    name: "a client that leaves is missed when something is sent to it",
    handle: ({ stream, note }) =>
      stream(
        (sse) => {
          noteEnd(sse, note);
          return sse.patchElements(<View n={1} />);
        },
        { keepOpen: true, keepAlive: 100 },
      ),
    course: leave,
    sees: ["aborted", "disconnected"],
  },
  {
    name: "a loop that awaits its sends stops when its client leaves",
    handle: ({ stream, note }) =>
      stream(async (sse) => {
        try {
          for (let n = 1; ; n++) {
            await sse.patchElements(<View n={n} />);
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
        } catch (error) {
          note(String(error));
          throw error;
        }
      }),
    course: async ({ open, notes }) => {
      const reply = await open();
      await reply.until((text) => text.includes(view(10)));
      reply.destroy();
      return notes(1);
    },
    sees: ["StreamClosedError: The stream is closed (disconnected)."],
  },
  {
    name: "a silent stream gets comments",
    handle: ({ stream }) => stream(() => {}, { keepOpen: true, keepAlive: 50 }),
    course: async ({ open }) => {
      const reply = await open();
      await reply.until((text) => text.startsWith(":\n\n".repeat(3)));
      reply.destroy();
      return reply.broken;
    },
    sees: false,
  },
  {
    name: "a silent stream is kept open by the defaults",
    handle: ({ stream }) => stream((sse) => sse.patchElements(<View n={1} />), { keepOpen: true }),
    course: async ({ open }) => {
      const reply = await open();
      await reply.until((text) => text.startsWith(`${view(1)}:\n\n`));
      reply.destroy();
      return reply.broken;
    },
    sees: false,
  },
  {
    name: "a stream that is broken off makes the client come back, one that ends does not",
    handle: ({ stream }) => stream(disconnecting),
    course: visits,
    sees: 4,
  },
  {
    name: "a handler that throws does not make the client come back",
    handle: ({ stream }) => stream(throwing, { onError: () => {} }),
    course: visits,
    sees: 1,
  },
  {
    name: "a hub that closes delivers what was sent, tells when to come back, and breaks the stream off",
    handle: ({ stream, note }) =>
      stream(
        async (sse) => {
          const hub = createHub();
          sse.onClose(note);
          hub.subscribe("a", sse);
          for (let n = 1; n <= 5; n++) void hub.patchElements("a", <View n={n} />);
          await hub.close({ comeBackWithin: 0 });
        },
        { keepOpen: true },
      ),
    course: async ({ open, notes }) => {
      const { text, broken } = await (await open()).end();
      return { text, broken, notes: await notes(1) };
    },
    sees: { text: `${[1, 2, 3, 4, 5].map(view).join("")}retry: 1\n\n`, broken: true, notes: ["closed"] },
  },
  ...(["wait", "disconnect"] as const).map((slowClient): CourseCheck => ({
    name: `a client that is too slow is broken off, by slowClient: "${slowClient}"`,
    handle: ({ stream, note }) =>
      stream(
        (sse) => {
          sse.onClose(note);
          // Encoded once: a handler that is busy for longer than a client is given would be to blame itself.
          for (let n = 0; n < flood.events; n++) void sse.send(flood.frame);
        },
        { slowClient, onError: (error) => note(String(error).split(":", 1).join()) },
      ),
    course: async ({ open, notes }) => {
      const { text, broken } = await (await open()).end();
      return { begins: text.includes(flood.view), broken, notes: await notes(1) };
    },
    sees: { begins: true, broken: true, notes: slowClient === "wait" ? ["overflow", "RangeError"] : ["overflow"] },
  })),
  {
    name: "50 MB for a client that reads slowly wait in the handler, not in memory",
    handle: ({ stream, note }) =>
      stream(async (sse) => {
        for (let n = 0; n < flood.events; n++) {
          await sse.patchElements(flood.view);
          note("sent");
        }
      }),
    course: async ({ open, notes, memory }) => {
      const before = memory();
      const reply = await open();
      let ahead = 0;
      let grown = 0;
      for (let next = 0; await reply.more();) {
        if (reply.bytes < next) continue;
        next += 1_000_000;
        ahead = Math.max(ahead, (await notes()).length * flood.view.length - reply.bytes);
        grown = Math.max(grown, memory() - before);
      }
      // What connections hold in the system is up to 10 MB.
      return { events: reply.bytes > flood.events * flood.view.length, ahead: ahead < 20e6, grown: grown < 100e6 };
    },
    sees: { events: true, ahead: true, grown: true },
  },
];

// What has to hold in every framework, of the app in apps/counter.tsx.
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

/** Sends the requests of one visitor. */
export type Visit = (path: string, init?: Init) => Promise<Visited>;

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A response that arrives bit by bit. */
export interface Visited {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: () => string;
  /** Waits until what has arrived is as the check wants it; fails at the end. */
  until(condition: (text: string) => boolean): Promise<void>;
  /** Waits for the end, and returns whether the response is complete. */
  end(): Promise<boolean>;
  leave(): void;
}

/** One thing that has to hold: what is done, and what must be seen by that. */
export interface Check {
  readonly name: string;
  readonly course: (visit: Visit) => Promise<unknown>;
  readonly sees: unknown;
}

const json = { "content-type": "application/json", "datastar-request": "true" };
const seen = (n: number): string =>
  `event: datastar-patch-elements\ndata: elements <output id="count">${n}</output>\n\n`;
const increase = (visit: Visit, body: unknown): Promise<Visited> =>
  visit("/increase", { method: "POST", headers: json, body: JSON.stringify(body) });

/** Waits until so many see the counter. */
async function watching(visit: Visit, count: number): Promise<number> {
  for (;;) {
    const answer = await visit("/watching");
    await answer.end();
    if (Number(answer.text()) === count) return count;
  }
}

/** When a client is missed: another one, who came before it, gets its comments before it does. */
async function leaving(visit: Visit): Promise<string> {
  await watching(visit, 0);
  const other = await visit("/live");
  await other.until((text) => text.includes(seen(2)));
  const stream = await visit("/live");
  await stream.until((text) => text.includes(seen(2)));
  await watching(visit, 2);
  const before = other.text();
  stream.leave();
  await watching(visit, 1);
  // What had been sent until then is here when this is.
  await watching(visit, 1);
  const when = other.text() === before ? "at once" : "when something is sent to it";
  other.leave();
  return when;
}

/** The value of a cookie that a response sets. */
function cookie({ headers }: Visited, name: string): string | undefined {
  return headers["set-cookie"]?.find((cookie) => cookie.startsWith(`${name}=`))?.split(/[=;]/)[1];
}

export const checks: readonly Check[] = [
  {
    name: "a page, with a cookie of the visitor and a header of middleware",
    course: async (visit) => {
      const page = await visit("/", { headers: { cookie: "name=Ada" } });
      const isComplete = await page.end();
      const { status, headers } = page;
      const [heading] = /<h1>.*<\/h1>/.exec(page.text()) ?? [];
      return { status, type: headers["content-type"], app: headers["x-app"], heading, isComplete };
    },
    sees: {
      status: 200,
      type: "text/html; charset=utf-8",
      app: "counter",
      heading: "<h1>Hello, Ada!</h1>",
      isComplete: true,
    },
  },
  {
    name: "a form is read, a cookie set, and the browser redirected",
    course: async (visit) => {
      const answer = await visit("/name", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "name=Ada",
      });
      await answer.end();
      const { status, headers } = answer;
      return { status, location: headers.location, cookie: cookie(answer, "name") };
    },
    sees: { status: 303, location: "/", cookie: "Ada" },
  },
  {
    name: "a stream, with a cookie and a header of middleware, shows what others do",
    course: async (visit) => {
      const stream = await visit("/live", { headers: { "accept-encoding": "gzip, br, zstd" } });
      await stream.until((text) => text.includes(seen(0)));
      const answer = await increase(visit, { by: 2 });
      await answer.end();
      await stream.until((text) => text.includes(seen(2)));
      const { status, headers } = stream;
      stream.leave();
      return {
        status,
        // Express adds a character set, which is no other type.
        type: headers["content-type"]?.split(";", 1)[0],
        encoding: headers["content-encoding"],
        app: headers["x-app"],
        cookie: cookie(stream, "seen"),
        increased: answer.status,
      };
    },
    sees: {
      status: 200,
      type: "text/event-stream",
      encoding: undefined,
      app: "counter",
      cookie: "yes",
      increased: 204,
    },
  },
  {
    name: "a client that leaves is missed at once",
    course: async (visit) => {
      // A comment may go out in this moment by chance.
      for (let attempt = 0; attempt < 2; attempt++) if ((await leaving(visit)) === "at once") return "at once";
      return "when something is sent to it";
    },
    sees: "at once",
  },
  {
    name: "a client that leaves is missed when something is sent to it",
    course: async (visit) => ["at once", "when something is sent to it"].includes(await leaving(visit)),
    sees: true,
  },
  {
    name: "signals that do not fit are answered with status 422",
    course: async (visit) => {
      const answer = await increase(visit, { by: "two" });
      await answer.end();
      return answer.status;
    },
    sees: 422,
  },
  {
    name: "a component that throws is answered with status 500, and nothing of the error",
    course: async (visit) => {
      const answer = await visit("/broken");
      await answer.end();
      return { status: answer.status, text: answer.text() };
    },
    sees: { status: 500, text: "Internal Server Error" },
  },
  {
    name: "a client sees that a stream is broken off",
    course: async (visit) => {
      const stream = await visit("/break").catch(() => undefined);
      return stream?.end();
    },
    sees: false,
  },
];

/** A visitor of a server on this machine, who sends what browsers send. */
export const visitor =
  (port: number): Visit =>
  async (path, { method = "GET", headers = {}, body } = {}) => {
    const origin = `http://127.0.0.1:${port}`;
    const sent = request(`${origin}${path}`, { method, headers: { origin, ...headers }, agent: false }).end(body);
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    sent.on("error", () => {});
    let received = "";
    response.setEncoding("utf8").on("data", (chunk: string) => (received += chunk));
    // What is destroyed, and what breaks, says so.
    response.on("error", () => {});
    const closed = new Promise((resolve) => response.once("close", resolve));
    return {
      status: response.statusCode,
      headers: response.headers,
      text: () => received,
      until: async (condition) => {
        while (!condition(received)) {
          await Promise.race([once(response, "data"), closed]);
          if (response.closed && !condition(received))
            throw new Error(`The response ended after ${JSON.stringify(received)}.`);
        }
      },
      end: async () => {
        await closed;
        return response.complete;
      },
      leave: () => response.destroy(),
    };
  };

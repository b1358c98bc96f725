import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type {
  EventOptions,
  ExecuteScriptOptions,
  PatchElementsOptions,
  PatchSignalsOptions,
  RemoveElementsOptions,
  ServerSentEventGenerator,
} from "datastar-tsx";
import { readSignals, stream } from "datastar-tsx/node";

/** An event that a test of the official SDK suite asks for: the name of a method, its argument, and its options. */
export type TestEvent =
  | ({ readonly type: "patchElements"; readonly elements?: string } & PatchElementsOptions)
  | ({ readonly type: "removeElements"; readonly selector: string } & RemoveElementsOptions)
  | ({
      readonly type: "patchSignals";
      readonly signals?: object;
      readonly "signals-raw"?: string;
    } & PatchSignalsOptions)
  | ({ readonly type: "removeSignals"; readonly paths: string | readonly string[] } & EventOptions)
  | ({ readonly type: "executeScript"; readonly script: string } & ExecuteScriptOptions);

// The suite is trusted to send what it documents; the toolkit checks every option by itself.
const trusted: StandardSchemaV1<unknown, { readonly events: readonly TestEvent[] }> = {
  "~standard": { version: 1, vendor: "sdk-test", validate: (value) => ({ value: value as { events: TestEvent[] } }) },
};

/**
 * The server that the official SDK tests talk to: `/test` sends the events that its signals ask for.
 *
 * @see https://github.com/starfederation/datastar/tree/main/sdk/test
 */
export function createTestServer(): Server {
  return createServer((request, response) => {
    if (!/^\/test(?:\?|$)/.test(request.url ?? "")) {
      response.writeHead(404).end();
      return;
    }
    void stream(request, response, async (sse) => {
      const { events } = await readSignals(request, trusted);
      for (const event of events) await send(sse, event);
    });
  });
}

function send(sse: ServerSentEventGenerator, event: TestEvent): Promise<void> {
  switch (event.type) {
    case "patchElements": {
      const { type: _, elements, ...options } = event;
      return sse.patchElements(elements, options);
    }
    case "removeElements": {
      const { type: _, selector, ...options } = event;
      return sse.removeElements(selector, options);
    }
    case "patchSignals": {
      const { type: _, signals = {}, "signals-raw": text, ...options } = event;
      return sse.patchSignals(text ?? signals, options);
    }
    case "removeSignals": {
      const { type: _, paths, ...options } = event;
      return sse.removeSignals(paths, options);
    }
    case "executeScript": {
      const { type: _, script, ...options } = event;
      return sse.executeScript(script, options);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const server = createTestServer();
  server.listen(Number(process.env["PORT"] ?? 7331), () => {
    console.log(`http://localhost:${(server.address() as AddressInfo).port}`);
  });
}

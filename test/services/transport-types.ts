// Checked by tsc, and not with the other types: exactOptionalPropertyTypes rejects the declarations of @nats-io
// themselves.
import { createHub } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { redis } from "datastar-tsx/hub/redis";

export function transports(): void {
  createHub({
    transport: nats({ servers: ["a", "b"], prefix: "chat", log: { events: 1000, storage: "memory", replicas: 3 } }),
  });
  createHub({ transport: redis({ url: "redis://localhost", prefix: "chat", log: { events: 1000 } }) });
  // @ts-expect-error
  nats({ log: true });
  // @ts-expect-error
  redis({ log: {} });
}

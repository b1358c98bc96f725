import type { Transport, TransportReceiver } from "./transport.js";

const done = Promise.resolve();

/** The transport of a hub that keeps to its process: what is published is there at once. */
export class LocalTransport implements Transport {
  readonly isLog = true;
  #receiver: TransportReceiver | undefined;

  start(receiver: TransportReceiver): void {
    this.#receiver = receiver;
    receiver.up(false);
  }

  publish(topic: string, frame: string): Promise<void> {
    this.#receiver?.event(topic, frame);
    return done;
  }

  // The hub has nudged the views of this process already, and there is no other.
  nudge(): Promise<void> {
    return done;
  }

  subscribe(): undefined {}

  unsubscribe(): void {}

  close(): Promise<void> {
    return done;
  }
}

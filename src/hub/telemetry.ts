import { telemetryChannel } from "../base/telemetry.js";
import type { EncodedFrame } from "../events/encoded-frame.js";
import type { Message } from "./message.js";

/** An event was published: the transport has it, or has failed to take it. */
export interface EventPublished {
  readonly topic: string;
  readonly bytes: number;
  /** Until the transport had it. */
  readonly milliseconds: number;
  /** Why it could not be published. */
  readonly error?: unknown;
}

/** An event has arrived in this process, and is on its way to the clients of its topic. */
export interface EventDelivered {
  readonly topic: string;
  readonly bytes: number;
  /** How many clients in this process get it. */
  readonly subscribers: number;
}

/** A client begins to see a topic, or sees it no longer: by `subscribe`, or by a live view. */
export interface SubscriptionChanged {
  readonly topic: string;
  readonly change: 1 | -1;
}

const published = telemetryChannel<EventPublished>("hub:published");
const delivered = telemetryChannel<EventDelivered>("hub:delivered");
const subscriptions = telemetryChannel<SubscriptionChanged>("hub:subscribers");
const encoder = new TextEncoder();

export function observePublishing(topic: string, { frame }: Message, publish: () => Promise<void>): Promise<void> {
  if (!published.hasSubscribers) return publish();
  const begun = performance.now();
  const tell = (more: { readonly error?: unknown } = {}): void => {
    const bytes = encoder.encode(frame).length;
    published.publish({ topic, bytes, milliseconds: performance.now() - begun, ...more });
  };
  const sending = publish();
  sending.then(
    () => tell(),
    (error: unknown) => tell({ error }),
  );
  return sending;
}

export function tellDelivered(topic: string, frame: EncodedFrame, subscribers: number): void {
  if (delivered.hasSubscribers) delivered.publish({ topic, bytes: frame.bytes.length, subscribers });
}

export function tellSubscription(topic: string, change: 1 | -1): void {
  if (subscriptions.hasSubscribers) subscriptions.publish({ topic, change });
}

import type { Rendered } from "../base/render-telemetry.js";
import type { EventDelivered, EventPublished, SubscriptionChanged } from "../hub/telemetry.js";
import type { RequestRefused } from "../requests/request-error.js";
import type { ErrorReported } from "../stream/channel-options.js";
import type { EventDropped, EventQueued, EventSent, StreamClosed, StreamOpened } from "../stream/telemetry.js";

/** The channels of `node:diagnostics_channel` on which the package publishes, and the message of each. */
export interface TelemetryMessages {
  /** A page, elements or a live view were rendered. */
  readonly "datastar-tsx:render": Rendered;
  /** A stream was opened. */
  readonly "datastar-tsx:stream:opened": StreamOpened;
  /** A stream has ended. */
  readonly "datastar-tsx:stream:closed": StreamClosed;
  /** An event was given to the connection. */
  readonly "datastar-tsx:stream:sent": EventSent;
  /** An event has to wait for a client that is slow. */
  readonly "datastar-tsx:stream:queued": EventQueued;
  /** An event that waited was left out. */
  readonly "datastar-tsx:stream:dropped": EventDropped;
  /** An event was published in this process. */
  readonly "datastar-tsx:hub:published": EventPublished;
  /** An event has arrived in this process, from here or from another one. */
  readonly "datastar-tsx:hub:delivered": EventDelivered;
  /** A client begins to see a topic, or sees it no longer. */
  readonly "datastar-tsx:hub:subscribers": SubscriptionChanged;
  /** `readSignals` or `readForm` has refused a request. */
  readonly "datastar-tsx:request:refused": RequestRefused;
  /** Something has failed, and was reported. */
  readonly "datastar-tsx:error": ErrorReported;
}

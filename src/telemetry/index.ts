export { subscribe } from "./subscribe.js";
export type { TelemetryMessages } from "./messages.js";
export type { ObservedRequest } from "../base/observed-request.js";
export type { Rendered, ReplyRendered, ViewRendered } from "../base/render-telemetry.js";
export type { EventDelivered, EventPublished, SubscriptionChanged } from "../hub/telemetry.js";
export type { RequestRefused } from "../requests/request-error.js";
export type { ErrorReported } from "../stream/channel-options.js";
export type {
  DropReason,
  EventDropped,
  EventQueued,
  EventSent,
  ObservedStream,
  StreamClosed,
  StreamOpened,
} from "../stream/telemetry.js";

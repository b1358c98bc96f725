export type { CloseOptions } from "./clients.js";
export { createHub } from "./create-hub.js";
export { Hub, type SubscribeOptions } from "./hub.js";
export { type LiveOptions, LiveView, type ViewContent, type ViewParameter } from "./live-view.js";
export type { HubOptions } from "./hub-options.js";
export { shutdown, type ShutdownOptions, type StoppableServer } from "./shutdown.js";
export type { Refresh } from "./subscriber.js";
export { type PastEvent, type Transport, TransportError, type TransportReceiver } from "./transport.js";

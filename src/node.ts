export { streamTopics, streamView } from "./hub/node.js";
export { checkOrigin, isDatastarRequest, readForm, readSignals } from "./requests/node.js";
export { webRequest } from "./requests/web-request.js";
export {
  type ElementsReplyOptions,
  type NoContentOptions,
  type PageReplyOptions,
  type RedirectOptions,
  type ReplyOptions,
  type ScriptReplyOptions,
  sendElements,
  sendNoContent,
  sendPage,
  sendRedirect,
  sendScript,
  sendSignals,
  type SignalsReplyOptions,
} from "./responses/node.js";
export { hostClient, type HostClientOptions, sendClient } from "./responses/hosted-client-node.js";
export type { FileReply, FileRequest, HostedClient } from "./responses/hosted-client.js";
export type { PageElements } from "./responses/page-elements.js";
export type { ReplyElements } from "./responses/replies.js";
export type { NodeRequest, NodeResponse } from "./stream/node-response.js";
export type { StreamHandler } from "./stream/run.js";
export type { StreamOptions } from "./stream/node.js";
export { stream } from "./stream/node.js";

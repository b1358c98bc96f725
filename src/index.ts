export { createElement } from "./jsx/create-element.js";
export { Html } from "./html/html.js";
export { raw } from "./html/raw.js";
export type { DatastarAttributes } from "./generated/datastar-attributes.js";
export type { GlobalAttributes } from "./generated/elements.js";
export type { Modifiers } from "./generated/modifiers.js";
export type { Child, ClassValue, StyleValue, UrlValue } from "./html/types.js";
export type { Component } from "./jsx/jsx.js";
export type { JSX } from "./jsx/namespace.js";
export { definePlugin, type ExpressionKind, type Form, type KeyCase, type Plugin } from "./attributes/plugins.js";
export * from "./attributes/types.js";
export * from "./expressions/actions.js";
export { Expression } from "./expressions/expression.js";
export { js } from "./expressions/js.js";
export { Signal } from "./expressions/signal.js";
export {
  type CheckedPatch,
  type InitialOverrides,
  list,
  localSignals,
  record,
  type SignalPatch,
  type SignalRefs,
  type Signals,
  signals,
  SignalSet,
  type SignalValue,
} from "./expressions/signals.js";
export { Url, url, type UrlPart } from "./expressions/url.js";
export {
  defineRoutes,
  type RouteDeclaration,
  type RouteDeclarations,
  type Routes,
  type RoutesOptions,
} from "./routes/define-routes.js";
export type { RouteMethod, RoutePattern } from "./routes/pattern.js";
export type { MatchedParameters, Route, RouteOptions, RouteParameter, RouteParameters } from "./routes/route.js";
export { type Elements } from "./events/elements.js";
export { EncodedFrame } from "./events/encoded-frame.js";
export { type EventOptions } from "./events/event-options.js";
export {
  consoleErrorFrame,
  consoleLogFrame,
  dispatchCustomEventFrame,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  redirectFrame,
  removeElementsFrame,
  removeSignalsFrame,
  replaceUrlFrame,
} from "./events/frames.js";
export type {
  ElementPatchMode,
  Namespace,
  PatchElementsOptions,
  RemoveElementsOptions,
} from "./events/patch-options.js";
export type { PatchSignalsOptions, SignalPaths, SignalsInput } from "./events/patch-signals.js";
export type {
  DispatchCustomEventOptions,
  ExecuteScriptOptions,
  ScriptAttributes,
  ScriptOptions,
} from "./events/scripts.js";
export type { HeadersInput } from "./base/headers.js";
export { type ClientOptions, configureClient } from "./base/configure-client.js";
export { datastarVersion } from "./base/client-versions.js";
export { Defer, type DeferProps } from "./components/defer.js";
export { Feed, type FeedProps } from "./components/feed.js";
export { DatastarScript, type DatastarScriptProps } from "./components/datastar-script.js";
export { type Codec, type Codecs, rocket, type RocketDefinition, type RocketProps } from "./components/rocket.js";
export { invalidInput, RequestError, type RequestErrorStatus, type RequestIssue } from "./requests/request-error.js";
export type { OriginOptions, ReadOptions } from "./requests/body.js";
export type { UncheckedSignals } from "./requests/read-signals.js";
export { type CloseReason, StreamClosedError } from "./stream/closed.js";
export type { Compression, Compressor, Encoding } from "./stream/encoding.js";
export { type SendOptions, ServerSentEventGenerator } from "./stream/generator.js";
export type { ErrorHandler } from "./stream/failure.js";
export type { SlowClient } from "./stream/queue.js";
export type { StreamHandler, StreamOptions } from "./stream/run.js";
export type { NoContentOptions, RedirectOptions } from "./responses/redirect.js";
export { clientResponse, hostClient } from "./responses/hosted-client-web.js";
export type { FileReply, FileRequest, HostClientOptions, HostedClient } from "./responses/hosted-client.js";
export { contentSecurityPolicy, createNonce, type PolicyDirectives } from "./responses/content-security-policy.js";
export type { PageElements } from "./responses/page-elements.js";
export type {
  ElementsReplyOptions,
  PageReplyOptions,
  ReplyElements,
  ReplyOptions,
  ScriptReplyOptions,
  SignalsReplyOptions,
} from "./responses/replies.js";

export { checkOrigin, isDatastarRequest, readForm, readSignals } from "./requests/web.js";
export {
  elementsResponse,
  noContent,
  pageResponse,
  redirectResponse,
  scriptResponse,
  signalsResponse,
} from "./responses/web.js";
export { stream } from "./stream/web.js";

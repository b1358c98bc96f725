// What users need to test their handlers, in whatever runs their tests.
export { type ApplyOptions, applyEvents, type PatchedPage } from "./apply-events.js";
export {
  type App,
  type FastifyApp,
  type FetchApp,
  type FetchHandler,
  type NodeHandler,
  type NodeServer,
  requestTo,
} from "./app.js";
export {
  assertDispatchCustomEvent,
  assertExecuteScript,
  assertPatchElements,
  assertPatchSignals,
  assertRedirect,
  assertRemoveElements,
  assertReplaceUrl,
  EventsAssertionError,
} from "./assertions.js";
export { Events, eventsOf, type Streams } from "./events-of.js";
export type { ExpectedElements, ExpectedPatch, Received } from "./expectations.js";
export { type EventMatchers, matchers } from "./matchers.js";
export type { WaitOptions } from "./real-time.js";
export type {
  ConsoleEvent,
  DispatchCustomEventEvent,
  EventBase,
  ExecuteScriptEvent,
  JsonObject,
  JsonValue,
  PatchElementsEvent,
  PatchSignalsEvent,
  ReceivedEvent,
  RedirectEvent,
  ReplaceUrlEvent,
} from "./received.js";
export { Recorder, recorder, type RecorderOptions } from "./recorder.js";
export { formRequest, type FormFields, type FormValue, type RequestOptions, signalsRequest } from "./requests.js";
export type { Target } from "./target.js";
export { Page } from "./page.js";
export { Part } from "./part.js";
export type { Answer, Question } from "./question.js";
export { visit } from "./visit.js";
export type { VisitOptions } from "./visit-options.js";

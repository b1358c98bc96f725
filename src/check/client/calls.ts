// What a program may call on the server, and what it is to do with what comes of it, as types.
import type { Expression } from "../../expressions/expression.js";
import type { Signal } from "../../expressions/signal.js";
import type { CheckedPatch } from "../../expressions/signals.js";
import type { Html } from "../../html/html.js";
import type { readForm as readNodeForm, readSignals as readNodeSignals } from "../../requests/node.js";
import type { readForm, readSignals } from "../../requests/web.js";
import type { sendElements, sendPage } from "../../responses/node.js";
import type {
  elementsResponse,
  noContent,
  pageResponse,
  redirectResponse,
  scriptResponse,
  signalsResponse,
} from "../../responses/web.js";
import type { ServerSentEventGenerator } from "../../stream/generator.js";
import type { stream } from "../../stream/web.js";
import type { Fine, IsAny, Unknown, Wrong } from "./answers.js";
import type { ExpressionAsValue, MarkupSent, PromiseAsText, SignalAsValue } from "./values.js";

/** An expression that is made and used nowhere. */
export interface DroppedExpression extends Wrong {}
/** A patch that is made and sent nowhere. */
export interface DroppedPatch extends Wrong {}
/** A live view that is made, and that nobody is shown. */
export interface DroppedView extends Wrong {}
/** A function for a server of Node.js that answers with a reply to a web request. */
export interface ListenerWithReply extends Wrong {}
/** A reply that is made and not returned. */
export interface DroppedReply extends Wrong {}
/** A reply for web requests that a server of Node.js gets. */
export interface ReplyToNode extends Wrong {}
/** A send that is awaited where nobody hears that the client has gone. */
export interface UnheardSend extends Wrong {}
/** A function that awaits a send, and is called where nobody hears that the client has gone. */
export interface UnheardFunction extends Wrong {}
/** A request that is read, and nobody waits for it. */
export interface UnawaitedReading extends Wrong {}
/** A reply whose promise nobody awaits. */
export interface UnawaitedReply extends Wrong {}
/** A pause that nobody waits for. */
export interface UnawaitedSleep extends Wrong {}

/** A function that is called for nothing but its effect. */
export declare function called<T>(value: T): CalledOf<NonNullable<T>>;
/** The same in an asynchronous function. */
export declare function calledAsync<T>(value: T): CalledOf<NonNullable<T>, UnawaitedReply>;
/** A function that is awaited for nothing but its effect. */
export declare function awaited<T>(value: T): ReplyOf<NonNullable<T>, DroppedReply>;

type CalledOf<T, Unawaited = Fine> = T extends (...args: infer Args) => infer Result
  ? true extends IsAny<Result> | IsNever<Result>
    ? Fine
    : [Result] extends [Expression]
      ? DroppedExpression
      : [Result] extends [CheckedPatch<{}>]
        ? DroppedPatch
        : [Result] extends [LiveView]
          ? DroppedView
          : true extends IsOneOf<T, Args, Reading>
            ? UnawaitedReading
            : true extends IsOneOf<T, Args, Sent>
              ? Unawaited
              : ReplyOf<T, DroppedReply>
  : Fine;

/** What is said of a function that makes a reply. Others that return one may do something besides. */
type ReplyOf<T, Said> = T extends (...args: infer Args) => infer Result
  ? true extends IsAny<Result> | IsNever<Result>
    ? Fine
    : true extends IsOneOf<T, Args, Made> | (Result extends Response ? TakesStreamOptions<Args[number]> : never)
      ? Said
      : Fine
  : Fine;

/** A live view of a hub, with what nothing else has. */
interface LiveView {
  nudge(...parameters: never): void;
  streaming(...parameters: never): unknown;
}

type IsNever<T> = [T] extends [never] ? true : false;

type Made =
  | typeof elementsResponse
  | typeof noContent
  | typeof pageResponse
  | typeof redirectResponse
  | typeof scriptResponse
  | typeof signalsResponse
  | typeof stream;
type Sent = typeof sendElements | typeof sendPage;
type Reading = typeof readForm | typeof readNodeForm | typeof readNodeSignals | typeof readSignals;

/**
 * Whether a function is one of several, under whatever name, by what it takes and returns. What it takes first may be a
 * request of Node.js, which is anything where its types are not installed.
 */
type IsOneOf<T, Args extends readonly unknown[], Each> = true extends
  | IsAny<Args[1]>
  | (Args["length"] extends 0 | 1 ? IsAny<Args[0]> : never)
  ? false
  : Each extends (...args: infer Own) => unknown
    ? [Args, Own, T] extends [Own, Args, Each]
      ? Each extends T
        ? true
        : false
      : false
    : false;

/** Whether a method makes a stream, of a hub or of a live view, whatever its topics and parameters are. */
type TakesStreamOptions<Arg> =
  true extends IsAny<Arg>
    ? false
    : Arg extends unknown
      ? string extends keyof Arg
        ? false
        : "maxQueuedBytes" extends keyof Arg
          ? true
          : false
      : never;

interface NodeResponse {
  setHeader(...args: never): unknown;
  writeHead(...args: never): unknown;
}

/** A function whose result is the answer of one that is given a response of Node.js. */
export declare function answered(value: unknown, response: Unknown): Fine;
export declare function answered<T>(value: T, response: NodeResponse): ReplyOf<T, ReplyToNode>;
export declare function answered(value: unknown, response: unknown): Fine;

/** A function that answers the requests of a server of Node.js. */
export declare function listener<T>(value: T): ListenerOf<T>;
type ListenerOf<T> = T extends (...args: infer Args) => infer Result
  ? true extends IsAny<Args[1]> | IsAny<Result> | IsNever<Result>
    ? Fine
    : [Args[1], Result] extends [NodeResponse, Promise<Response> | Response]
      ? ListenerWithReply
      : Fine
  : Fine;

/** Who is called where nobody hears of a failure. */
export declare function sentUnheard(sender: Unknown): Fine;
export declare function sentUnheard(sender: ServerSentEventGenerator): UnheardSend;
export declare function sentUnheard(sender: unknown): Fine;

/** Who is called by a function that is named where nobody hears of a failure. */
export declare function unheardFunction(sender: Unknown): Fine;
export declare function unheardFunction(sender: ServerSentEventGenerator): UnheardFunction;
export declare function unheardFunction(sender: unknown): Fine;

/** Whose `sleep` is called, and not awaited. */
export declare function slept(sender: Unknown): Fine;
export declare function slept(sender: ServerSentEventGenerator): UnawaitedSleep;
export declare function slept(sender: unknown): Fine;

/** Express, Fastify and `node:http` take anything, and send as JSON what is no text, or refuse it. */
type Taker = NodeResponse | { hijack(): unknown };

/** What a response is given. */
export declare function sent(value: Unknown, response: unknown): Fine;
export declare function sent(value: unknown, response: Unknown): Fine;
export declare function sent(value: Signal, response: Taker): SignalAsValue;
export declare function sent(value: Expression, response: Taker): ExpressionAsValue;
export declare function sent(value: Html | Promise<Html>, response: Taker): MarkupSent;
export declare function sent(value: PromiseLike<unknown>, response: Taker): PromiseAsText;
export declare function sent(value: unknown, response: unknown): Fine;

/** A response that is given markup. */
export declare function sentMarkup(response: Unknown): Fine;
export declare function sentMarkup(response: Taker): MarkupSent;
export declare function sentMarkup(response: unknown): Fine;

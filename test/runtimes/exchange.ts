import type { StandardSchemaV1 } from "@standard-schema/spec";
import type {
  ElementsReplyOptions,
  HostedClient,
  NoContentOptions,
  RedirectOptions,
  ReplyElements,
  ReplyOptions,
  ScriptReplyOptions,
  SignalsInput,
  SignalsReplyOptions,
  StreamHandler,
  StreamOptions,
} from "datastar-tsx";

/** The answer to a request: a web response, or a promise of the moment when a Node.js response is done. */
export type Answer = Response | void | Promise<Response | void>;

/** One request, with the toolkit's functions for the server that it came to. */
export interface Exchange {
  header(name: string): string | undefined;
  isDatastarRequest(): boolean;
  readSignals<S extends StandardSchemaV1>(schema: S): Promise<StandardSchemaV1.InferOutput<S>>;
  readForm(): Promise<FormData>;
  /** `readForm` with a schema. */
  readFields<S extends StandardSchemaV1>(schema: S): Promise<StandardSchemaV1.InferOutput<S>>;
  page(page: ReplyElements, options?: ReplyOptions<unknown>): Answer;
  elements(elements: ReplyElements, options?: ElementsReplyOptions<unknown>): Answer;
  signals(signals: SignalsInput, options?: SignalsReplyOptions<unknown>): Answer;
  script(script: string, options?: ScriptReplyOptions<unknown>): Answer;
  redirect(url: string, options?: RedirectOptions<unknown>): Answer;
  noContent(options?: NoContentOptions<unknown>): Answer;
  stream(handler: StreamHandler, options?: StreamOptions<unknown>): Answer;
  /** Answers with the file of a client that is served where the request asks for it. */
  client(client: HostedClient): Answer;
  /** Answers without the toolkit. */
  reply(status: number, text: string): Answer;
  /** Notes what the check wants to know of the server. */
  note(text: string): void;
}

/** A request as a check sends it. */
export interface Asking {
  readonly method?: string;
  /** With its question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What must come back. Headers that are `undefined` must be missing. */
export interface Expected {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string | readonly string[] | undefined };
  /** Decompressed. */
  readonly body: string;
  /** Whether the client sees that it is not complete. */
  readonly broken?: boolean;
}

/** A response that arrives bit by bit. */
export interface Arriving extends Omit<Expected, "body"> {
  /** What has arrived, decompressed. */
  readonly text: string;
  /** How much of it. */
  readonly bytes: number;
  /** Waits for more; `false` at the end. */
  more(): Promise<boolean>;
  /** Waits until what has arrived is as the check wants it. */
  until(condition: (text: string) => boolean): Promise<void>;
  /** Waits for the end. */
  end(): Promise<this>;
  /** Goes away. */
  destroy(): void;
}

/** A client of one check. */
export interface Client {
  open(asking?: Asking): Promise<Arriving>;
  /** What the handler has noted, once it is so much. */
  notes(atLeast?: number): Promise<readonly string[]>;
  /** Bytes of memory that the server has. */
  memory(): number;
}

interface Handled {
  readonly name: string;
  handle(exchange: Exchange): Answer;
}

/** One request, and what must come back. */
export interface ReplyCheck extends Handled {
  readonly request?: Asking;
  readonly answer: Expected;
  /** What the handler notes. */
  readonly notes?: readonly string[];
}

/** What a client does, and what it must see by that. */
export interface CourseCheck extends Handled {
  course(client: Client): Promise<unknown>;
  readonly sees: unknown;
}

export type Check = ReplyCheck | CourseCheck;

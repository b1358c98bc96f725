import { type AnyRequest, type ObservedRequest, observedRequest } from "./observed-request.js";
import { telemetryChannel } from "./telemetry.js";

interface Rendering {
  /**
   * From the call on: what a component does before that, in `pageResponse(<Page />)`, is not in it. That of
   * `pageResponse(() => <Page />)` is.
   */
  readonly milliseconds: number;
  /** Bytes of markup, before they are compressed; `0` for what failed. */
  readonly bytes: number;
  /** What it failed with. */
  readonly error?: unknown;
}

/** A reply that is markup. */
export type RenderedReply = "page" | "elements";

/** A page, or elements that answer an action, were rendered. */
export interface ReplyRendered extends Rendering {
  readonly kind: RenderedReply;
  /** Missing where a web response is made without the option `request`. */
  readonly request: ObservedRequest | undefined;
}

/** A live view was rendered, for all who see it. */
export interface ViewRendered extends Rendering {
  readonly kind: "view";
  readonly topic: string;
  readonly parameters: readonly unknown[];
  /** How many clients see the view. */
  readonly subscribers: number;
}

/** What was rendered. */
export type Rendered = ReplyRendered | ViewRendered;

const rendered = telemetryChannel<Rendered>("render");
const encoder = new TextEncoder();

/** What a reply is made by, which is told of if anybody listens. */
export function observeReply<Reply extends { readonly body: string | undefined }>(
  kind: RenderedReply,
  make: () => Promise<Reply>,
  request: AnyRequest | undefined,
): Promise<Reply> {
  if (!rendered.hasSubscribers) return make();
  const about = { kind, request: request && observedRequest(request) };
  return observed(
    make,
    ({ body = "" }) => body,
    (outcome) => ({ ...about, ...outcome }),
  );
}

/** What a live view is rendered by. */
export function observeView<Event>(
  render: () => Event | Promise<Event>,
  textOf: (event: Event) => string,
  about: () => Pick<ViewRendered, "topic" | "parameters" | "subscribers">,
): Event | Promise<Event> {
  if (!rendered.hasSubscribers) return render();
  return observed(render, textOf, (outcome) => ({ kind: "view", ...about(), ...outcome }));
}

async function observed<Result>(
  make: () => Result | Promise<Result>,
  textOf: (result: Result) => string,
  message: (outcome: Rendering) => Rendered,
): Promise<Result> {
  const begun = performance.now();
  const tell = (bytes: number, more: { readonly error?: unknown } = {}): void =>
    rendered.publish(message({ milliseconds: performance.now() - begun, bytes, ...more }));
  try {
    const result = await make();
    tell(encoder.encode(textOf(result)).length);
    return result;
  } catch (error) {
    tell(0, { error });
    throw error;
  }
}

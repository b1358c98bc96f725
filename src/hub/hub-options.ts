import { checkWhole } from "../base/limits.js";
import { report } from "../stream/channel-options.js";
import type { HubErrorContext, HubReport } from "./error-context.js";
import type { LogLimits } from "./event-log.js";
import type { OutboxOptions } from "./outbox.js";
import type { PresenceOptions } from "./presence.js";
import type { Transport } from "./transport.js";

/** Options of `createHub`. */
export interface HubOptions<Client = unknown> {
  /**
   * What connects this process with others, such as `nats(…)` or `redis(…)`. Default: none; the hub keeps to its
   * process.
   */
  readonly transport?: Transport | undefined;
  /**
   * How many events the hub remembers, of all topics together, for clients that come back. Then every event gets an id.
   * Default: `0`.
   */
  readonly replay?: number | undefined;
  /** How many characters of events `replay` remembers at most. Default: 16 Mi. */
  readonly maxReplayCharacters?: number | undefined;
  /**
   * How many topics' latest events are kept, and sent to newcomers at once: for topics whose every event shows
   * everything. Topics that went longest without an event are forgotten first. Default: `0`.
   */
  readonly latest?: number | undefined;
  /**
   * What becomes of events that are published while the transport is down: `"reject"`, the promise rejects; `"buffer"`,
   * they are sent when it is up again, and when more than `maxBufferedCharacters` wait, the promise rejects. Default:
   * `"reject"`.
   */
  readonly whenDown?: "reject" | "buffer" | undefined;
  /** Default: 1 Mi. */
  readonly maxBufferedCharacters?: number | undefined;
  /** Who is there: see `hub.enter` and `hub.clients`. */
  readonly presence?: PresenceOptions<Client> | undefined;
  /**
   * Gets the errors that no caller gets: of refreshes and live views, of the transport, of publishing when nobody
   * awaits it; and the topic and the parameters that each is about. A view that fails again and again is reported once.
   * Default: `console.error`.
   */
  readonly onError?: ((error: unknown, context: HubErrorContext) => void) | undefined;
}

/** The options of a hub, with their defaults. */
export interface ResolvedOptions {
  readonly transport: Transport | undefined;
  readonly replay: LogLimits | undefined;
  readonly latest: number;
  readonly outbox: OutboxOptions;
  readonly report: HubReport;
}

const mebi = 1024 * 1024;

/** @throws RangeError for a number that cannot be meant; TypeError for an unknown `whenDown` */
export function readOptions(options: HubOptions<never>): ResolvedOptions {
  const {
    transport,
    replay = 0,
    maxReplayCharacters = 16 * mebi,
    latest = 0,
    whenDown = "reject",
    maxBufferedCharacters = mebi,
    onError = print,
  } = options;
  for (const [name, value] of Object.entries({ replay, maxReplayCharacters, latest, maxBufferedCharacters }))
    checkWhole(name, value);
  if (whenDown !== "reject" && whenDown !== "buffer")
    throw new TypeError(`whenDown must be "reject" or "buffer", not ${JSON.stringify(whenDown)}.`);
  return {
    transport,
    replay: replay === 0 ? undefined : { events: replay, characters: maxReplayCharacters },
    latest,
    outbox: { whenDown, maxBuffered: maxBufferedCharacters },
    report: (error, context = {}) => report({ onError: (failure) => onError(failure, context) }, error),
  };
}

function print(error: unknown, context: HubErrorContext): void {
  console.error(error, ...(context.topic === undefined ? [] : [context]));
}

/** A channel of `node:diagnostics_channel`, as far as those need it who publish on it. */
export interface TelemetryChannel<Message> {
  /** Whether anybody listens: nobody puts a message together before having asked. */
  readonly hasSubscribers: boolean;
  publish(message: Message): void;
  /** Publishes the message, and acts within the `AsyncLocalStorage`s that are bound to the channel. */
  runStores<Result>(message: Message, act: () => Result): Result;
}

interface Diagnostics {
  channel(name: string): TelemetryChannel<unknown>;
  subscribe(name: string, listener: (message: unknown) => void): void;
  unsubscribe(name: string, listener: (message: unknown) => void): boolean;
}

interface Runtime {
  readonly process?: { readonly getBuiltinModule?: (name: string) => Diagnostics | undefined };
}

/**
 * The module, where there is one. It is asked for and not imported: browsers and some Workers do not have it.
 *
 * @see https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export const diagnostics = (globalThis as Runtime).process?.getBuiltinModule?.("node:diagnostics_channel");

const nobody: TelemetryChannel<unknown> = {
  hasSubscribers: false,
  publish: () => {},
  runStores: (_message, act) => act(),
};

/** The channel of a name. All copies of the package publish on the same. */
export function telemetryChannel<Message>(name: string): TelemetryChannel<Message> {
  return diagnostics?.channel(`datastar-tsx:${name}`) ?? nobody;
}

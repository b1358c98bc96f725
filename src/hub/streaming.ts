import type { StreamHandler, StreamOptions } from "../stream/run.js";

/** The parameters of a view, and behind them the options of the stream that shows it. */
export type StreamArguments<Parameters extends readonly unknown[], Incoming> = [
  ...parameters: Parameters,
  options?: StreamOptions<Incoming> | undefined,
];

/** How a request is answered with a stream. */
export interface Streaming<Incoming> {
  readonly handler: StreamHandler;
  readonly options: StreamOptions<Incoming> | undefined;
}

/**
 * Tells parameters and options apart.
 *
 * @param count how many parameters there are at least: behind those, an object is taken for the options
 */
export function splitArguments<Parameters extends readonly unknown[], Incoming>(
  args: StreamArguments<Parameters, Incoming>,
  count: number,
): readonly [parameters: Parameters, options: StreamOptions<Incoming> | undefined] {
  const last: unknown = args.at(-1);
  const hasOptions = args.length > count && (last === undefined || (typeof last === "object" && last !== null));
  const parameters: readonly unknown[] = hasOptions ? args.slice(0, -1) : args;
  // No type says that a list without its last item is what stood in front of that.
  return [parameters as Parameters, hasOptions ? (last as StreamOptions<Incoming> | undefined) : undefined];
}

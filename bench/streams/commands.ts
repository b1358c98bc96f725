/** What the server of a contender is told: the events to send to all clients; none to collect its garbage. */
export interface Command {
  readonly events: readonly string[];
}

/** What it answers: seconds, and bytes; or the port that it listens on, when it starts. */
export type Figures =
  | { readonly port: number }
  | { readonly cpu: number; readonly elapsed: number; readonly rss: number };

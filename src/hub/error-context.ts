/** What an error of a hub is about, as far as it is about something. */
export interface HubErrorContext {
  /** The topic, or the topics of a subscription to several. */
  readonly topic?: string | readonly string[];
  /** The parameters of the view that failed. */
  readonly parameters?: readonly unknown[];
}

/** Reports an error, without ever throwing itself. */
export type HubReport = (error: unknown, context?: HubErrorContext) => void;

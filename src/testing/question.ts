/** What a page says or asks in a dialog of the browser. */
export interface Question {
  readonly type: "alert" | "confirm" | "prompt";
  readonly message: string;
}

/** Whether it is accepted, or what is entered; nothing for a message. */
export type Answer = boolean | string | null | undefined | void;

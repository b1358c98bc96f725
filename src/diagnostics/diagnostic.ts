import { isAmong, type Versions } from "../base/client-versions.js";
import { setting } from "../base/client.js";

/** What is checked, each with what it is about. */
export const rules = {
  "old-spelling": "A spelling from before Datastar 1.0",
  "unknown-plugin": "A name that is nearly the name of a Datastar attribute",
  "folded-capitals": "Capitals that HTML folds and that cannot be restored",
  "key-required": "An attribute without the key it needs",
  "key-not-allowed": "A key on an attribute that takes none",
  "value-required": "An attribute without the value it needs",
  "value-not-allowed": "A value on an attribute that takes none",
  "key-and-value": "Both a key and a value where one of them names the signal",
  "key-or-value-required": "Neither a key nor a value to name the signal",
  "invalid-path": "What should name a signal does not",
  "invalid-value": "A value of a kind that the attribute cannot use",
  "nothing-to-bind": "A data-bind on an element that has no value",
  "unknown-modifier": "A modifier that the attribute does not have",
  "unknown-tag": "What stands behind a modifier, where it does not belong or is missing",
  "unknown-event": "An event that nothing fires",
  "unknown-action": "An action that Datastar does not have",
  "action-arguments": "What an action is given, and cannot use",
  "action-in-string": "Text that Datastar takes for the call of an action",
  "signal-in-text": "Text that Datastar takes for a signal",
  "uncalled-function": "A function as an expression, which nothing calls",
  "no-event": "The event of a listener, where there is none",
  "misplaced-expression": "An expression in an attribute that is none of Datastar's",
  syntax: "An expression that does not parse",
  "data-in-source": "Data in the source of an expression, where it would run as code",
  "data-in-markup": "Data in markup that is put together as text, where it would be markup",
  "signal-as-value": "A signal used as if the server had its value",
  "unencoded-url": "Data in the URL of an action, where it could name another URL",
  "script-url": "A URL that a browser runs as code",
  assignment: "A value that sets a signal when it is read",
  "effect-loop": "A data-effect that changes a signal which it reads",
  "text-for-expression": "Text in an object of expressions that looks like one",
  "unknown-signal": "A signal that nothing in the page declares",
  "signal-conflict": "A signal that a page declares in two ways of which one cannot be",
  "signal-without-dollar": "A signal named in an expression without its $",
  "indicator-order": "A data-indicator behind the data-init whose request it should show",
  "duplicate-attribute": "An attribute that an element has twice, by two ways to write it",
  "listener-order": "A listener of a custom element behind the data-attr that makes it fire",
  "native-submit": "A form that the browser sends besides what its listener does",
  "event-default": "What a browser does about an event, prevented where it should not be, or too late",
  "idle-modifier": "A modifier that does nothing beside another",
  "conflicting-attributes": "Two attributes that set the same, and undo each other without end",
  "idle-indicator": "A data-indicator on an element that sends no request",
  "ignored-by-client": "What the client ignores where it stands",
  "init-order": "A data-init in front of the signals that it uses",
  "own-target": "A patch of what is in an element that holds the element itself",
  "unknown-type": "A type that no input has",
  "property-for-attribute": "A property of the DOM or of React's, which HTML has in another way",
  "unknown-aria": "An attribute that begins with aria- and is none of ARIA's",
  "broken-condition": "A branch of a condition that does not follow another",
  misnested: "An element that a browser moves out of the one it is written in",
  "duplicate-id": "Two elements with one id",
  "missing-id": "A patch that cannot find its target, for want of an id",
} as const;

export type Rule = keyof typeof rules;

/** `error`: the client would refuse or ignore it for certain. `warning`: it may have been meant as it stands. */
export type Severity = "error" | "warning";

/** One thing that is wrong. */
export interface Diagnostic {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What is wrong, and what to write instead. */
  readonly message: string;
  /** The attribute's name as it should be written, when there is exactly one right answer. */
  readonly rename?: string;
  /** The clients with which it is a mistake, where it is none with others. */
  readonly clients?: Clients;
}

/** Some of the clients. */
export interface Clients extends Versions {
  /** Whether they have Rocket. */
  readonly rocket?: boolean;
}

/** Whether it is a mistake with the client that the project runs. */
export function isMistake({ clients = {} }: Diagnostic): boolean {
  const { version, rocket } = setting.client;
  return isAmong(version, clients) && (clients.rocket ?? rocket) === rocket;
}

/** A mistake with some of the clients. */
export function withClients(found: Diagnostic, clients: Clients): Diagnostic {
  return { ...found, clients: { ...found.clients, ...clients } };
}

export function error(rule: Rule, message: string, rename?: string): Diagnostic {
  return diagnostic(rule, "error", message, rename);
}

export function warning(rule: Rule, message: string, rename?: string): Diagnostic {
  return diagnostic(rule, "warning", message, rename);
}

export function diagnostic(rule: Rule, severity: Severity, message: string, rename?: string): Diagnostic {
  return { rule, severity, message, ...(rename === undefined ? {} : { rename }) };
}

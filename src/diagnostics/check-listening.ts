import type { AttributeValue } from "./check-unknown-name.js";
import { type Diagnostic, warning } from "./diagnostic.js";
import type { AttributeName } from "./parse-name.js";

/** Checks where a listener listens, and when it keeps a browser from what that does by itself. */
export function checkListening(
  name: AttributeName,
  value: AttributeValue,
  tag: string | undefined,
): readonly Diagnostic[] {
  const event = name.plugin === "on" ? name.key : undefined;
  if (event === undefined || event === "") return none;
  const has = new Set(name.modifiers.map(({ name }) => name.toLowerCase()));
  const source = typeof value === "string" ? value : undefined;
  const listener: Listener = { event, tail: name.tail, has, source, tag: tag?.toLowerCase() };
  return [...checkPlace(listener), ...checkSubmit(listener), ...checkModes(listener), ...checkTime(listener)];
}

const none: readonly never[] = [];

interface Listener {
  readonly event: string;
  readonly tail: string;
  /** The names of its modifiers. */
  readonly has: ReadonlySet<string>;
  /** Its expression, if that is known. */
  readonly source: string | undefined;
  readonly tag: string | undefined;
}

// Elements have a "message" of their own often enough. "resize" is an event of <video>, too.
const windowEvents: ReadonlySet<string> = new Set(
  (
    "afterprint beforeprint beforeunload devicemotion deviceorientation gamepadconnected gamepaddisconnected " +
    "hashchange languagechange offline online pagehide pageshow popstate rejectionhandled resize storage " +
    "unhandledrejection unload"
  ).split(" "),
);
const documentEvents: ReadonlySet<string> = new Set([
  "pointerlockchange",
  "pointerlockerror",
  "readystatechange",
  "visibilitychange",
]);

function isOfAuthor(tag: string): boolean {
  return tag.includes("-");
}

/** Events that fire on the window or the document, and so on no element. */
function checkPlace({ event, tail, has, tag }: Listener): readonly Diagnostic[] {
  if (tag === undefined || isOfAuthor(tag) || has.has("window")) return none;
  if (windowEvents.has(event) && !(event === "resize" && tag === "video")) return elsewhere(event, "window", tail);
  const isHeard = has.has("document") || has.has("outside");
  return documentEvents.has(event) && !isHeard ? elsewhere(event, "document", tail) : none;
}

function elsewhere(event: string, place: string, tail: string): readonly Diagnostic[] {
  const right = `data-on:${event}__${place}${tail}`;
  return [warning("unknown-event", `it fires on the ${place}, and on no element: write ${right}.`, right)];
}

const withoutForms: ReadonlySet<string> = new Set(["a", "button", "input", "label", "option", "select", "textarea"]);

/** The client keeps the browser from sending a form where the form itself listens. */
function checkSubmit({ event, has, source, tag }: Listener): readonly Diagnostic[] {
  if (event !== "submit" || tag === undefined || tag === "form" || isOfAuthor(tag)) return none;
  if (has.has("window") || has.has("document") || has.has("outside")) return none;
  if (withoutForms.has(tag))
    return [
      warning(
        "unknown-event",
        `a <${tag}> fires no submit event, its form does: write it on the form, or data-on:click.`,
      ),
    ];
  const maySend = !has.has("prevent") && source !== undefined && !/preventDefault|\$_0_/.test(source);
  return maySend
    ? [
        warning(
          "native-submit",
          "only where it stands on the form does the client keep the browser from sending that; write it on the form, or with prevent.",
        ),
      ]
    : none;
}

/** What modifiers do beside one another. */
function checkModes({ event, has, source }: Listener): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (has.has("prevent") && has.has("passive"))
    found.push(warning("idle-modifier", "prevent does nothing in a passive listener; leave passive out."));
  if (has.has("window") && has.has("document"))
    found.push(warning("idle-modifier", "document does nothing beside window; leave it out."));
  const early = ["prevent", "stop"].find((name) => has.has(name));
  if (has.has("outside") && early !== undefined) {
    const call = early === "prevent" ? "evt.preventDefault()" : "evt.stopPropagation()";
    found.push(
      warning(
        "event-default",
        `${early} is done for every ${event} in the page, within the element too; write ${call} into the expression, which runs for those outside.`,
      ),
    );
  }
  if (has.has("prevent") && /^key(?:down|press)$/.test(event) && /\bevt\.(?:key|code|\w+Key)\b/.test(source ?? ""))
    found.push(
      warning(
        "event-default",
        "prevent is done for every key, Tab and those that write text too; write evt.preventDefault() behind the condition: evt.key === 'Enter' && (evt.preventDefault(), …).",
      ),
    );
  return found;
}

// Of those that throttle lets through, the first is under way.
const later = ["delay", "debounce", "viewtransition"];
const atOnce = /\bevt\s*\??\.\s*(preventDefault|stopPropagation|stopImmediatePropagation|currentTarget)\b/;
const instead: { readonly [name: string]: string } = {
  preventDefault: "evt.preventDefault() comes too late; write the modifier prevent, which is done at once",
  currentTarget: "evt.currentTarget is null; write el",
};

/** What can be done with an event only while it is under way. */
function checkTime({ has, source }: Listener): readonly Diagnostic[] {
  const modifier = later.find((name) => has.has(name));
  const [, late] = (modifier === undefined ? null : atOnce.exec(source ?? "")) ?? [];
  if (late === undefined) return none;
  const remedy = instead[late] ?? `evt.${late}() comes too late; write the modifier stop, which is done at once`;
  return [warning("event-default", `with ${modifier}, this runs when the event is over, and ${remedy}.`)];
}

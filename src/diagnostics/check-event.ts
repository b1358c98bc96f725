import { domEvents } from "../generated/dom-events.js";
import { type Diagnostic, warning } from "./diagnostic.js";
import { nearest } from "./nearest.js";

const ownEvents = [
  "datastar-fetch",
  "datastar-signal-patch",
  "datastar-ready",
  "datastar-prop-change",
  "datastar-scope-children",
];

/** The event that was meant by a name which differs from it only in how it is spelt: `keyDown`, `onclick`. */
export function respelt(event: string): string | undefined {
  if (isEvent(event)) return undefined;
  const plain = event.replaceAll("-", "").toLowerCase();
  return [plain, plain.replace(/^on/, "")].find((name) => domEvents.has(name));
}

function isEvent(name: string): boolean {
  return domEvents.has(name) || ownEvents.includes(name);
}

// What people write for something that is no event of the DOM.
const elsewhere: { readonly [event: string]: string } = {
  ...Object.fromEntries(
    ["init", "mount", "mounted", "ready", "page-load", "domcontentloaded"].map((name) => [
      name,
      "to run something once the element is there, write data-init",
    ]),
  ),
  ...Object.fromEntries(
    ["raf", "interval", "intersect", "signal-patch"].map((name) => [name, `write data-on-${name}`]),
  ),
  "signal-change": "write data-on-signal-patch",
  "signals-change": "write data-on-signal-patch",
  "datastar-sse": "did you mean datastar-fetch?",
  doubleclick: "did you mean dblclick?",
  enter: "write data-on:keydown, and look at evt.key",
  escape: "write data-on:keydown, and look at evt.key",
};

/**
 * Warns of an event whose name is nearly that of one which the DOM fires. Events of the author's own are left alone.
 */
export function checkEvent(event: string): readonly Diagnostic[] {
  if (isEvent(event)) return [];
  const same = respelt(event);
  if (same !== undefined) return [warning("unknown-event", `the DOM fires no "${event}"; did you mean ${same}?`)];
  const folded = event.toLowerCase();
  if (Object.hasOwn(elsewhere, folded))
    return [warning("unknown-event", `the DOM fires no "${event}"; ${elsewhere[folded]?.replace(/[^?]$/, "$&.")}`)];
  const [, first = "", second = ""] = /^([a-z]+)_([a-z]+)$/.exec(folded) ?? [];
  if (domEvents.has(first))
    return [
      warning(
        "unknown-event",
        `the DOM fires no "${event}"; ${first.startsWith("key") ? `for a key, look at evt.key in data-on:${first}` : `modifiers follow two underscores: data-on:${first}__${second}`}.`,
      ),
    ];
  // The DOM's own are single words.
  const near = nearest(
    event,
    /^[A-Za-z]+$/.test(event) ? domEvents : ownEvents,
    event.length < 3 ? 0 : event.length < 8 ? 1 : 2,
  );
  // `closed` and `changed` are good names for events of one's own.
  if (near === undefined || (event.startsWith(near) && /^e?d$/.test(event.slice(near.length)))) return [];
  return [warning("unknown-event", `the DOM fires no "${event}"; did you mean ${near}?`)];
}

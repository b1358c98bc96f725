import { setting, prefixOf } from "../base/client.js";
import { isPlainObject } from "../base/plain-object.js";
import { type ElementPatchMode, modes, type Namespace, namespaces } from "../events/patch-options.js";
import { readScript, removesItself } from "../events/script-templates.js";
import { codeOf } from "../html/raw-text.js";
import type { Message } from "./event-stream.js";
import { contentOf, type Element, isElement, parseMarkup, textOf } from "./markup-tree.js";
import type {
  EventBase,
  ExecuteScriptEvent,
  JsonObject,
  JsonValue,
  PatchElementsEvent,
  PatchSignalsEvent,
  ReceivedEvent,
} from "./received.js";

/**
 * Reads an event as the client does.
 *
 * @returns `undefined` for what is no event of Datastar, which the client passes over
 * @throws Error for what the client would refuse, or pass over although it was meant for it
 */
export function decode({ event, id, retry, data }: Message): ReceivedEvent | undefined {
  const base = baseOf({ id, retry });
  if (event === "datastar-patch-elements") return decodeElements(base, data);
  if (event === "datastar-patch-signals") return decodeSignals(base, data);
  if (!event.startsWith("datastar")) return undefined;
  throw new Error(`The client knows no event ${JSON.stringify(event)}, and passes over it.`);
}

type Data = Message["data"];

function isOneOf<T extends string>(all: readonly string[], value: string): value is T {
  return all.includes(value);
}

/** @throws Error for what the client would refuse */
export function decodeElements(base: EventBase, data: Data): ReceivedEvent {
  const { mode = "outer", namespace = "html", elements = "", viewTransitionSelector } = data;
  const selector = data["selector"] === "" ? undefined : data["selector"];
  if (!isOneOf<ElementPatchMode>(modes, mode)) throw new Error(`The client knows no mode ${JSON.stringify(mode)}.`);
  if (!isOneOf<Namespace>(namespaces, namespace))
    throw new Error(`The client knows no namespace ${JSON.stringify(namespace)}.`);
  if (selector === undefined && mode !== "outer" && mode !== "replace")
    throw new Error(`The client refuses a patch with mode "${mode}" and without a selector.`);
  const patch: PatchElementsEvent = {
    type: "patchElements",
    ...base,
    ...given("selector", selector),
    mode,
    namespace,
    useViewTransition: data["useViewTransition"]?.trim() === "true",
    ...given("viewTransitionSelector", viewTransitionSelector),
    elements,
  };
  return scriptOf(patch) ?? patch;
}

/** @throws Error for signals that are no JSON */
export function decodeSignals(base: EventBase, { signals, onlyIfMissing }: Data): PatchSignalsEvent {
  if (signals === undefined) throw new Error("The client refuses a signal patch without signals.");
  const parsed = parseSignals(signals);
  return { type: "patchSignals", ...base, signals: parsed, onlyIfMissing: onlyIfMissing?.trim() === "true" };
}

function parseSignals(json: string): JsonObject {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(json);
  } catch (cause) {
    throw new Error(`The signals are no JSON, so that the client runs them as JavaScript: ${json}`, { cause });
  }
  if (!isJsonObject(parsed)) throw new Error(`A signal patch is an object, not ${json}.`);
  return parsed;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value);
}

/** What a patch runs, if all that it does is to append a script to the body. */
function scriptOf(patch: PatchElementsEvent): ReceivedEvent | undefined {
  const { selector, mode, namespace, elements } = patch;
  if (selector !== "body" || mode !== "append" || namespace !== "html") return undefined;
  const nodes = parseMarkup(elements).filter((node) => textOf(node)?.trim() !== "");
  const [element] = nodes;
  if (element === undefined || nodes.length > 1 || !isElement(element) || element.tagName !== "script")
    return undefined;
  return calledAs(scriptEvent(baseOf(patch), element));
}

function scriptEvent(base: EventBase, element: Element): ExecuteScriptEvent {
  const effect = `${prefixOf(setting.client.alias)}effect`;
  const isRemoval = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
    name === effect && value === removesItself["data-effect"];
  return {
    type: "executeScript",
    ...base,
    script: codeOf(
      contentOf(element)
        .map((node) => textOf(node) ?? "")
        .join(""),
    ),
    autoRemove: element.attrs.some(isRemoval),
    attributes: Object.fromEntries(
      element.attrs.filter((attribute) => !isRemoval(attribute)).map(({ name, value }) => [name, value]),
    ),
  };
}

/** The event as the method that writes such a script sends it. */
function calledAs(event: ExecuteScriptEvent): ReceivedEvent {
  const { script, autoRemove, attributes } = event;
  const base = baseOf(event);
  if (!autoRemove || Object.keys(attributes).some((name) => name !== "nonce")) return event;
  for (const method of ["redirect", "replaceUrl"] as const) {
    const [url] = readScript(method, script) ?? [];
    if (typeof url === "string") return { type: method, ...base, url };
  }
  for (const method of ["consoleLog", "consoleError"] as const) {
    const values = readScript(method, script);
    if (values !== undefined) return { type: method, ...base, message: values[0] };
  }
  return customEventOf(base, readScript("customEvent", script)) ?? customEventAt(base, script) ?? event;
}

function customEventAt(base: EventBase, script: string): ReceivedEvent | undefined {
  const [selector, ...values] = readScript("customEventAt", script) ?? [];
  return typeof selector === "string" ? customEventOf(base, values, selector) : undefined;
}

function customEventOf(
  base: EventBase,
  values: readonly unknown[] | undefined,
  selector?: string,
): ReceivedEvent | undefined {
  const [name, bubbles, cancelable, composed, detail] = values ?? [];
  if (typeof name !== "string") return undefined;
  const flags = { bubbles: bubbles === true, cancelable: cancelable === true, composed: composed === true };
  return { type: "dispatchCustomEvent", ...base, name, detail, ...given("selector", selector), ...flags };
}

function baseOf({ id, retry }: { readonly id?: string | undefined; readonly retry?: number | undefined }): EventBase {
  return { ...given("id", id), ...given("retry", retry) };
}

/** A property that is only there when it has a value. */
function given<K extends string, V>(name: K, value: V | undefined): { readonly [name in K]?: V } {
  // TypeScript takes a computed name for any text.
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: V });
}

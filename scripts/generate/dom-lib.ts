/** What TypeScript's own typings of the DOM know of events. It is text here: TypeScript 7 has no API for it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { wordSet } from "./text.js";

// The library lies beside the compiler, in the package for this platform.
const compiler = createRequire(createRequire(import.meta.url).resolve("typescript/package.json"));
const library = readFileSync(
  compiler
    .resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`)
    .replace("package.json", "lib/lib.dom.d.ts"),
  "utf8",
);

function body(name: string): string {
  const text = new RegExp(`^interface ${name}(?: extends [^{]*)? \\{\n([^]*?)^\\}`, "m").exec(library)?.[1];
  if (text === undefined) throw new Error(`lib.dom.d.ts has no interface ${name}.`);
  return text;
}

/** The members of a map of events: names, and the interface of each event. */
const eventsOf = (map: string) =>
  Array.from(body(map).matchAll(/^ {4}"(\w+)": (\w+)/gm), ([, name = "", type = ""]) => [name, type] as const);

const eventMaps = [
  "DocumentEventMap",
  "ElementEventMap",
  "GlobalEventHandlersEventMap",
  "HTMLMediaElementEventMap",
  "HTMLVideoElementEventMap",
  "WindowEventHandlersEventMap",
  "WindowEventMap",
];

/** Where the library says less than the standard, and events that it does not know. */
const otherEvents = {
  appinstalled: "Event",
  beforeinstallprompt: "BeforeInstallPromptEvent",
  command: "CommandEvent",
  freeze: "Event",
  pointerrawupdate: "PointerEvent",
  prerenderingchange: "Event",
  resume: "Event",
  scrollsnapchange: "SnapEvent",
  scrollsnapchanging: "SnapEvent",
  webglcontextlost: "WebGLContextEvent",
  webglcontextrestored: "WebGLContextEvent",
};

/**
 * The events that elements, documents and windows fire, with the interface of each. No attribute can spell capitals.
 */
export const domEvents: ReadonlyMap<string, string> = new Map(
  [...eventMaps.flatMap(eventsOf), ...Object.entries(otherEvents)]
    .filter(([name]) => !/^webkit|[A-Z]/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/**
 * Events that do not bubble and are fired on few elements only: their attributes are declared there. Each one that is
 * declared on all elements costs time for every element that tsc checks.
 */
export const localEvents = {
  canvas: wordSet("contextlost contextrestored webglcontextlost webglcontextrestored"),
  media: wordSet(`
    canplay canplaythrough cuechange durationchange emptied encrypted ended enterpictureinpicture leavepictureinpicture
    loadeddata loadedmetadata loadstart pause play playing progress ratechange seeked seeking stalled suspend timeupdate
    volumechange waiting waitingforkey`),
  /** Of the document and the window; those that pages often listen to are declared on all elements. */
  window: wordSet(`
    afterprint appinstalled beforeinstallprompt beforeprint devicemotion deviceorientation deviceorientationabsolute
    freeze gamepadconnected gamepaddisconnected languagechange messageerror orientationchange pagehide pagereveal
    pageshow pageswap pointerlockchange pointerlockerror prerenderingchange readystatechange rejectionhandled resume
    unhandledrejection unload`),
} as const satisfies { readonly [place: string]: ReadonlySet<string> };

export type Place = keyof typeof localEvents;
export const places = Object.keys(localEvents) as Place[];
export const isLocal = (event: string): boolean => places.some((place) => localEvents[place].has(event));

/** The interface of the Datastar attributes for the events of a place. */
export const localInterface = (place: Place): string =>
  `${place.replace(/^./, (letter) => letter.toUpperCase())}ListenerAttributes`;

/** An event-handler attribute, and its page on MDN. */
export type Handler = readonly [name: string, url: string];

/** For handlers without a page of their own. */
const handlerUrl = "https://developer.mozilla.org/docs/Web/HTML/Reference/Attributes#event_handler_attributes";

const handlersOf = (interfaceName: string): Handler[] =>
  Array.from(
    body(interfaceName).matchAll(/(?:\[MDN Reference\]\((\S+)\)[^]*?\*\/\s+)?^ {4}(on\w+)\??:/gm),
    ([, url = handlerUrl, name = ""]) => [name, url] as const,
  ).filter(([name]) => !name.startsWith("onwebkit"));

/** Newer than the library, and known to one engine only. */
const newerHandlers = ["onpointerrawupdate", "onscrollsnapchange", "onscrollsnapchanging", "onsearch"].map(
  (name): Handler => [name, handlerUrl],
);

const elementHandlers = [...handlersOf("GlobalEventHandlers"), ...newerHandlers].filter(
  ([name], index, all) => all.findIndex(([other]) => other === name) === index,
);
const handlersAt = (place: Place) =>
  elementHandlers.filter(([name]) => localEvents[place].has(name.slice("on".length)));

/** The event-handler attributes of every element. */
export const globalHandlers: readonly Handler[] = elementHandlers.filter(([name]) => !isLocal(name.slice("on".length)));

/** Those of the elements on which an event is fired; `<body>` passes its own on to the window. */
export const localHandlers: { readonly [place in Place]: readonly Handler[] } = {
  canvas: handlersAt("canvas"),
  media: [...handlersAt("media"), ...handlersOf("HTMLMediaElement"), ...handlersOf("HTMLVideoElement")],
  window: handlersOf("WindowEventHandlers"),
};

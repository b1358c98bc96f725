import type { DomEventName } from "../generated/dom-events.js";

// The type names the same events, but a type is gone at run time. A type test keeps the two alike.
// oxfmt-ignore
const list = [
  "abort", "afterprint", "animationcancel", "animationend", "animationiteration", "animationstart", "appinstalled",
  "auxclick", "beforeinput", "beforeinstallprompt", "beforematch", "beforeprint", "beforetoggle", "beforeunload",
  "blur", "cancel", "canplay", "canplaythrough", "change", "click", "close", "command", "compositionend",
  "compositionstart", "compositionupdate", "contextlost", "contextmenu", "contextrestored", "copy", "cuechange",
  "cut", "dblclick", "devicemotion", "deviceorientation", "deviceorientationabsolute", "drag", "dragend",
  "dragenter", "dragleave", "dragover", "dragstart", "drop", "durationchange", "emptied", "encrypted", "ended",
  "enterpictureinpicture", "error", "focus", "focusin", "focusout", "formdata", "freeze",
  "fullscreenchange", "fullscreenerror", "gamepadconnected", "gamepaddisconnected", "gotpointercapture",
  "hashchange", "input", "invalid", "keydown", "keypress", "keyup", "languagechange", "leavepictureinpicture",
  "load", "loadeddata", "loadedmetadata", "loadstart", "lostpointercapture", "message", "messageerror", "mousedown",
  "mouseenter", "mouseleave", "mousemove", "mouseout", "mouseover", "mouseup", "offline", "online",
  "orientationchange", "pagehide", "pagereveal", "pageshow", "pageswap", "paste", "pause", "play", "playing",
  "pointercancel", "pointerdown", "pointerenter", "pointerleave", "pointerlockchange", "pointerlockerror",
  "pointermove", "pointerout", "pointerover", "pointerrawupdate", "pointerup", "popstate", "prerenderingchange",
  "progress", "ratechange", "readystatechange", "rejectionhandled", "reset", "resize", "resume", "scroll",
  "scrollend", "scrollsnapchange", "scrollsnapchanging", "securitypolicyviolation", "seeked", "seeking", "select",
  "selectionchange", "selectstart", "slotchange", "stalled", "storage", "submit", "suspend", "timeupdate",
  "toggle", "touchcancel", "touchend", "touchmove", "touchstart", "transitioncancel", "transitionend",
  "transitionrun", "transitionstart", "unhandledrejection", "unload", "visibilitychange", "volumechange",
  "waiting", "waitingforkey", "webglcontextlost", "webglcontextrestored", "wheel",
] as const satisfies readonly DomEventName[];

/** The events of the DOM that {@link domEvents} lists. */
export type ListedEvent = (typeof list)[number];

/** The events that elements, documents and windows fire. */
export const domEvents: ReadonlySet<string> = new Set(list);

/** Elements that fire `load`, in lower case. */
export const loadingElements: ReadonlySet<string> = new Set(
  "body embed iframe img image input link object script source style svg track use video audio frame frameset".split(
    " ",
  ),
);

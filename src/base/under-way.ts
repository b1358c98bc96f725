// What this package does in this process that may come to an end: a test waits for it.
import { shared } from "./shared.js";

/** Live views that are being rendered, by what errors call them. */
export const viewsUnderWay = shared("views-under-way", () => new Map<object, string>());

/** Streams that are open and whose handlers have not returned. */
export const handlersUnderWay = shared("handlers-under-way", () => new Set<object>());

import { shared } from "./shared.js";

/** Live views that are being rendered in this process, by what errors call them: a test waits for them. */
export const viewsUnderWay = shared("views-under-way", () => new Map<object, string>());

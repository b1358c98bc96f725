export { isDatastarRequest, readForm, readSignals } from "./requests/node.js";
export { sendElements, sendPage, sendScript, sendSignals } from "./responses/node.js";
export type { StreamHandler, StreamOptions } from "./stream/run.js";
export { stream } from "./stream/node.js";

export { Devtools, type DevtoolsProps } from "./devtools.js";
export { devtoolsFeed } from "./feed.js";

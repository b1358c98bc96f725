import { fetch } from "./web.ts";

export default { fetch };

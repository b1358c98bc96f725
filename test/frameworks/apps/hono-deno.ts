import { app } from "./hono.js";

export default { fetch: app.fetch };

// The app as `npm start issue-tracker` serves it: with a database in memory. server.ts has one in a file.
import { createApp } from "./app.js";
import { openDatabase } from "./database.js";
import { seedOnce } from "./seed.js";

const database = openDatabase();
await seedOnce(database);
const { app, hub } = createApp(database);

export default app;
export const hubs = [hub];
export { routes } from "./routes.js";

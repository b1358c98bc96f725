// Exits with 0 when the browser tests can have a Datastar client, else with 1 and what to do about it.
import { findClient } from "./client.js";

try {
  await findClient();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

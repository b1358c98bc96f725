import { shutdown, type StoppableServer } from "datastar-tsx/hub";

/** What is left then, such as a timer, would keep the process from ending; and what is held, the test. */
export function shutdownOnSignal(server: StoppableServer): void {
  process.once("SIGTERM", () => void shutdown(server, { comeBackWithin: 0, timeout: 1_000_000 }));
}

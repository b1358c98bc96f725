import { shutdown, type StoppableServer } from "datastar-tsx/hub";

/** What is left then, such as a timer, would keep the process from ending. */
export function shutdownOnSignal(server: StoppableServer): void {
  process.once("SIGTERM", () => void shutdown(server, { comeBackWithin: 0 }));
}

import type { Command } from "./command.js";

/** A line of the list of commands. */
interface Entry {
  readonly summary: string;
  /** A command is loaded when it is called: others may need packages that are not installed. */
  load(): Promise<Command>;
}

/** All commands, by their names. */
export const commands: { readonly [name: string]: Entry } = {
  check: {
    summary: "checks Datastar expressions with TypeScript",
    load: async () => (await import("./check.js")).check,
  },
  client: {
    summary: "puts the Datastar client of a release into a folder",
    load: async () => (await import("./client.js")).client,
  },
  lsp: {
    summary: "serves editors with what check finds",
    load: async () => (await import("./lsp.js")).lsp,
  },
};

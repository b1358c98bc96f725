import { checkPeers } from "../compile/peers.js";
import { type Command, CommandError, reasonOf } from "./command.js";

export const lsp: Command = {
  help: `Usage: npx datastar-tsx lsp

Serves an editor over stdin and stdout, by the Language Server Protocol: what check finds, while it is typed; the type
of what is under the cursor; names of signals, members and actions.`,

  async run() {
    try {
      checkPeers("datastar-tsx lsp", ["oxc-parser"]);
      const { serveEditor } = await import("../check/editor/language-server.js");
      const hasSaidSo = await serveEditor(process.stdin, process.stdout);
      if (!hasSaidSo) throw new CommandError("The editor has gone without a word: exit comes after shutdown.");
    } catch (error) {
      throw error instanceof CommandError ? error : new CommandError(reasonOf(error), 2);
    }
  },
};

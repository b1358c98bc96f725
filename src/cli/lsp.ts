import { checkPeers } from "../compile/peers.js";
import { type Command, CommandError, reasonOf } from "./command.js";

export const lsp: Command = {
  help: `Usage: npx datastar-tsx lsp

Serves an editor over stdin and stdout, by the Language Server Protocol: what check finds, while it is typed; the type
of what is under the cursor; names of signals, members and actions.`,

  async run() {
    try {
      checkPeers("datastar-tsx lsp", ["oxc-parser"]);
      const { serveEditor } = await import("../check/language-server.js");
      await serveEditor(process.stdin, process.stdout);
    } catch (error) {
      throw new CommandError(reasonOf(error), 2);
    }
  },
};

/**
 * Runs TypeScript and TSX on Node with no other tool: `node --import datastar-tsx/register app.tsx`. Types are
 * stripped, not checked; stack traces lead to the source.
 *
 * @see https://nodejs.org/api/module.html#customization-hooks
 */
import * as module from "node:module";
import { checkPeers, compilerPeers } from "./peers.js";

checkPeers("datastar-tsx/register", [...compilerPeers, "oxc-transform", "@jridgewell/remapping"]);
const { load, resolve } = await import("./node-hooks.js");

process.setSourceMapsEnabled(true);

// The types are those of Node 20.
const registerHooks: unknown = Reflect.get(module, "registerHooks");
if (typeof registerHooks === "function") registerHooks({ resolve, load });
else module.register("./node-hooks.js", import.meta.url);

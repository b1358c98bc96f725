#!/usr/bin/env node
import * as module from "node:module";

// From Node.js 22 on, what has been compiled once is not compiled again: 50 ms less until `check` has begun.
// The types are those of Node 20.
const enableCompileCache: unknown = Reflect.get(module, "enableCompileCache");
if (typeof enableCompileCache === "function") enableCompileCache();

const { run } = await import("./run.js");
process.exitCode = await run(process.argv.slice(2));

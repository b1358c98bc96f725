import { finished } from "vitest";

for (const file of Deno.args) await import(file);
console.log(JSON.stringify(await finished()));

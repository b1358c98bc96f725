import { defineNitroConfig } from "nitro/config";

export default defineNitroConfig({
  esbuild: { options: { jsx: "automatic", jsxImportSource: "datastar-tsx" } },
  routeRules: { "/**": { headers: { "x-app": "counter" } } },
});

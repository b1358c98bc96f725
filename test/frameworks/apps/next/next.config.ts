import type { NextConfig } from "next";

export default {
  // It would hold events back.
  compress: false,
  headers: async () => [{ source: "/(.*)", headers: [{ key: "x-app", value: "counter" }] }],
} satisfies NextConfig;

import type { NextConfig } from "next";

export default {
  headers: async () => [{ source: "/(.*)", headers: [{ key: "x-app", value: "counter" }] }],
} satisfies NextConfig;

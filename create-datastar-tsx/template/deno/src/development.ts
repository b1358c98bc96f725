export const isDevelopment = Deno.env.get("NODE_ENV") !== "production";

// Wrangler fills it in.
declare const process: { readonly env: { readonly NODE_ENV: string } };

export const isDevelopment = process.env.NODE_ENV !== "production";

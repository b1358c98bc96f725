interface Runtime {
  readonly process?: { readonly env?: { readonly NODE_ENV?: string | undefined } | undefined };
}

/** Whether this is no development, whatever was imported. */
export function isProduction(): boolean {
  return (globalThis as Runtime).process?.env?.NODE_ENV === "production";
}

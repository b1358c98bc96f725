import { type Child, createNonce, DatastarScript } from "datastar-tsx";
import { style } from "./style.ts";

interface LayoutProps {
  readonly title: string;
  readonly nonce: string | undefined;
  readonly children: Child;
}

/** The document around every page. */
export const Layout = ({ title, nonce, children }: LayoutProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      <style nonce={nonce}>{style}</style>
      <DatastarScript nonce={nonce} />
    </head>
    <body>{children}</body>
  </html>
);

/** The options of a page: scripts and styles of this app run, and nothing else does. */
export function strictPolicy() {
  const nonce = createNonce();
  const policy = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "style-src": `'nonce-${nonce}'`,
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return { nonce, policy };
}

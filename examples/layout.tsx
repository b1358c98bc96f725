// The page around each example.
import { type Child, contentSecurityPolicy, createNonce, DatastarScript, pageResponse } from "datastar-tsx";

/** A page with this title and content. */
export const page = (title: string, content: Child): Promise<Response> =>
  shell(
    title,
    <main>
      <h1>{title}</h1>
      {content}
    </main>,
  );

/** A page with this body. It runs the scripts that the server has sent, and loads nothing from elsewhere. */
export function shell(title: string, body: Child): Promise<Response> {
  const nonce = createNonce();
  const policy = contentSecurityPolicy(nonce, {
    "default-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "img-src": "'self' data: blob:",
    "require-trusted-types-for": "'script'",
  });
  return pageResponse(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <DatastarScript nonce={nonce} />
      </head>
      <body>{body}</body>
    </html>,
    { nonce, headers: { "content-security-policy": policy } },
  );
}

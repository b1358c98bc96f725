// The page around each example.
import { type Child, DatastarScript, pageResponse } from "datastar-tsx";

/** What needs the nonce of its page, for scripts of its own, is given as a function. */
type Content = Child | ((nonce: string) => Child);

/** A page with this title and content. */
export const page = (title: string, content: Content): Promise<Response> =>
  shell(title, (nonce) => (
    <main>
      <h1>{title}</h1>
      {typeof content === "function" ? content(nonce) : content}
    </main>
  ));

/** A page with this body. It runs the scripts that the server has sent, and loads nothing from elsewhere. */
export const shell = (title: string, body: Content): Promise<Response> =>
  pageResponse(
    (nonce) => (
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
        <body>{typeof body === "function" ? body(nonce) : body}</body>
      </html>
    ),
    {
      nonce: true,
      policy: {
        "default-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
        "img-src": "'self' data: blob:",
        "require-trusted-types-for": "'script'",
      },
    },
  );

import { type Child, DatastarScript, js } from "datastar-tsx";
import { routes } from "../routes.js";
import { net } from "../signals.js";
import type { User } from "../users.js";

interface LayoutProps {
  readonly title: string;
  readonly nonce: string;
  readonly user?: User | undefined;
  readonly children: Child;
}

/** The page around everything. */
export const Layout = ({ title, nonce, user, children }: LayoutProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>{title} · Tracker</title>
      <link rel="stylesheet" href={routes.stylesheet.url()} />
      <link rel="icon" href={routes.icon.url()} type="image/svg+xml" />
      <DatastarScript nonce={nonce} />
    </head>
    <body data-signals={net}>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="site">
        <a class="brand" href={routes.issues.url()}>
          <img src={routes.icon.url()} alt="" width="24" height="24" /> Tracker
        </a>
        {user && (
          <form method="post" action={routes.logout.url()}>
            <span class="avatar" aria-hidden="true">
              {user.name[0]}
            </span>
            <span class="who">{user.name}</span>
            <button class="quiet">Log out</button>
          </form>
        )}
      </header>
      <p class="offline" role="status" hidden data-attr={{ hidden: js`!${net._offline}` }}>
        No connection. What you see may be old.
      </p>
      <main id="content">{children}</main>
      <div id="toasts" role="status" />
    </body>
  </html>
);

/** A message that goes away by itself. */
export const Toast = ({ children }: { readonly children: Child }) => (
  <p class="toast" data-init={{ do: "el.remove()", delay: "6s" }}>
    {children}
  </p>
);

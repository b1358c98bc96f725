import { text } from "../../text.js";
import type { Holes } from "./data.js";

export const render = ({ title, user, count }: Holes) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{text(title)}</title>
      <link rel="stylesheet" href="/assets/reset.css" />
      <link rel="stylesheet" href="/assets/layout.css" />
      <link rel="stylesheet" href="/assets/theme.css" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </head>
    <body class="app">
      <header class="header" role="banner">
        <a class="logo" href="/">
          <img src="/logo.svg" alt="Logo" width="120" height="32" loading="lazy" />
        </a>
        <nav class="menu" aria-label="Main">
          <ul>
            <li class="menu-item">
              <a class="menu-link" href="/inbox">
                Inbox
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/drafts">
                Drafts
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/sent">
                Sent
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/archive">
                Archive
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/spam">
                Spam
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/trash">
                Trash
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/settings">
                Settings
              </a>
            </li>
            <li class="menu-item">
              <a class="menu-link" href="/help">
                Help
              </a>
            </li>
          </ul>
        </nav>
        <p class="user">
          Signed in as <strong>{text(user)}</strong>
        </p>
      </header>
      <main class="main" id="main">
        <h1 class="title">Messages</h1>
        <p class="lead">
          You have <em>{count}</em> unread messages.
        </p>
        <section class="card" id="card-1">
          <h2 class="card-title">Section 1</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/1">
            Read more
          </a>
        </section>
        <section class="card" id="card-2">
          <h2 class="card-title">Section 2</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/2">
            Read more
          </a>
        </section>
        <section class="card" id="card-3">
          <h2 class="card-title">Section 3</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/3">
            Read more
          </a>
        </section>
        <section class="card" id="card-4">
          <h2 class="card-title">Section 4</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/4">
            Read more
          </a>
        </section>
        <section class="card" id="card-5">
          <h2 class="card-title">Section 5</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/5">
            Read more
          </a>
        </section>
        <section class="card" id="card-6">
          <h2 class="card-title">Section 6</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/6">
            Read more
          </a>
        </section>
        <section class="card" id="card-7">
          <h2 class="card-title">Section 7</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/7">
            Read more
          </a>
        </section>
        <section class="card" id="card-8">
          <h2 class="card-title">Section 8</h2>
          <p class="card-text">Everything here is the same on every request, whoever asks.</p>
          <a class="button" href="/sections/8">
            Read more
          </a>
        </section>
      </main>
      <footer class="footer" role="contentinfo">
        <div class="footer-column">
          <h3 class="footer-title">Product</h3>
          <ul class="footer-list">
            <li>
              <a class="footer-link" href="/overview">
                Overview
              </a>
            </li>
            <li>
              <a class="footer-link" href="/pricing">
                Pricing
              </a>
            </li>
            <li>
              <a class="footer-link" href="/customers">
                Customers
              </a>
            </li>
            <li>
              <a class="footer-link" href="/changelog">
                Changelog
              </a>
            </li>
            <li>
              <a class="footer-link" href="/status">
                Status
              </a>
            </li>
          </ul>
        </div>
        <div class="footer-column">
          <h3 class="footer-title">Company</h3>
          <ul class="footer-list">
            <li>
              <a class="footer-link" href="/about">
                About
              </a>
            </li>
            <li>
              <a class="footer-link" href="/careers">
                Careers
              </a>
            </li>
            <li>
              <a class="footer-link" href="/press">
                Press
              </a>
            </li>
            <li>
              <a class="footer-link" href="/partners">
                Partners
              </a>
            </li>
            <li>
              <a class="footer-link" href="/contact">
                Contact
              </a>
            </li>
          </ul>
        </div>
        <div class="footer-column">
          <h3 class="footer-title">Resources</h3>
          <ul class="footer-list">
            <li>
              <a class="footer-link" href="/documentation">
                Documentation
              </a>
            </li>
            <li>
              <a class="footer-link" href="/guides">
                Guides
              </a>
            </li>
            <li>
              <a class="footer-link" href="/api-reference">
                API reference
              </a>
            </li>
            <li>
              <a class="footer-link" href="/community">
                Community
              </a>
            </li>
            <li>
              <a class="footer-link" href="/support">
                Support
              </a>
            </li>
          </ul>
        </div>
        <div class="footer-column">
          <h3 class="footer-title">Legal</h3>
          <ul class="footer-list">
            <li>
              <a class="footer-link" href="/terms">
                Terms
              </a>
            </li>
            <li>
              <a class="footer-link" href="/privacy">
                Privacy
              </a>
            </li>
            <li>
              <a class="footer-link" href="/cookies">
                Cookies
              </a>
            </li>
            <li>
              <a class="footer-link" href="/licences">
                Licences
              </a>
            </li>
            <li>
              <a class="footer-link" href="/security">
                Security
              </a>
            </li>
          </ul>
        </div>
      </footer>
    </body>
  </html>
);

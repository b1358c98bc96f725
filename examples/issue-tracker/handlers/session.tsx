// Who comes in, who goes, and who may stay.
import { readForm, redirectResponse } from "datastar-tsx";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Database } from "../database.js";
import { Destination } from "../forms.js";
import type { Live } from "../live.js";
import { type Env, page } from "../respond.js";
import { routes } from "../routes.js";
import { endSession, hashToken, sessionSeconds, startSession, userOfSession } from "../sessions.js";
import { findByPassword } from "../users.js";
import { LoginPage } from "../views/login-page.js";

const cookie = "session";

/** Lets those pass who are logged in. Others are led to the login, and from there back. */
export const loggedIn = (database: Database) =>
  createMiddleware<Env>(async (c, next) => {
    const session = getCookie(c, cookie) ?? "";
    const user = userOfSession(database, session);
    if (user === undefined) {
      const { pathname, search } = new URL(c.req.url);
      const then = c.req.method === "GET" && !pathname.endsWith("/feed") ? pathname + search : undefined;
      return redirectResponse(routes.loginPage.url({ then }), { request: c.req.raw });
    }
    c.set("user", user);
    c.set("session", session);
    return next();
  });

export const sessionHandlers = (database: Database, live: Live) =>
  new Hono()
    .on(routes.loginPage.method, routes.loginPage.path, (c) => {
      const then = Destination.parse(c.req.query("then"));
      return page(c, (nonce) => <LoginPage nonce={nonce} then={then} />);
    })

    .on(routes.login.method, routes.login.path, async (c) => {
      const { name, password, then } = await readForm(c.req.raw, routes.login.form);
      const user = await findByPassword(database, name, password);
      if (user === undefined) return page(c, (nonce) => <LoginPage nonce={nonce} then={then} failed={name} />, 401);
      // A proxy that ends HTTPS says so. Whoever forges it gets a cookie that their own browser does not send.
      const isSecure = c.req.url.startsWith("https:") || c.req.header("x-forwarded-proto") === "https";
      setCookie(c, cookie, startSession(database, user), {
        httpOnly: true,
        sameSite: "Lax",
        secure: isSecure,
        path: "/",
        maxAge: sessionSeconds,
      });
      return redirectResponse(then, { request: c.req.raw });
    })

    .on(routes.logout.method, routes.logout.path, async (c) => {
      const session = getCookie(c, cookie) ?? "";
      endSession(database, session);
      deleteCookie(c, cookie, { path: "/" });
      // In all tabs that are open.
      await live.hub.redirect(`session:${hashToken(session)}`, routes.loginPage.url());
      return redirectResponse(routes.loginPage.url(), { request: c.req.raw });
    });

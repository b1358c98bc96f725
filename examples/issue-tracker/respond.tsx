// What all handlers answer with.
import {
  elementsResponse,
  isDatastarRequest,
  type PageElements,
  pageResponse,
  redirectResponse,
  type Url,
} from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import type { Context } from "hono";
import type { User } from "./users.js";
import { Toast } from "./views/layout.js";

/** What is known of whoever asks. */
export interface Env {
  readonly Variables: { readonly user: User; readonly session: string };
}

/** Compresses what a client takes compressed. */
export const compress = compression();

// Scripts run with the nonce of the page. All else comes from here, and no other site puts these pages into a frame.
const policy = {
  "default-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'self'",
  "require-trusted-types-for": "'script'",
};

export function page(c: Context, content: PageElements<string>, status = 200): Promise<Response> {
  return pageResponse(content, { nonce: true, policy, status, compression: compress, request: c.req.raw });
}

/** After a command: an action gets a reply and stays on its page, a browser without JavaScript goes to another one. */
export function done(c: Context, next: Url, reply: () => Response): Response {
  return isDatastarRequest(c.req.raw) ? reply() : redirectResponse(next, { request: c.req.raw });
}

export function toast(message: string): Promise<Response> {
  return elementsResponse(<Toast>{message}</Toast>, { selector: "#toasts", mode: "append" });
}

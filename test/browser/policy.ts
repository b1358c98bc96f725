import { contentSecurityPolicy } from "datastar-tsx";
import type { Page } from "playwright-core";
import { behaviours, isAmong } from "../../src/base/client-versions.js";
import { versionOf } from "./client.js";

/** Whether the client compiles expressions under the nonce of the page, or else needs `'unsafe-eval'`. */
export const takesNonce = isAmong(versionOf(), behaviours.pageNonce);

export const nonce = "r4nd0m";

/** The strictest policy that pages of this client can have. */
export const policy = takesNonce
  ? contentSecurityPolicy(nonce, { "require-trusted-types-for": "'script'" })
  : contentSecurityPolicy(nonce, { "script-src": `'nonce-${nonce}' 'unsafe-eval'` });

/** What the policy refuses becomes a problem of the page. */
export async function reportViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`The policy has refused: ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
}

/** Has all pages of a site that knows nothing of it sent with the policy. */
export async function underPolicy(page: Page): Promise<void> {
  await reportViolations(page);
  // Scripts of the site have no nonce, which older clients would have to give them.
  const strict = takesNonce ? policy : policy.replace("'unsafe-eval'", "'unsafe-eval' 'strict-dynamic'");
  await page.route("**", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text())
      .replace("<html", takesNonce ? `<html data-nonce="${nonce}"` : "<html")
      .replaceAll("<script", `<script nonce="${nonce}"`);
    await route.fulfill({ response, body, headers: { ...response.headers(), "content-security-policy": strict } });
  });
}

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

// Pages under a Content-Security-Policy: what they tell the browser, and what they tell the client.
import { contentSecurityPolicy, createNonce, type PageReplyOptions, pageResponse } from "datastar-tsx";
import { sendPage } from "datastar-tsx/node";
import { describe, expect, expectTypeOf, test } from "vitest";
import { open } from "../support/client.js";
import { listen } from "../support/servers.js";

const page = (nonce?: string) => (
  <html lang="en">
    <script nonce={nonce}>a()</script>
  </html>
);

describe("a policy", () => {
  test("lets scripts run that have its nonce, and no others", () => {
    expect(contentSecurityPolicy("r4nd0m")).toBe("script-src 'nonce-r4nd0m'; object-src 'none'; base-uri 'none'");
  });

  test("takes more directives, and others in place of its own", () => {
    const directives = {
      "img-src": "'self' data:",
      "base-uri": "'self'",
      "object-src": undefined,
      "upgrade-insecure-requests": "",
    };
    expect(contentSecurityPolicy("r4nd0m", directives)).toBe(
      "script-src 'nonce-r4nd0m'; base-uri 'self'; img-src 'self' data:; upgrade-insecure-requests",
    );
  });

  test.each(["", "a b", "a'; script-src *", "a\r\nb", "größe", "a=b"])("refuses the nonce %j", (nonce) => {
    expect(() => contentSecurityPolicy(nonce)).toThrow(
      `A nonce is text in Base64, not ${JSON.stringify(nonce)}: createNonce() makes one.`,
    );
  });

  test.each([
    ["img-src", "*; script-src *"],
    ["img-src", "a\nb"],
    ["img-src", "a, script-src *"],
  ])("refuses %s %j, which would end the directive", (name, sources) => {
    expect(() => contentSecurityPolicy("a", { [name]: sources })).toThrow(`The sources of ${name}`);
  });

  test("refuses what is no directive", () => {
    expect(() => contentSecurityPolicy("a", { "img src": "*" })).toThrow('"img src" is no directive of a policy.');
  });
});

test("a nonce is 128 random bits in Base64", () => {
  const nonces = Array.from({ length: 100 }, createNonce);
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
});

describe("a page with a nonce", () => {
  test("its function gets text by the types, and without the option perhaps nothing", async () => {
    await pageResponse((nonce) => (expectTypeOf(nonce).toEqualTypeOf<string>(), (<p>{nonce}</p>)), { nonce: true });
    await pageResponse((nonce) => (expectTypeOf(nonce).toEqualTypeOf<string | undefined>(), (<p>{nonce}</p>)));
    const options: PageReplyOptions = {};
    await pageResponse((nonce) => (expectTypeOf(nonce).toEqualTypeOf<string | undefined>(), (<p>{nonce}</p>)), options);
    // @ts-expect-error
    await pageResponse((nonce: string) => <p>{nonce}</p>);
  });

  const html = (nonce: string): string =>
    `<!DOCTYPE html><html data-nonce="${nonce}" lang="en"><script nonce="${nonce}">a()</script></html>`;
  const policy = (nonce: string): string => `script-src 'nonce-${nonce}'; object-src 'none'; base-uri 'none'`;

  test("tells it to the client and to the browser", async () => {
    const response = await pageResponse(page, { nonce: "r4nd0m" });
    expect(response.headers.get("content-security-policy")).toBe(policy("r4nd0m"));
    expect(await response.text()).toBe(html("r4nd0m"));
  });

  test("has one of its own when asked for one", async () => {
    const seen = await Promise.all(
      [1, 2].map(async () => {
        const response = await pageResponse(page, { nonce: true });
        const nonce = /'nonce-(.*?)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
        expect(await response.text()).toBe(html(nonce));
        return nonce;
      }),
    );
    expect(seen[0]).not.toBe(seen[1]);
  });

  test("keeps a policy of the program that names it", async () => {
    const own = contentSecurityPolicy("r4nd0m", { "img-src": "'self'" });
    const response = await pageResponse(page, { nonce: "r4nd0m", headers: { "Content-Security-Policy": own } });
    expect(response.headers.get("content-security-policy")).toBe(own);
  });

  test("has the directives that are asked for besides", async () => {
    const response = await pageResponse(page, {
      nonce: "r4nd0m",
      policy: { "img-src": "'self'", "base-uri": undefined },
    });
    expect(response.headers.get("content-security-policy")).toBe(
      "script-src 'nonce-r4nd0m'; object-src 'none'; img-src 'self'",
    );
  });

  test("refuses directives where they would do nothing", () => {
    const policy = { "img-src": "'self'" };
    expect(() => pageResponse(page, { policy })).toThrow("The option policy is for a page with a nonce");
    const headers = { "content-security-policy": contentSecurityPolicy("r4nd0m") };
    expect(() => pageResponse(page, { nonce: "r4nd0m", policy, headers })).toThrow(
      "from the option policy, or from the header",
    );
  });

  test("refuses a policy that does not: the client would not start", () => {
    const headers = { "content-security-policy": "script-src 'self'" };
    expect(() => pageResponse(page, { nonce: "r4nd0m", headers })).toThrow("does not name the nonce of the page");
  });

  test("refuses an empty one: the client would not start", () => {
    expect(() => pageResponse(page, { nonce: "" })).toThrow('A nonce is text in Base64, not ""');
  });

  test("needs a root to put it on", async () => {
    const errors: unknown[] = [];
    const response = await pageResponse(<main />, { nonce: true, onError: (error) => void errors.push(error) });
    expect(response.status).toBe(500);
    expect(String(errors[0])).toContain("A page with a nonce needs <html> as its only root");
  });

  test("on Node.js", async () => {
    const url = await listen((_, response) => sendPage(response, page, { nonce: "r4nd0m" }));
    const reply = await open(url);
    expect(reply.headers["content-security-policy"]).toBe(policy("r4nd0m"));
    expect(await reply.text()).toBe(html("r4nd0m"));
  });

  test("on Node.js, with a policy that was set on the response before", async () => {
    const own = contentSecurityPolicy("r4nd0m", { "img-src": "'self'" });
    const url = await listen((_, response) => {
      response.setHeader("Content-Security-Policy", own);
      return sendPage(response, page, { nonce: "r4nd0m" });
    });
    expect((await open(url)).headers["content-security-policy"]).toBe(own);
  });

  test("on Node.js, with directives in place of a policy that was set before for all that is no page", async () => {
    const url = await listen((_, response) => {
      response.setHeader("Content-Security-Policy", "default-src 'none'");
      return sendPage(response, page, { nonce: "r4nd0m", policy: { "img-src": "'self'" } });
    });
    expect((await open(url)).headers["content-security-policy"]).toBe(`${policy("r4nd0m")}; img-src 'self'`);
  });
});

test("a page without a nonce has no policy", async () => {
  const response = await pageResponse(page());
  expect(response.headers.has("content-security-policy")).toBe(false);
  expect(await response.text()).toBe('<!DOCTYPE html><html lang="en"><script>a()</script></html>');
});

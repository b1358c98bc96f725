import fc from "fast-check";
import { expect, test } from "vitest";
import { preferredEncoding } from "../../src/stream/accept-encoding.js";

const offered = ["br", "zstd", "gzip", "deflate"];

test.each<[header: string, chosen: string | undefined]>([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["x-gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.9", "gzip"],
  ["br; q=0.5 , gzip ;q=0.50", "br"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0", undefined],
  ["*", "br"],
  ["*, br;q=0", "zstd"],
  ["*;q=0.1, gzip", "gzip"],
  ["*;q=0", undefined],
  ["identity", undefined],
  ["identity, br", "br"],
  ["identity, br;q=0.9", undefined],
  ["identity;q=0, deflate;q=0.1", "deflate"],
  ["identity;q=0, lzma", undefined],
  ["", undefined],
  ["compress, sdch", undefined],
  ["br;q=2, gzip", "gzip"],
  ["br;q=x", undefined],
  ["br;level=3", undefined],
  [",, ,gzip,", "gzip"],
])("%j: %s", (header, chosen) => {
  expect(preferredEncoding(header, offered)).toBe(chosen);
});

test("the order of what is offered decides between equals", () => {
  expect(preferredEncoding("br, gzip", ["gzip", "br"])).toBe("gzip");
});

const weights = fc.dictionary(fc.constantFrom(...offered, "identity", "lzma"), fc.integer({ min: 0, max: 1000 }), {
  maxKeys: 6,
});

test("never what the client refuses, never what it has not named, never anything that it likes less than another", () => {
  fc.assert(
    fc.property(weights, (weights) => {
      const header = Object.entries(weights)
        .map(([name, weight]) => `${name};q=${(weight / 1000).toFixed(3)}`)
        .join(", ");
      const chosen = preferredEncoding(header, offered);
      const best = Math.max(0, ...offered.map((name) => weights[name] ?? 0));
      const identity = weights["identity"] ?? 0;
      if (chosen === undefined) expect(best === 0 || identity > best).toBe(true);
      else expect(weights[chosen]).toBe(Math.max(best, 1));
    }),
  );
});

test("any header at all is read without an error", () => {
  fc.assert(fc.property(fc.string(), (header) => [...offered, undefined].includes(preferredEncoding(header, offered))));
});

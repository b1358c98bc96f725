import type { Url } from "datastar-tsx";
import { get, js, signals, url } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileSource } from "./hostile-source.js";

const { id, tab } = signals({ id: 1, tab: "all" });

describe("server values are encoded at once", () => {
  test.each<[what: string, made: Url, href: string]>([
    ["no value", url`/todos`, "/todos"],
    ["a number", url`/todos/${7}`, "/todos/7"],
    [
      "a number whose plus a query would read as a space",
      url`/todos?n=${1e21}&m=${-1e21}`,
      "/todos?n=1e%2B21&m=-1e%2B21",
    ],
    ["a bigint", url`/todos/${7n}`, "/todos/7"],
    ["a boolean", url`/todos?done=${true}`, "/todos?done=true"],
    ["text in the path", url`/tags/${"a/b?c#d e"}/edit`, "/tags/a%2Fb%3Fc%23d%20e/edit"],
    ["text in the query", url`/search?q=${"a&b=c+d"}`, "/search?q=a%26b%3Dc%2Bd"],
    ["text in the fragment", url`/page#${"a b"}`, "/page#a%20b"],
    ["an apostrophe", url`/tags/${"it's"}`, "/tags/it%27s"],
    ["what is encoded already", url`/tags/${"%2e%2e"}`, "/tags/%252e%252e"],
    ["a lone surrogate", url`/tags/${"\ud800"}`, "/tags/%EF%BF%BD"],
    ["a whole character", url`/tags/${"👍"}`, "/tags/%F0%9F%91%8D"],
    ["a host", url`https://example.com/${"a"}`, "https://example.com/a"],
    ["a query", url`/search?${new URLSearchParams({ q: "a b&c", tag: "it's" })}`, "/search?q=a+b%26c&tag=it%27s"],
    ["another URL, as it is", url`${url`/todos/${"a/b"}`}/edit`, "/todos/a%2Fb/edit"],
    ["an empty value in the query", url`/search?q=${""}`, "/search?q="],
    ["dots in the query", url`/search?q=${".."}`, "/search?q=.."],
    ["dots in a longer segment", url`/files/${".."}.txt`, "/files/...txt"],
    ["more dots than two", url`/files/${"..."}`, "/files/..."],
    ["a slash behind a question mark", url`/search?path=/${""}`, "/search?path=/"],
  ])("%s", (_, made, href) => {
    expect(made.href).toBe(href);
    expect(String(<a href={made}>x</a>)).toBe(`<a href="${href.replaceAll("&", "&amp;")}">x</a>`);
  });

  test("in an action the URL is a literal", () => {
    expect(String(get(url`/todos/${"it's @home(now)"}`))).toBe("@get('/todos/it%27s%20%40home(now)')");
  });
});

describe("signals are encoded in the browser", () => {
  test.each<[what: string, made: Url, source: string]>([
    ["in the path", url`/todos/${id}`, "'/todos/' + encodeURIComponent($id)"],
    ["in the middle", url`/todos/${id}/edit`, "'/todos/' + encodeURIComponent($id) + '/edit'"],
    ["beside a server value", url`/todos/${7}?tab=${tab}`, "'/todos/7?tab=' + encodeURIComponent($tab)"],
    ["two in a row", url`/${id}${tab}`, "'/' + encodeURIComponent($id) + encodeURIComponent($tab)"],
    ["an expression", url`/todos/${js`${id} + 1`}`, "'/todos/' + encodeURIComponent($id + 1)"],
    ["at the start", url`${tab}/x`, "encodeURIComponent($tab) + '/x'"],
    [
      "behind text that a literal escapes",
      url`/it's;${7}/${tab}@a`,
      String.raw`'/it\x27s\x3b7/' + encodeURIComponent($tab) + '\x40a'`,
    ],
    [
      "behind another URL with such text",
      url`${url`/$a'`}/${tab}`,
      String.raw`'/\x24a\x27/' + encodeURIComponent($tab)`,
    ],
  ])("%s", (_, made, source) => {
    expect(made.source).toBe(source);
    expect(made.href).toBe(undefined);
    expect(String(get(made))).toBe(`@get(${source})`);
  });
});

describe("refuses", () => {
  const segment = (template: string, text: string) =>
    `url\`${template}\`: "${text}" as a path segment would name another path.`;
  const kind = (template: string, name: string) =>
    `url\`${template}\`: ${name} cannot be part of a URL; pass a string, a number or a signal.`;

  test.each<[what: string, make: () => Url, message: string]>([
    ["an empty segment at the end", () => url`/todos/${""}`, segment("/todos/${…}", "")],
    [
      "an empty segment at the start, which would name a host",
      () => url`/${""}/example.com`,
      segment("/${…}/example.com", ""),
    ],
    ["this directory", () => url`/files/${"."}`, segment("/files/${…}", ".")],
    ["the directory above", () => url`/files/${".."}/secret`, segment("/files/${…}/secret", "..")],
    ["before a query", () => url`/files/${".."}?a=b`, segment("/files/${…}?a=b", "..")],
    ["behind another value", () => url`/${"a"}/${".."}`, segment("/${…}/${…}", "..")],
    ["behind a signal", () => url`/${id}/${".."}`, segment("/${…}/${…}", "..")],
    ["behind another URL", () => url`${url`/files/`}${".."}`, segment("${…}${…}", "..")],
    ["null", () => url`/todos/${null as never}`, kind("/todos/${…}", "null")],
    ["undefined", () => url`/todos/${undefined as never}`, kind("/todos/${…}", "undefined")],
    ["an object", () => url`/todos/${{ id: 1 } as never}`, kind("/todos/${…}", "a plain object with id in it")],
    ["an array", () => url`/todos/${[1] as never}`, kind("/todos/${…}", "an Array")],
    ["a date", () => url`/todos/${new Date(0) as never}`, kind("/todos/${…}", "a Date")],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe("any text is one part of the URL, and comes back from it", () => {
  const received = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

  test("in the path", () => {
    fc.assert(
      fc.property(hostileSource, (text) => {
        fc.pre(!["", ".", ".."].includes(text));
        const { pathname, search, hash } = new URL(url`/a/${text}/b`.href ?? "", "http://example.com");
        expect([...pathname.split("/").map(decodeURIComponent), search, hash]).toEqual([
          "",
          "a",
          received(text),
          "b",
          "",
          "",
        ]);
      }),
    );
  });

  test("in the query", () => {
    fc.assert(
      fc.property(hostileSource, hostileSource, (text, other) => {
        const { searchParams, hash } = new URL(url`/a?b=${text}&c=${other}`.href ?? "", "http://example.com");
        expect([...searchParams, hash]).toEqual([["b", received(text)], ["c", received(other)], ""]);
      }),
    );
  });

  test("when the browser encodes it", () => {
    fc.assert(
      fc.property(hostileSource, (text) => {
        fc.pre(received(text) === text);
        const made: unknown = Function("$tab", `return ${url`/a?b=${tab}`.source}`)(text);
        expect([...new URL(String(made), "http://example.com").searchParams]).toEqual([["b", text]]);
      }),
    );
  });
});

describe("a segment that would name another path is refused, whatever it is made of", () => {
  const dot = url`.`;

  test.each<[segment: string, write: () => Url]>([
    ["..", () => url`/files/.${"."}`],
    ["..", () => url`/files/${"."}.`],
    ["..", () => url`/files/${"."}${"."}/x`],
    [".", () => url`/files/${""}.${""}`],
    ["..", () => url`/files/${"."}${""}.?q=1`],
    ["%2e.", () => url`/files/%2e${"."}`],
    [".%2E", () => url`/files/${"."}%2E`],
    ["", () => url`/files/${""}${""}/x`],
    ["..", () => url`${".."}/x`],
    ["..", () => url`x/${".."}#top`],
    ["..", () => url`/files/${dot}.`],
    ["..", () => url`/files/.${dot}`],
    ["..", () => url`/files/${url`..`}/x`],
    ["..", () => url`${url`/files/.`}.`],
    ["..", () => url`${id}/${".."}`],
  ])("%j: %s", (segment, write) => {
    expect(write).toThrow(`${JSON.stringify(segment)} as a path segment would name another path.`);
  });

  test.each<[url: Url, href: string]>([
    [url`/files/${"..."}`, "/files/..."],
    [url`/files/.${"a"}`, "/files/.a"],
    [url`/files/.${"%2e"}`, "/files/.%252e"],
    [url`/files/v${1}.${2}`, "/files/v1.2"],
    [url`/x?path=.${"."}`, "/x?path=.."],
    [url`/x#${""}`, "/x#"],
    [url`${""}/x`, "/x"],
    [url`${url`../x`}/${1}`, "../x/1"],
    [url`${url`https://a.example//b`}/c`, "https://a.example//b/c"],
    [url`/x${new URLSearchParams()}`, "/x"],
  ])("%s is as it is written", (url, href) => {
    expect(url.href).toBe(href);
  });

  test("a value within a percent-encoded character is refused", () => {
    expect(() => url`/files/%2${"e"}`).toThrow(
      "url`/files/%2${…}` has a value within a percent-encoded character; write % as %25.",
    );
    expect(() => url`/files/%${2}e`).toThrow("within a percent-encoded character");
  });

  test("no values make a path of dots", () => {
    const part = fc.constantFrom("", ".", "..", "%2e", "a", "/", "é", 1, true, dot, url`a/.`, url`../b`);
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        for (const write of [
          () => url`/x/${a}${b}/${c}`,
          () => url`/x/.${a}/${b}.${c}?${a}`,
          () => url`/x/${a}%2e${b}/y/${c}`,
        ]) {
          let made: Url;
          try {
            made = write();
          } catch (error) {
            expect(String(error)).toContain("would name another path");
            continue;
          }
          const { pathname } = new URL(made.href ?? "", "https://a.example");
          expect(pathname).toMatch(/^\/x\//);
          // What a Url holds by itself was written out.
          if (![a, b, c].some((value) => typeof value === "object"))
            expect(pathname.split("/").length).toBe((made.href ?? "").split("?")[0]?.split("/").length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("as text, it is the URL: a redirection takes no quotes for a part of it", () => {
  expect(String(url`/todos/${"a b"}`)).toBe("/todos/a%20b");
});

describe("a URL that would name another host", () => {
  test.each([() => url`${url`/`}/${"evil.com"}`, () => url`/${url`/evil.com`}`, () => url`/${url`\\evil.com`}`])(
    "is an error: %#",
    (write) => {
      expect(write).toThrow(/would name another host/);
    },
  );

  test("is none where the program has written it so", () => {
    expect(url`//cdn.example/${"a"}`.href).toBe("//cdn.example/a");
    expect(url`${url`//cdn.example`}/a`.href).toBe("//cdn.example/a");
  });
});

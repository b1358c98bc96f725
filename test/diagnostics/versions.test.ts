// The manual's matrix of versions is what the tables and the checks say, and no check raises an alarm with a client for
// which there is no mistake.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { behaviours, integrityOf, isAmong } from "../../src/base/client-versions.js";
import { useClient } from "../../src/base/configure-client.js";
import { checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { actionVersions } from "../../src/expressions/action-names.js";

afterEach(() => useClient({}));

const versions = ["1.0.0", "1.0.1", "1.0.2", "1.0.4"];

interface Row {
  readonly what: string;
  readonly isSo: (version: string) => boolean;
  /** What stands in the cells: where it is so, and where not. */
  readonly words: readonly [yes: string, no: string];
  readonly toolkit: string;
  /** The source of an expression that is right where it is so, and a mistake where not. */
  readonly source?: string;
}

const rows: readonly Row[] = [
  {
    what: "`@name(` in a string",
    isSo: (version) => !isAmong(version, behaviours.callsInStrings),
    words: ["text", "a call"],
    toolkit: "an error where it is a call; what `js` makes of data is text for all",
    source: "$to = 'mail @home(now)'",
  },
  {
    what: "`@name(` in a template literal with `${`",
    isSo: () => false,
    words: ["text", "a call"],
    toolkit: "an error",
    source: "$to = `mail @home(${$a})`",
  },
  {
    what: "`@query`",
    isSo: (version) => isAmong(version, actionVersions("query")),
    words: ["yes", "no"],
    toolkit: "`query()`; an error where there is none",
    source: "@query('/x')",
  },
  {
    what: "a page's nonce in place of `'unsafe-eval'`",
    isSo: (version) => isAmong(version, behaviours.pageNonce),
    words: ["yes", "no"],
    toolkit: "`pageResponse(page, { nonce: true })`; development says where it does not work",
  },
  {
    what: "Rocket",
    isSo: (version) => isAmong(version, behaviours.rocket),
    words: ["yes", "no"],
    toolkit: "`configureClient({ rocket: true })`; refused where there is none",
  },
  {
    what: "the hash of `datastar.js`",
    isSo: (version) => integrityOf(version) !== undefined,
    words: ["known", "not known"],
    toolkit: "`<DatastarScript />` and `npx datastar-tsx client` check it",
  },
];

test.each(rows)("$what: the manual says what the tables say", ({ what, isSo, words: [yes, no], toolkit }) => {
  const manual = readFileSync(join(import.meta.dirname, "../../docs/client.md"), "utf8");
  const cells = versions.map((version) => (isSo(version) ? yes : no));
  expect(manual.split("\n")).toContain(`| ${[what, ...cells, toolkit].join(" | ")} |`);
});

const checked = rows.flatMap(({ source, isSo }) =>
  source === undefined ? [] : versions.map((version) => [source, version, isSo(version) ? 0 : 1] as const),
);

test.each(checked)("%s with client %s: %i mistakes", (source, version, mistakes) => {
  useClient({ version });
  expect(checkAttribute("data-on:click", source).filter(({ severity }) => severity === "error").length).toBe(mistakes);
});

test.each(versions)("what is right for all raises no alarm with client %s", (version) => {
  useClient({ version });
  const right: readonly (readonly [string, string])[] = [
    ["data-on:click", "$to = 'mail \\x40home(now)'; @post('/x')"],
    ["data-text", "$a.replace(/'/g, '') + `${$b}`"],
    ["data-bind:foo__prop.value__event.input", ""],
    ["data-init", "@get('/feed', {retry: 'always'})"],
    ["data-on:datastar-ready__document", "$a = 1"],
    ["data-on-interval__duration.5s", "$n++"],
  ];
  expect(right.flatMap(([name, value]) => checkAttribute(name, value))).toEqual([]);
});

// What the clients make of each was seen in Chromium, with 1.0.2 and 1.0.4.
test.each<[source: string, older: number, newer: number]>([
  ["$to = `${'@home(now)'}`", 1, 1],
  ["$to = `${$a + '@home(now)'} text`", 1, 1],
  ["$to = `${['@home(now)'][0]}`", 1, 1],
  ["$to = `${`@home(now)`}`", 1, 1],
  ["$to = `${$a ? '@home(now)' : `x`}`", 1, 1],
  ["$to = `x${'}'}@home(now)`", 1, 1],
  ["$to = `'${$a}' @home(now)`", 1, 1],
  ["$to = `${@get('/x')} now`", 0, 0],
  // Braces within the code hide it from the newer client, which finds the string.
  ["$to = `${{ a: '@home(now)' }.a}`", 1, 0],
  ["$to = `${[1].map(() => { return '@home(now)' })}`", 1, 0],
  ["$to = `@home(now) \\${a}`", 1, 0],
  ["$to = `${$a}` + '@home(now)'", 1, 0],
  ["$to = '@home(now)' + `${$a}`", 1, 0],
  ["$to = '${' + '@home(now)' + '}'", 1, 0],
  ["$to = '@home(now) ${$a}'", 1, 0],
  ["$to = String.raw`@home(now)`", 1, 0],
  ["$to = el.dataset['@home(now)']", 1, 0],
])("%s: mistakes with 1.0.2: %i, with 1.0.4: %i", (source, older, newer) => {
  const found = ["1.0.2", "1.0.4"].map((version) => {
    useClient({ version });
    return checkAttribute("data-on:click", source).filter(({ rule }) => rule === "action-in-string").length;
  });
  expect(found).toEqual([older, newer]);
});

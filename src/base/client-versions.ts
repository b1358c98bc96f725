// What differs from one version of the Datastar client to the next is told from here, and by `since` and `until` in the
// tables of attributes and actions.

/** The version of the Datastar client that pages load unless they say otherwise. */
export const datastarVersion = "1.0.4";

/** The first version that this package is for. */
export const oldestVersion = "1.0.0";

/** From the first version that has something, to the first that has it no more. */
export interface Versions {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Expressions run under the nonce of the page, `<html data-nonce>`: without `'unsafe-eval'`. */
export const pageNonce = { since: "1.0.3" } as const satisfies Versions;

/** What clients do that others do not, besides attributes and actions. */
export const behaviours = {
  /** `@name(` is the call of an action wherever it stands, in strings too. */
  callsInStrings: { until: "1.0.4" },
  /** `@name(` is text in strings; in template literals with `${`, it still is a call. */
  textInStrings: { since: "1.0.4" },
  pageNonce,
  /** Web components, in a bundle of their own. */
  rocket: { since: "1.0.4" },
} as const satisfies { readonly [name: string]: Versions };

/** The files that each version was released with, and their hashes as `integrity` has them, where they are known. */
const released: { readonly [version: string]: { readonly [file: string]: string } } = {
  "1.0.0": {
    "datastar.js": "sha384-LGcfj7EQR2KZk4GdiKJsUD4nFWrKrLCk/gZXLnPBBf2p/QmoaYYFuyitCwDqhgW1",
  },
  "1.0.1": {
    "datastar.js": "sha384-dWn5jta+MrFAhwrzi4llarDQkaQE0zW2lreXrV0yK15W0A7TrtfGyIyji04PLUY7",
  },
  "1.0.2": {
    "datastar.js": "sha384-SnyFlWTdFL3c8+9/1WsPuMFBq6AQOGC1LmS9upY4YkM3En3wZr5q2UvydHaMgOVG",
    "datastar-aliased.js": "sha384-j3PlwK2mxb03Bz9QQfDD/CewCA9BB33S6SeP/2VPyMdjGlUUvYZ+K0wnXL1iXRId",
  },
  "1.0.4": {
    "datastar.js": "sha384-twbOvafhSBQ0rJDNPzJdUw6DRvthVgAVfSIG1BQVmCiNO7Qh2zeVn7T5qstgjJ9q",
    "datastar-aliased.js": "sha384-De2fPG6s3evyHaVFQWB+KafVrcNSYu5updfqMogX9OZBXpLUuDV92MqcnXxnke2a",
    "datastar-rocket.js": "sha384-vUxZojLrF1Ar3de5h7VINqhJXBgjyZS4U49pHvGa87kum6j5Xn6JRziuARNw5ELG",
  },
};

/** The hash of a file as it was released, if it is known: a browser that loads another file does not run it. */
export function integrityOf(version: string, file = "datastar.js"): string | undefined {
  const files = Object.hasOwn(released, version) ? released[version] : undefined;
  return files !== undefined && Object.hasOwn(files, file) ? files[file] : undefined;
}

/** The versions whose files are known. */
export const knownVersions: readonly string[] = /* @__PURE__ */ Object.keys(released);

/** A file as it was released. */
export interface Released {
  readonly version: string;
  readonly file: string;
}

/** What was released with this hash. */
export function releasedAs(integrity: string): Released | undefined {
  return knownVersions
    .flatMap((version) => Object.keys(released[version] ?? {}).map((file) => ({ version, file })))
    .find(({ version, file }) => integrityOf(version, file) === integrity);
}

/** Whether a version is one of several. */
export function isAmong(version: string, { since, until }: Versions): boolean {
  return !(since !== undefined && isBefore(version, since)) && (until === undefined || isBefore(version, until));
}

/** Whether a version comes before another one. What follows the numbers, as in `1.0.4-RC.1`, is not looked at. */
export function isBefore(version: string, other: string): boolean {
  const [numbers, others] = [numbersOf(version), numbersOf(other)];
  const at = others.findIndex((number, i) => number !== (numbers[i] ?? 0));
  return at >= 0 && (numbers[at] ?? 0) < (others[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? "").split(".").map(Number);
}

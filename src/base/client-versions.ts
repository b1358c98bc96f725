// What differs from one version of the Datastar client to the next is told from here.

/** The version of the Datastar client that pages load unless they say otherwise. */
export const datastarVersion = "1.0.4";

/** The hashes of the released files, in the form of `integrity`: a browser that loads another file does not run it. */
const integrities: { readonly [version: string]: string } = {
  "1.0.0": "sha384-LGcfj7EQR2KZk4GdiKJsUD4nFWrKrLCk/gZXLnPBBf2p/QmoaYYFuyitCwDqhgW1",
  "1.0.1": "sha384-dWn5jta+MrFAhwrzi4llarDQkaQE0zW2lreXrV0yK15W0A7TrtfGyIyji04PLUY7",
  "1.0.2": "sha384-SnyFlWTdFL3c8+9/1WsPuMFBq6AQOGC1LmS9upY4YkM3En3wZr5q2UvydHaMgOVG",
  "1.0.4": "sha384-twbOvafhSBQ0rJDNPzJdUw6DRvthVgAVfSIG1BQVmCiNO7Qh2zeVn7T5qstgjJ9q",
};

/** The hash of the file that a version was released with, if it is known. */
export function integrityOf(version: string): string | undefined {
  return Object.hasOwn(integrities, version) ? integrities[version] : undefined;
}

/** The versions whose files are known. */
export const knownVersions: readonly string[] = Object.keys(integrities);

/** The version that was released with the file of this hash. */
export function versionOf(integrity: string): string | undefined {
  return knownVersions.find((version) => integrities[version] === integrity);
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

/**
 * The scripts that this package writes: JavaScript around values that are JSON. Who sends them fills them in; who reads
 * them in a test takes the values out again.
 */
export const scriptTemplates = {
  // Firefox replaces the current history entry unless the navigation happens in a task of its own.
  redirect: ["setTimeout(() => window.location.href = ", ")"],
  replaceUrl: ['window.history.replaceState({}, "", ', ")"],
  consoleLog: ["console.log(", ")"],
  consoleError: ["console.error(", ")"],
  /** Its values: the name, `bubbles`, `cancelable`, `composed`, the detail. */
  customEvent: [
    "for (const target of [document]) target.dispatchEvent(new CustomEvent(",
    ", { bubbles: ",
    ", cancelable: ",
    ", composed: ",
    ", detail: ",
    " }))",
  ],
  /** The same, after the selector of those that get it. */
  customEventAt: [
    "for (const target of document.querySelectorAll(",
    ")) target.dispatchEvent(new CustomEvent(",
    ", { bubbles: ",
    ", cancelable: ",
    ", composed: ",
    ", detail: ",
    " }))",
  ],
} as const satisfies { readonly [name: string]: readonly string[] };

/** What takes a script element away again, once it has run. */
export const removesItself = { "data-effect": "el.remove()" } as const;

export type ScriptName = keyof typeof scriptTemplates;

/** Writes a script around the JSON of its values. */
export function writeScript(name: ScriptName, ...values: readonly string[]): string {
  const [start, ...pieces] = scriptTemplates[name];
  return start + pieces.map((piece, index) => `${values[index] ?? ""}${piece}`).join("");
}

/** The values of a script that `writeScript` has written, or `undefined` for every other text. */
export function readScript(name: ScriptName, script: string): readonly unknown[] | undefined {
  const [start, ...pieces] = scriptTemplates[name];
  const values = script.startsWith(start) ? readValues(script.slice(start.length), pieces) : undefined;
  return values?.length === pieces.length ? values : undefined;
}

/** Reads a JSON value in front of each piece. No value can go on in another one that has such a piece in it. */
function readValues(text: string, [piece, ...rest]: readonly string[]): readonly unknown[] | undefined {
  if (piece === undefined) return text === "" ? [] : undefined;
  for (let end = text.indexOf(piece); end >= 0; end = text.indexOf(piece, end + 1)) {
    const value = parse(text.slice(0, end));
    const values = value && readValues(text.slice(end + piece.length), rest);
    if (value !== undefined && values !== undefined) return [value.parsed, ...values];
  }
  return undefined;
}

function parse(json: string): { readonly parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

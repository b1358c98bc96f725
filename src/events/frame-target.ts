/**
 * What an event replaces as a whole: the same text for a newer event says that the older one need not be sent any more.
 * `undefined` for what adds to the page or runs in it, for frames of several events, and whenever it is not certain.
 */
export function targetOf(frame: string): string | undefined {
  const lines = frame.split("\n");
  const type = lines[0]?.slice("event: ".length) ?? "";
  const target = targets[type];
  if (target === undefined || frame.indexOf("\n\n") !== frame.length - 2) return undefined;
  // The client keeps the time to wait before it reconnects beyond the event.
  if (lines.some((line) => line.startsWith("retry:"))) return undefined;
  return target(dataOf(lines));
}

type Data = ReadonlyMap<string, string>;

function dataOf(lines: readonly string[]): Data {
  const data = new Map<string, string>();
  for (const line of lines) {
    const [, name, text] = /^data: (\S+) ([^]*)$/.exec(line) ?? [];
    if (name === undefined || text === undefined) continue;
    const before = data.get(name);
    data.set(name, before === undefined ? text : `${before}\n${text}`);
  }
  return data;
}

const targets: { readonly [type: string]: (data: Data) => string | undefined } = {
  "datastar-patch-elements": elementsTarget,
  "datastar-patch-signals": signalsTarget,
};

const replacing: readonly string[] = ["outer", "replace", "inner", "remove"];

function elementsTarget(data: Data): string | undefined {
  const mode = data.get("mode") ?? "outer";
  if (!replacing.includes(mode)) return undefined;
  const target = data.get("selector") ?? rootIds(data.get("elements") ?? "");
  return target === undefined ? undefined : `elements ${data.get("namespace") ?? "html"} ${mode} ${target}`;
}

function signalsTarget(data: Data): string | undefined {
  // What fills gaps only leaves the older values in place.
  if (data.has("onlyIfMissing")) return undefined;
  const paths = leafPaths(parse(data.get("signals") ?? ""));
  return `signals ${paths
    .map((path) => JSON.stringify(path))
    .sort()
    .join(" ")}`;
}

// Frames that were put together elsewhere may hold anything.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function leafPaths(value: unknown): string[][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[]];
  const members = Object.entries(value);
  // An empty object is merged, where any other value replaces what was there.
  return members.length === 0
    ? [[""]]
    : members.flatMap(([name, member]) => leafPaths(member).map((path) => [name, ...path]));
}

const tag = /<!--[^]*?-->|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
// What is in these may look like tags, or has tags of another kind; it is no root in any case.
const otherContent = /<(svg|math|style|textarea|title|template|iframe)\b[^>]*>[^]*?<\/\1\s*>/gi;

/** The ids of the elements at the top, unless one has none or the markup is not plain to see through. */
function rootIds(html: string): string | undefined {
  const ids: string[] = [];
  let depth = 0;
  for (const [, slash, name, attributes = ""] of html.replace(otherContent, "<$1></$1>").matchAll(tag)) {
    if (name === undefined) continue;
    // A script runs each time.
    if (name.toLowerCase() === "script") return undefined;
    if (slash === "/") {
      if (--depth < 0) return undefined;
      continue;
    }
    if (depth === 0) {
      const [, double, single, bare] = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
      const id = double ?? single ?? bare;
      if (id === undefined) return undefined;
      ids.push(JSON.stringify(id));
    }
    if (!voidElement.test(name)) depth++;
  }
  return depth === 0 && ids.length > 0 ? ids.join(" ") : undefined;
}

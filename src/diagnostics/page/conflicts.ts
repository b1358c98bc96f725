import type { AttributeSignals } from "../attribute-signals.js";
import { warning } from "../diagnostic.js";
import type { SignalType } from "../signal-declarations.js";
import type { PageElement, PageFinding } from "./page-element.js";

/** What elements say of the signals of a page, by their paths. */
interface Said<Place> {
  readonly types: Map<string, SignalType>;
  /** What each is made of. */
  readonly computed: Map<string, readonly string[]>;
  readonly bound: Set<string>;
  readonly declared: Set<string>;
  /** The first element that each stands for. */
  readonly refs: Map<string, PageElement<Place>>;
}

/** Finds signals that a page declares in two ways of which one cannot be. */
export function conflictingSignals<Place>(elements: readonly PageElement<Place>[]): readonly PageFinding<Place>[] {
  const said = readAll(elements);
  // Of elements that are alike, the first one is enough.
  const seen = new Set<string>();
  return elements.flatMap((element) =>
    element.signals
      .flatMap((attribute) => [...conflictsOf(attribute, element, said), ...repeatedIn(element, attribute)])
      .filter((message) => seen.size < seen.add(message).size)
      .map((message) => ({ element, diagnostic: warning("signal-conflict", message) })),
  );
}

function readAll<Place>(elements: readonly PageElement<Place>[]): Said<Place> {
  const said: Said<Place> = {
    types: new Map(),
    computed: new Map(),
    bound: new Set(),
    declared: new Set(),
    refs: new Map(),
  };
  for (const element of elements) {
    for (const { declarations } of element.signals) {
      for (const { path, by, type, of } of declarations) {
        if (by === "computed") said.computed.set(path, of);
        if (by === "bind") said.bound.add(path);
        if (by === "ref" && !said.refs.has(path)) said.refs.set(path, element);
        if (by !== "signals") continue;
        said.declared.add(path);
        if (type !== undefined && !said.types.has(path)) said.types.set(path, type);
      }
    }
  }
  return said;
}

function conflictsOf<Place>(
  { attribute, declarations, uses, keeps }: AttributeSignals,
  element: PageElement<Place>,
  { types, computed, bound, declared, refs }: Said<Place>,
): readonly string[] {
  const declaring = declarations.flatMap(({ path, by, type }): readonly string[] => {
    const known = types.get(path);
    switch (by) {
      case "signals":
        return known === undefined || type === undefined || type === known
          ? []
          : [`${path} is ${type} here, and ${known} where the page declares it first; a signal has one type.`];
      case "computed":
        return [
          ...(declared.has(path)
            ? [`data-signals declares ${path} as well; a signal is computed, or it has a value of its own.`]
            : []),
          ...circle(path, computed),
        ];
      case "bind":
        return computed.has(path) ? [`${path} is computed, and takes no input; bind a signal of its own.`] : [];
      case "ref":
        return refs.get(path) === element
          ? []
          : [`${path} is the reference of another element already, and holds one of them; give each a name.`];
      case "indicator":
        return known === undefined || known === "true or false"
          ? []
          : [`${path} is ${known}, and an indicator sets true and false; give it a signal of its own.`];
    }
  });
  const set = new Set(uses.flatMap(({ path, how }) => (how === "set" && computed.has(path) ? [path] : [])));
  const setting = Array.from(set, (path) => `${path} is computed, and cannot be set; set what it is made of.`);
  const keeping = keeps
    .filter((path) => bound.has(path))
    .map(
      (path) =>
        `this sets ${path} whenever that changes, and so undoes what is entered where it is bound; set it in @peek(() => …), or in the listener of what it follows.`,
    );
  return [...declaring, ...setting, ...keeping].map((message) => `${attribute}: ${message}`);
}

/** What is wrong with a computed signal that is made of itself, by way of others. */
function circle(path: string, computed: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set<string>();
  const leadsBack = (from: string): boolean =>
    computed.get(from)?.some((next) => next === path || (!seen.has(next) && (seen.add(next), leadsBack(next)))) ??
    false;
  // Of one that is made of itself, the check of its attribute tells.
  const through = computed.get(path)?.find((next) => next !== path && leadsBack(next));
  return through === undefined
    ? []
    : [`${path} is computed of ${through}, which is computed of ${path}; neither has a value then.`];
}

/**
 * Signals that an attribute declares which another one of the element, in front of it, declares as well. Two that name
 * one signal are two attributes of one name, which is said of them already.
 */
function repeatedIn({ signals }: PageElement<unknown>, attribute: AttributeSignals): readonly string[] {
  const hasKey = (name: string): boolean => name.includes(":");
  const before = signals
    .slice(0, signals.indexOf(attribute))
    .filter((other) => hasKey(other.attribute) !== hasKey(attribute.attribute))
    .flatMap(({ declarations }) => declarations);
  if (before.length === 0) return [];
  const paths = new Set(before.filter(({ by }) => by === "signals").map(({ path }) => path));
  return attribute.declarations
    .filter(({ path, by, type }) => by === "signals" && type !== "an object" && paths.has(path))
    .map(({ path }) => `${attribute.attribute}: another attribute of the element declares ${path}; write it once.`);
}

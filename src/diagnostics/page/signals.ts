import { setting } from "../../base/client.js";
import type { AttributeSignals } from "../attribute-signals.js";
import { type Diagnostic, warning } from "../diagnostic.js";
import { nearest } from "../nearest.js";
import { addPath, addTree, hasPath, newTree, pathsOf, type SignalTree } from "../signal-tree.js";
import type { PageElement, PageFinding } from "./page-element.js";

interface PageSignals {
  readonly isWhole: boolean;
  readonly declared: SignalTree;
  /** Those that an expression sets, which makes them exist. */
  readonly set: SignalTree;
  readonly read: SignalTree;
  /** The declared path that a path was meant to be. */
  readonly near: NearSignal;
  /** The same among those that are set. */
  readonly nearSet: NearSignal;
}

type NearSignal = (path: string) => string | undefined;

/**
 * Finds signals that are used and that nothing in a page declares.
 *
 * @param isWhole whether these are all elements of the page; for a part of one, only names count that are nearly those
 *   of signals which it declares itself
 */
export function unknownSignals<Place>(
  elements: readonly PageElement<Place>[],
  isWhole: boolean,
): readonly PageFinding<Place>[] {
  // Many elements of a page have the same to do with signals.
  const attributes = new Set<AttributeSignals>();
  for (const { signals } of elements) for (const attribute of signals) attributes.add(attribute);
  const page = pageSignals(attributes, isWhole);
  if (page === undefined || (!isWhole && page.declared.size === 0)) return [];
  const found = new Map<AttributeSignals, readonly Diagnostic[]>();
  for (const attribute of attributes) {
    const wrong = checkSignals(attribute, page);
    if (wrong.length > 0) found.set(attribute, wrong);
  }
  if (found.size === 0) return [];
  return elements.flatMap((element) =>
    element.signals.flatMap((attribute) => (found.get(attribute) ?? []).map((diagnostic) => ({ diagnostic, element }))),
  );
}

function pageSignals(attributes: Iterable<AttributeSignals>, isWhole: boolean): PageSignals | undefined {
  const [declared, set, read] = [newTree(), newTree(), newTree()];
  const page: PageSignals = { isWhole, declared, set, read, near: nearSignal(declared), nearSet: nearSignal(set) };
  for (const { declares, uses } of attributes) {
    if (declares === "unknown") return undefined;
    if (declares !== undefined) addTree(page.declared, declares);
    for (const { path, how } of uses) addPath(how === "set" ? page.set : page.read, path);
  }
  return page;
}

function checkSignals({ attribute, uses, bare }: AttributeSignals, page: PageSignals): Diagnostic[] {
  const found = [...new Set(uses.map(({ path }) => path))].flatMap((path) => checkPath(path, page));
  // `open` and `name` are something else in a page, too, and never what was meant.
  const isSaid = bare?.includes(".") === false && !setting.client.rocket;
  if (bare !== undefined && !isSaid && hasPath(page.declared, bare))
    found.push(warning("signal-without-dollar", `${bare} is no signal without its $: write $${bare}.`));
  return found.map((diagnostic) => ({ ...diagnostic, message: `${attribute}: ${diagnostic.message}` }));
}

function checkPath(
  path: string,
  { isWhole, declared, set, read, near: nearDeclared, nearSet }: PageSignals,
): Diagnostic[] {
  // Said already when the expression was checked.
  if (hasPath(declared, path) || /-\d+$/.test(path)) return [];
  const near = nearDeclared(path);
  const isSet = hasPath(set, path);
  // What is only set may be there for the server to read. Not so if it looks like a slip.
  if (isSet && (near === undefined || hasPath(read, path))) return [];
  const remedy = near ?? (isSet ? undefined : nearSet(path));
  const minus = path.lastIndexOf("-");
  if (minus > 0 && hasPath(declared, path.slice(0, minus))) {
    return [
      warning(
        "unknown-signal",
        `$${path} is the name of one signal to Datastar, and nothing declares it; to subtract, put spaces around the minus.`,
      ),
    ];
  }
  if (!isWhole && near === undefined) return [];
  return [
    warning(
      "unknown-signal",
      `nothing in ${isWhole ? "the page" : "this part of the page"} declares the signal ${path}; ${remedy === undefined ? "declare it with data-signals." : `did you mean $${remedy}?`}`,
    ),
  ];
}

/** How many pairs of names are compared for a page: where nearly all are wrong, one slip of the pen is not the reason. */
const mostComparisons = 200_000;

/** Finds the path in a tree that a path was meant to be; `item2` is no slip of `item`. */
function nearSignal(tree: SignalTree): NearSignal {
  const plain = (name: string): string => name.replace(/\d+$/, "");
  // The tree is complete once it is asked.
  let paths: readonly (readonly [path: string, plain: string])[] | undefined;
  let compared = 0;
  return (path) => {
    paths ??= pathsOf(tree).map((path) => [path, plain(path)]);
    compared += paths.length;
    if (compared > mostComparisons && compared > paths.length) return undefined;
    const own = plain(path);
    return nearest(
      path,
      paths.flatMap(([path, plain]) => (plain === own ? [] : [path])),
    );
  };
}

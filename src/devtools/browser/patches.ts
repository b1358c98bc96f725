import { listenToFetch } from "./requests.js";
import { type Change, now, type PatchEntry, short, type Store } from "./store.js";

const limit = 30;

/** Watches the patches of elements, and what each of them changes. */
export function watchPatches(store: Store): void {
  let current: PatchEntry | undefined;
  const take = (records: readonly MutationRecord[]): void => {
    if (current === undefined) return;
    // The client puts elements aside while it morphs, and takes them away again.
    const isPassing = (node: Node): boolean => !node.isConnected && added.has(node);
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    const lasting = records.filter(({ type, addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return type !== "childList" || !nodes.every(isPassing);
    });
    const changes = lasting.map(changeOf).filter((change) => change !== undefined);
    current.changes.push(...changes.slice(0, limit - current.changes.length));
    if (changes.length > 0) store.changed();
  };
  const observer = new MutationObserver((records) => {
    take(records);
    current = undefined;
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  });
  listenToFetch(({ type, argsRaw }) => {
    if (type !== "datastar-patch-elements") return;
    // What was changed before belongs to the patch before, or to none.
    take(observer.takeRecords());
    const { selector, mode = "outer", elements = "" } = argsRaw;
    const target =
      selector ?? Array.from(elements.matchAll(/<[\w-]+[^>]*?\sid="?([^\s">]+)/g), ([, id]) => `#${id}`)[0];
    const entry: PatchEntry = { time: now(), kind: "elements", target: `${target ?? "?"} ${mode}`, changes: [] };
    current = store.add(store.patches, entry);
    // The client applies it before it does anything else.
    queueMicrotask(() => {
      entry.milliseconds = now() - entry.time;
      store.changed();
    });
  });
}

function changeOf({
  type,
  target,
  attributeName,
  oldValue,
  addedNodes,
  removedNodes,
}: MutationRecord): Change | undefined {
  if (type === "attributes" && target instanceof Element) {
    const after = target.getAttribute(attributeName ?? "") ?? undefined;
    if (after === (oldValue ?? undefined)) return undefined;
    return { what: `${nameOf(target)} ${attributeName}`, before: oldValue ?? undefined, after };
  }
  if (type === "characterData")
    return { what: nameOf(target.parentNode), before: short(oldValue ?? ""), after: short(target.nodeValue ?? "") };
  const [before, after] = [removedNodes, addedNodes].map((nodes) => short(Array.from(nodes, textOf).join("")));
  return before === after
    ? undefined
    : { what: nameOf(target), before: before || undefined, after: after || undefined };
}

function textOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeValue?.trim() ?? "";
  return `<${nameOf(node)}> ${node.textContent}`;
}

/** A short name of an element: `li#a`, `div.card`. */
export function nameOf(node: Node | null): string {
  if (!(node instanceof Element)) return "document";
  const { id, classList } = node;
  return node.localName + (id !== "" ? `#${id}` : classList.length > 0 ? `.${classList[0]}` : "");
}

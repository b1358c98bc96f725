import { type Html, isHtml } from "../html/html.js";
import { loadJsdom } from "./dom.js";
import { mergeSignals } from "./merge-signals.js";
import { patchDocument } from "./patch-document.js";
import type { ExecuteScriptEvent, JsonObject, PatchElementsEvent, ReceivedEvent } from "./received.js";

/** A page as the client leaves it. */
export interface PatchedPage {
  /** The whole document. */
  readonly html: string;
  /** The same, of jsdom. */
  readonly document: Document;
  readonly signals: JsonObject;
}

/** Options of {@link applyEvents}. */
export interface ApplyOptions {
  /** The signals of the page before; those of `data-signals` are not read. Default: none, or those of the page. */
  readonly signals?: JsonObject | undefined;
  /** Gets what the client only says in the console: a patch without a target, or that fails. Default: it is thrown. */
  readonly onProblem?: ((problem: string) => void) | undefined;
}

/**
 * The page as the client leaves it when it has got these events: its document and its signals.
 *
 * ```ts
 * const page = await applyEvents(<TodoPage />, await eventsOf(response).all());
 * expect(page.document.querySelector("#list")?.children).toHaveLength(3);
 * ```
 *
 * Nothing in the page runs: neither its attributes nor scripts. For a page that runs, see {@link visit}.
 *
 * @param page markup, or what this has returned before
 * @throws Error for a patch without a target, and when jsdom is not installed
 */
export async function applyEvents(
  page: string | Html | Promise<Html> | PatchedPage,
  events: readonly ReceivedEvent[],
  { signals, onProblem = fail }: ApplyOptions = {},
): Promise<PatchedPage> {
  const given = await page;
  const isMarkup = typeof given === "string" || isHtml(given);
  const { JSDOM } = await loadJsdom();
  const dom = new JSDOM(isMarkup ? String(given) : given.html);
  const { document } = dom.window;
  let merged = signals ?? (isMarkup ? {} : given.signals);
  for (const event of events) {
    if (event.type === "patchElements") patchOrReport(document, event, onProblem);
    else if (event.type === "patchSignals") merged = mergeSignals(merged, event.signals, event.onlyIfMissing);
    else if (event.type === "executeScript" && !event.autoRemove) document.body.append(scriptElement(document, event));
  }
  // As JSON: of an array, what has a name is not seen any more.
  return { html: dom.serialize(), document, signals: JSON.parse(JSON.stringify(merged)) };
}

function fail(problem: string): never {
  throw new Error(problem);
}

/** What fails in the middle of a patch leaves what was done before, in the client as well. */
function patchOrReport(document: Document, event: PatchElementsEvent, report: (problem: string) => void): void {
  const problems: string[] = [];
  try {
    patchDocument(document, event, (problem) => problems.push(problem));
  } catch (error) {
    problems.push(`The client fails in a patch: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const problem of problems) report(problem);
}

function scriptElement(document: Document, { script, attributes }: ExecuteScriptEvent): Element {
  const element = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = script;
  return element;
}

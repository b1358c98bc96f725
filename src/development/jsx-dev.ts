import { isClass } from "../base/is-class.js";
import { abandon } from "../base/promises.js";
import { explainDepth } from "../base/too-deep.js";
import { enclose } from "../diagnostics/page/contents.js";
import type { PageElement } from "../diagnostics/page/page-element.js";
import { type Parent, toHtml } from "../html/children.js";
import { drop } from "../html/drop.js";
import type { Props } from "../html/element.js";
import type { Html } from "../html/html.js";
import { PendingHtml } from "../html/pending-html.js";
import { rawTextElements } from "../html/raw-text.js";
import type { Child } from "../html/types.js";
import { elementOf, type MadeElement } from "../jsx/element-component.js";
import { explainRecursion, Fragment, jsx } from "../jsx/jsx.js";
import { checkElement } from "./check-element.js";
import { settled, stable } from "./children.js";
import { contentsOf, describePlace, DevelopmentHtml, isDevelopmentHtml, reportPage } from "./development-html.js";
import { DiagnosticError, isOff, report, type Source } from "./report.js";
import { withoutClient } from "./without-client.js";

const located = new WeakSet<Error>();

/**
 * Like `jsx`, for `"jsx": "react-jsxdev"`: its errors tell where the element stands, and it checks what the Datastar
 * client would make of the page. What it renders is the same.
 */
export function jsxDEV(
  type: string | ((props: never) => Child),
  props: Props,
  key?: unknown,
  _isStatic?: boolean,
  source?: Source,
): Html | Promise<Html> {
  try {
    return typeof type === "string" ? element(type, props, key, source) : component(type, props, key, source);
  } catch (error) {
    abandon([props, key]);
    if (typeof type === "function") explainRecursion(error, type);
    else explainDepth(error, `<${String(type)}> has a child`, props.children);
    throw locate(error, source);
  }
}

function element(tag: string, props: Props, key: unknown, source: Source | undefined): Html | Promise<Html> {
  const facts = checkElement(tag, props, source);
  // These hold text, which is not rendered as other children are.
  const children = rawTextElements.has(tag.toLowerCase()) ? undefined : stable(props.children);
  const html = jsx(tag, children === undefined || children === props.children ? props : { ...props, children }, key);
  if (!(html instanceof Promise)) return enclosed(html, facts, children);
  return pending(
    whenRendered(html, children, (html, children) => enclosed(html, facts, children)),
    source,
  );
}

function enclosed(html: Html, facts: PageElement<Source | undefined>, children: unknown): DevelopmentHtml {
  const { contents, found } = enclose(facts, contentsOf(children), describePlace);
  if (!isOff()) reportPage(found);
  if (facts.tag === "html") report(withoutClient(html.html, contents.forClient, facts.place));
  return new DevelopmentHtml(html.html, contents);
}

function component(
  type: (props: never) => Child,
  props: Props,
  key: unknown,
  source: Source | undefined,
): Html | Promise<Html> {
  // Whatever is not a component, the runtime refuses.
  if (typeof type !== "function" || isClass(type)) return jsx(type, props, key);
  const made = elementOf(type)?.(props);
  if (made !== undefined) return madeElement(made, key, source);
  // It need not render them.
  drop(props.children);
  abandon(key);
  const isFragment = type === Fragment;
  const parent = isFragment ? "A fragment" : type;
  const child = isFragment ? props.children : (type as (props: Props) => unknown)(props);
  if (child instanceof Promise) return pending(whenKnown(child, parent), source);
  const known = stable(child);
  const html = toHtml(known, parent);
  return html instanceof Promise ? pending(whenRendered(html, known, withContents), source) : withContents(html, known);
}

function madeElement(
  { tag, props, later }: MadeElement,
  key: unknown,
  source: Source | undefined,
): Html | Promise<Html> {
  const html = element(tag, props, key, source);
  if (later === undefined) return html;
  const deferred = (placeholder: Html): Html =>
    new DevelopmentHtml(placeholder.html, contentsOf(placeholder), async (context) =>
      madeElement(await later(context), undefined, source),
    );
  return html instanceof Promise ? pending(html.then(deferred), source) : deferred(html);
}

/** What a promise has is looked at once, when it is there. */
async function whenKnown(child: Promise<unknown>, parent: Parent): Promise<Html> {
  const known = stable(await child);
  if (isDevelopmentHtml(known)) return known;
  return whenRendered(toHtml(known, parent), known, withContents);
}

/** Continues once markup is there, when its children are there as well. */
async function whenRendered(
  html: Html | Promise<Html>,
  child: unknown,
  then: (html: Html, child: unknown) => Html,
): Promise<Html> {
  return then(await html, await settled(child));
}

function withContents(html: Html, child: unknown): DevelopmentHtml {
  return isDevelopmentHtml(html) ? html : new DevelopmentHtml(html.html, contentsOf(child), html.later);
}

/** Markup that waits, and whose failure tells the place. */
function pending(html: Promise<Html>, source: Source | undefined): PendingHtml {
  return PendingHtml.of(
    html.catch((error: unknown) => Promise.reject(locate(error, source))),
    String,
  );
}

/** Adds the place of the innermost element to the message of an error. */
function locate(error: unknown, source: Source | undefined): unknown {
  if (source !== undefined && error instanceof Error && !(error instanceof DiagnosticError) && !located.has(error)) {
    located.add(error);
    // Not an assignment: a DOMException, such as an aborted fetch throws, inherits a message that is read-only.
    const message = `${error.message}\n    at ${source.fileName}:${source.lineNumber}:${source.columnNumber}`;
    Reflect.defineProperty(error, "message", { value: message, configurable: true, writable: true });
  }
  return error;
}

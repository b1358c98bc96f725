import { whenReady } from "../base/promises.js";
import type { Props } from "../html/element.js";
import type { Html } from "../html/html.js";
import { rawTextElements } from "../html/raw-text.js";
import type { Child } from "../html/types.js";
import { Fragment, jsx } from "../jsx/jsx.js";
import { checkElement, checkTree } from "./check-element.js";
import { DevelopmentHtml, nodesOf, settled, stable } from "./development-html.js";
import { DiagnosticError, type Source } from "./report.js";

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
    const html = typeof type === "string" ? element(type, props, key, source) : component(type, props, key);
    return html instanceof Promise
      ? whenReady(
          html.catch((error: unknown) => Promise.reject(locate(error, source))),
          (html) => html,
        )
      : html;
  } catch (error) {
    throw locate(error, source);
  }
}

function element(tag: string, props: Props, key: unknown, source: Source | undefined): Html | Promise<Html> {
  const facts = checkElement(tag, props, source);
  // These hold text, which is not rendered as other children are.
  const children = rawTextElements.has(tag.toLowerCase()) ? undefined : stable(props.children);
  const html = jsx(tag, children === undefined ? props : { ...props, children }, key);
  return whenRendered(html, children, (html, children) => {
    const element = { ...facts, children: nodesOf(children) };
    checkTree(element);
    return new DevelopmentHtml(html.html, [element]);
  });
}

function component(type: (props: never) => Child, props: Props, key: unknown): Html | Promise<Html> {
  // Whatever is not a component, the runtime refuses.
  if (typeof type !== "function") return jsx(type, props, key);
  let child: unknown;
  const render = (props: Props): Child => {
    child = stable(type === Fragment ? props.children : (type as (props: Props) => unknown)(props));
    // The runtime refuses what is none.
    return child as Child;
  };
  // Under the component's name, which stands in messages. A fragment has its own.
  const html =
    type === Fragment ? jsx(Fragment, { children: render(props) }, key) : jsx(named(render, type.name), props, key);
  return whenRendered(html, child, (html, child) =>
    html instanceof DevelopmentHtml ? html : new DevelopmentHtml(html.html, nodesOf(child)),
  );
}

function named<F>(render: F, name: string): F {
  Object.defineProperty(render, "name", { value: name });
  return render;
}

/** Continues once an element is rendered, when its children are there as well. */
function whenRendered(
  html: Html | Promise<Html>,
  child: unknown,
  then: (html: Html, child: unknown) => Html,
): Html | Promise<Html> {
  if (html instanceof Promise) return whenReady(html, async (html) => then(html, await settled(child)));
  return then(html, child);
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

import { isThenable } from "../base/promises.js";
import { isList, type Parent, renderChild } from "./children.js";
import { Html } from "./html.js";
import { type Markup, PendingHtml } from "./pending-html.js";

/** Elements whose text is not escaped, and how to keep that text from ending them. */
export const rawTextElements: ReadonlyMap<string, (text: string, type: unknown) => string> = new Map([
  ["script", protectScript],
  ["style", protectStyle],
]);

// HTML ends a script at `</script`, and does not once it has seen `<!--` and `<script`; Datastar takes a patch that
// contains `</body>` and the like for a whole page. In strings, regular expressions and JSON, where such text can
// stand, the escape means the same. JSON needs no `<` at all, so that data is safe in any context.
function protectScript(text: string, type: unknown): string {
  const pattern =
    typeof type === "string" && /json|importmap|speculationrules/i.test(type)
      ? /</g
      : /<(?=!--|\/?script|\/(?:html|head|body)>)/gi;
  return text.replace(pattern, "\\u003C").replaceAll("\0", "\ufffd");
}

// In SVG the text of a style element is parsed as markup, so that no tag may begin in it at all.
function protectStyle(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "\\3c ").replaceAll("\0", "\ufffd");
}

/**
 * Renders the children of a script or style element, whose text is not escaped.
 *
 * @throws TypeError for objects and functions, which are neither text nor markup
 */
export function renderRawText(child: unknown, parent: Parent): Markup {
  return renderChild(asMarkup(child, parent), parent);
}

/** Children with their text as markup, so that it is not escaped. */
function asMarkup(child: unknown, parent: Parent): unknown {
  if (typeof child === "string") return new Html(child);
  if (typeof child !== "object" || child === null || child instanceof Html) return child;
  if (isThenable(child)) return PendingHtml.of(child, renderRawText, parent);
  return isList(child) ? Array.from(child, (item) => asMarkup(item, parent)) : child;
}

import { isThenable, type Markup, nameOf } from "./children.js";
import { Html } from "./html.js";

/** Elements whose text is not escaped, and how to keep that text from ending them. */
export const rawTextElements: { readonly [tag: string]: (text: string, type: unknown) => string } = {
  script: protectScript,
  style: protectStyle,
};

// HTML ends a script at `</script`, and does not once it has seen `<!--` and `<script`; Datastar takes a patch that
// contains `</body>` and the like for a whole page. In strings, regular expressions and JSON, where such text can
// stand, the escape means the same. JSON needs no `<` at all, so that data is safe in any context.
function protectScript(text: string, type: unknown): string {
  const pattern = typeof type === "string" && /json|importmap|speculationrules/i.test(type) ? /</g : /<(?=!--|\/?script|\/(?:html|head|body)>)/gi;
  return text.replace(pattern, "\\u003C").replaceAll("\0", "\ufffd");
}

// In SVG the text of a style element is parsed as markup, so that no tag may begin in it at all.
function protectStyle(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "\\3c ").replaceAll("\0", "\ufffd");
}

/** Joins the children of a script or style element, unescaped. */
export function rawText(child: unknown, tag: string): Markup {
  switch (typeof child) {
    case "string":
      return child;
    case "number":
    case "bigint":
      return String(child);
    case "undefined":
    case "boolean":
      return "";
    case "object":
      if (child === null) return "";
      if (child instanceof Html) return child.html;
      if (Array.isArray(child)) {
        const parts = child.map((item: unknown) => rawText(item, tag));
        return parts.every((part) => typeof part === "string") ? parts.join("") : Promise.all(parts).then((parts) => new Html(parts.join("")));
      }
      if (isThenable(child)) {
        return Promise.resolve(child).then(async (value) => {
          const text = await rawText(value, tag);
          return typeof text === "string" ? new Html(text) : text;
        });
      }
  }
  throw new TypeError(`<${tag}> takes text, not ${nameOf(child)}; data goes in as JSON.stringify(data).`);
}

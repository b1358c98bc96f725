// What the compiler must know of elements and attributes, asked of the renderer so that the two cannot disagree. What
// the renderer refuses is left to it: it says so when the page is rendered.
import { datastarAttribute } from "../attributes/datastar-attribute.js";
import { urlsOf } from "../attributes/url-attribute.js";
import { strictly } from "../base/refused-data.js";
import { Expression } from "../expressions/expression.js";
import { attributeOf } from "../html/attribute.js";
import { renderRawText } from "../html/raw-text.js";
import { type Tag, tagOf } from "../html/tag.js";

/** The tag of a name; `undefined` for one that HTML does not allow. */
export function knownTag(name: string): Tag | undefined {
  return attempt(() => tagOf(name));
}

/** A constant attribute as it is printed, with a space in front; `undefined` where the renderer refuses it. */
export function attributeText(tag: string, name: string, value: unknown): string | undefined {
  return attempt(() => attributeOf(name, tag).print(value, tag));
}

/** The content of an element whose text is not escaped; `undefined` where the renderer refuses it. */
export function rawContent(tag: Tag, type: unknown, children: readonly unknown[]): string | undefined {
  return attempt(() => {
    const content = renderRawText(children, `<${tag.name}>`);
    return typeof content === "string" ? tag.protect?.(content, type) : undefined;
  });
}

/** What an attribute takes. */
export interface AttributeFacts {
  readonly isDatastar: boolean;
  /**
   * How its value is rendered: strings and numbers as text; as a URL; strings and expressions of Datastar as source; or
   * in a way of its own.
   */
  readonly kind: "text" | "url" | "expression" | "other";
  /** Its name in HTML. */
  readonly name: string;
  /** What leads to its value: ` title="`. Empty where a string is not printed as it is. */
  readonly open: string;
}

/** The facts of an attribute; `undefined` for a name that the renderer refuses. */
export function attributeFacts(given: string, tag: string): AttributeFacts | undefined {
  return attempt(() => {
    const { name, takesText, isPlain } = attributeOf(given, tag);
    const open = takesText ? ` ${name}="` : "";
    if (isPlain) {
      // Of a list of URLs, each is looked at.
      const urls = urlsOf(name);
      if (urls === "list") return { isDatastar: false, kind: "other", name, open: "" };
      return { isDatastar: false, kind: urls === undefined ? "text" : "url", name, open };
    }
    // Whoever renders it by its name takes that for the one in HTML.
    const isExpression = open === ` ${given}="` && takesSource(given);
    return { isDatastar: true, kind: isExpression ? "expression" : "other", name, open };
  });
}

/** Whether an attribute of Datastar prints the source of an expression as its value. */
function takesSource(name: string): boolean {
  const [attribute] = attempt(() => datastarAttribute(name)?.attributesFor(new Expression("a"))) ?? [];
  return attribute?.name === name && attribute.value === "a";
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return strictly(ask);
  } catch {
    return undefined;
  }
}

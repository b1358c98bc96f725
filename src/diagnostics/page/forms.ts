import { itemsOf, type Rope } from "../../base/rope.js";
import type { AttributeValue } from "../check-attribute.js";
import { warning } from "../diagnostic.js";
import type { FormRole, PageElement, PageFinding } from "./page-element.js";

interface Attribute {
  readonly name: string;
  readonly value: AttributeValue;
}

/**
 * The role of an element.
 *
 * @param attributes those of Datastar, as the client reads them
 * @param hasType whether it says its type, or may say it
 */
export function formRole(tag: string, attributes: readonly Attribute[], hasType: boolean): FormRole | undefined {
  if (tag === "form")
    return attributes.some(({ name }) => /^data-on:submit(?:__|$)/.test(name)) ? "listens" : undefined;
  if (tag !== "button" || hasType) return undefined;
  return attributes.some(isClick) && !attributes.some(preventsDefault) ? "sends" : undefined;
}

function isClick({ name }: Attribute): boolean {
  return /^data-on:click(?:__|$)/.test(name);
}

function preventsDefault({ name, value }: Attribute): boolean {
  return name.includes("__prevent") || value === undefined || (value !== true && value.includes("preventDefault"));
}

/** Buttons that send the form around them, which does something else for that. */
export function sendingButtons<Place>(
  form: PageElement<Place>,
  buttons: Rope<PageElement<Place>>,
): readonly PageFinding<Place>[] {
  if (form.formRole !== "listens") return [];
  return itemsOf(buttons).map((element) => ({
    element,
    diagnostic: warning(
      "native-submit",
      'without a type, a button sends its form: data-on:click runs, and data-on:submit of the form as well; write type="button", or leave data-on:click out.',
    ),
  }));
}

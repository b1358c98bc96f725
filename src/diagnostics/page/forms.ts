import { itemsOf, type Rope } from "../../base/rope.js";
import type { AttributeValue } from "../check-attribute.js";
import { type Diagnostic, warning } from "../diagnostic.js";
import type { FormRole, PageElement, PageFinding } from "./page-element.js";

interface Attribute {
  readonly name: string;
  readonly value: AttributeValue;
}

/** An attribute of HTML: its text, `""` if that is not known, `undefined` if the element has none for certain. */
export type Plain = (name: string) => string | undefined;

/**
 * The role of an element.
 *
 * @param attributes those of Datastar, as the client reads them
 */
export function formRole(tag: string, attributes: readonly Attribute[], plain: Plain): FormRole | undefined {
  if (tag === "form") return roleOfForm(attributes, plain);
  if ((tag !== "button" && tag !== "input") || !attributes.some(isClick) || attributes.some(preventsDefault))
    return undefined;
  const requests = attributes.some(sendsRequest);
  const type = plain("type");
  if (tag === "button" && type === undefined) return requests ? "sends and requests" : "sends";
  return requests && /^(?:submit|image)$/i.test(type ?? "") ? "submits and requests" : undefined;
}

function roleOfForm(attributes: readonly Attribute[], plain: Plain): FormRole | undefined {
  if (attributes.some(({ name }) => /^data-on:submit(?:__|$)/.test(name))) return "listens";
  const isSent = plain("onsubmit") === undefined && /^(?:get|post)$/i.test(plain("method") ?? "get");
  return isSent ? "leaves" : undefined;
}

function isClick({ name }: Attribute): boolean {
  return /^data-on:click(?:__|$)/.test(name);
}

function preventsDefault({ name, value }: Attribute): boolean {
  return name.includes("__prevent") || value === undefined || (value !== true && value.includes("preventDefault"));
}

/** The client keeps a form from being sent itself while a request sends its fields. */
function sendsRequest(attribute: Attribute): boolean {
  const { value } = attribute;
  return (
    isClick(attribute) && typeof value === "string" && /@[a-z]+\(/.test(value) && !/contentType\W*form/.test(value)
  );
}

/** Checks a link that does something else when it is clicked. */
export function checkLink(tag: string, attributes: readonly Attribute[], plain: Plain): readonly Diagnostic[] {
  const isLeft = tag === "a" && /^(?!#|javascript:)/i.test(plain("href") ?? "#");
  const staysOpen = plain("target") !== undefined || plain("download") !== undefined;
  if (!isLeft || staysOpen || !attributes.some(sendsRequest) || attributes.some(preventsDefault)) return none;
  return [
    warning(
      "event-default",
      "data-on:click: the browser follows the link as well, and leaves the page while the request is under way; write the modifier prevent, or a <button>.",
    ),
  ];
}

const none: readonly never[] = [];

const both =
  'without a type, a button sends its form: data-on:click runs, and data-on:submit of the form as well; write type="button", or leave data-on:click out.';
const gone =
  'the button sends its form as well, and the browser leaves the page while the request of data-on:click is under way; write type="button", or put the action into data-on:submit of the form.';

/** Buttons that send the form around them, which does something else for that. */
export function sendingButtons<Place>(
  { formRole }: PageElement<Place>,
  buttons: Rope<PageElement<Place>>,
): readonly PageFinding<Place>[] {
  if (formRole !== "listens" && formRole !== "leaves") return none;
  const diagnostic = warning("native-submit", formRole === "listens" ? both : gone);
  const isWrong = (role: FormRole | undefined): boolean =>
    formRole === "listens" ? role !== "submits and requests" : role !== "sends";
  return itemsOf(buttons)
    .filter((button) => isWrong(button.formRole))
    .map((element) => ({ element, diagnostic }));
}

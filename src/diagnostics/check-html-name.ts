import { type Diagnostic, warning } from "./diagnostic.js";

// As React and the DOM spell presentation attributes of SVG: strokeWidth.
const presentation = (
  "alignment-baseline baseline-shift clip-path clip-rule color-interpolation color-interpolation-filters " +
  "dominant-baseline fill-opacity fill-rule flood-color flood-opacity font-family font-size font-style font-weight " +
  "image-rendering letter-spacing lighting-color marker-end marker-mid marker-start mask-type paint-order " +
  "pointer-events shape-rendering stop-color stop-opacity stroke-dasharray stroke-dashoffset stroke-linecap " +
  "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering " +
  "transform-origin vector-effect word-spacing writing-mode"
).split(" ");

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const remedies: ReadonlyMap<string, string> = new Map([
  ...presentation.map((name) => [camel(name), `write ${name}`] as const),
  ["acceptCharset", "write accept-charset"],
  ["defaultChecked", "write checked"],
  ["defaultValue", "write value"],
  ["httpEquiv", "write http-equiv"],
  ["innerHTML", "write the markup as a child, in raw()"],
  ["innerText", "write the text as a child"],
  ["suppressHydrationWarning", "leave it out"],
  ["textContent", "write the text as a child"],
  ["xlinkHref", "write href"],
]);

/** Whether a name is that of a property, on some element. */
export function isProperty(name: string): boolean {
  return name === "value" || remedies.has(name);
}

/** Checks for properties of the DOM and of React's, which HTML has under another name or in another way. */
export function checkHtmlName(name: string, tag: string): readonly Diagnostic[] {
  if (tag.includes("-")) return none;
  const remedy = remedies.get(name) ?? (name === "value" ? ofValue(tag) : undefined);
  return remedy === undefined
    ? none
    : [warning("property-for-attribute", `${name}: a <${tag}> has no such attribute in HTML; ${remedy}.`)];
}

const none: readonly never[] = [];

function ofValue(tag: string): string | undefined {
  if (tag === "textarea") return "write the text as its child";
  return tag === "select" ? "write selected on the option" : undefined;
}

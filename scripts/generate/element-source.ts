/** Prints the typings of the elements: `src/generated/elements.ts`. */
import { attributeType, numeric, valueSetAliases, valueSetType } from "./attribute-types.js";
import { booleanWordsOf } from "./boolean-words.js";
import { globalHandlers, localHandlers, localInterface, places } from "./dom-lib.js";
import { isVoid } from "./html-data.js";
import { doc, header, interfaceSource, oneOf, quoted, sorted, words } from "./text.js";
import { aria, ariaUrl, html, math, svg, type Vocabulary } from "./vocabularies.js";

/** What every element takes in whichever namespace. */
const sharedGlobals = words("autofocus class className id nonce part role slot style tabindex");
/** These types say for themselves which values leave the attribute out. */
const ownTypes = new Map([
  ["children", "Child"],
  ["class", "ClassValue"],
  ["className", "ClassValue"],
  ["key", numeric],
  ["style", "StyleValue"],
]);
const htmlName = (name: string) => (name === "className" ? "class" : name === "htmlFor" ? "for" : name);
const link = (url: string) => doc(`[MDN](${url})`);
const handlerUrls = new Map([...globalHandlers, ...Object.values(localHandlers).flat()]);

/**
 * Elements whose `data-bind` depends on the value of another attribute: one interface for each group of values. The
 * first group holds the values that the others do not have, and is meant when the attribute is absent.
 */
const variants = new Map([
  [
    "input",
    {
      by: "type",
      groups: [
        { name: "ValueInputAttributes", binding: "input" },
        { name: "CheckboxAttributes", binding: "checkbox", values: "checkbox" },
        { name: "FileInputAttributes", binding: "file", values: "file" },
      ],
    },
  ],
  [
    "select",
    {
      by: "multiple",
      groups: [
        { name: "SingleSelectAttributes", binding: "select", type: "Optional<false>" },
        { name: "MultipleSelectAttributes", binding: "select multiple", type: "true" },
      ],
    },
  ],
]);
const bindings = new Map([["textarea", "textarea"]]);

function valueType(tag: string, name: string): string {
  if (handlerUrls.has(name)) return "string";
  const type = attributeType(tag, name);
  return booleanWordsOf(tag, name) === undefined ? type : `boolean | ${type}`;
}

function propertySource(tag: string, name: string, url: string): string {
  const common = name === "children" && isVoid(tag) ? "never" : ownTypes.get(name);
  const type = common ?? `Optional<${valueType(tag, name)}>`;
  const documented = name !== "children" && name !== "key";
  return `${documented ? link(handlerUrls.get(name) ?? url) : ""}  ${quoted(name)}?: ${type};\n`;
}

const listSource = (name: string, attributes: readonly string[], url: (name: string) => string) =>
  interfaceSource(
    name,
    [],
    sorted(attributes).map((attribute) => propertySource("*", attribute, url(attribute))),
  );

function rootSource({ root, rootTag, globals, globalUrl }: Vocabulary): string {
  const properties = sorted([...globals, ...sharedGlobals, ...ownTypes.keys()]).map((name) =>
    propertySource(rootTag, name, sharedGlobals.includes(name) ? html.globalUrl(htmlName(name)) : globalUrl(name)),
  );
  return interfaceSource(root, ["AriaAttributes", "EventHandlerAttributes", "DatastarAttributes"], properties);
}

const needsInterface = (vocabulary: Vocabulary, tag: string) => vocabulary.own(tag).length > 0 || isVoid(tag);

const bindSource = (element: string) =>
  `${doc(`Binds a signal and the value of this element to each other. [Datastar](https://data-star.dev/reference/attributes#data-bind)`)}  "data-bind"?: Binding<${JSON.stringify(element)}>;\n`;

function elementInterfaces(vocabulary: Vocabulary): string[] {
  const { own, bases, url, interfaceName, tags } = vocabulary;
  // Keyed by name, since elements with equal attributes share an interface.
  const typed = tags.filter((tag) => needsInterface(vocabulary, tag));
  const tagByName = new Map(typed.map((tag) => [interfaceName(tag), tag]));
  return [...tagByName].sort().map(([name, tag]) => {
    const property = (attribute: string) =>
      propertySource(tag, attribute, `${url(tag)}#${htmlName(attribute).toLowerCase()}`);
    const attributes = sorted(isVoid(tag) ? [...own(tag), "children"] : own(tag));
    const variant = vocabulary === html ? variants.get(tag) : undefined;
    if (variant === undefined) {
      const binding = bindings.get(tag);
      return interfaceSource(name, bases(tag), [
        ...attributes.map(property),
        ...(binding === undefined ? [] : [bindSource(binding)]),
      ]);
    }
    const { by, groups } = variant;
    const shared = `Common${name}`;
    const others = groups.flatMap((group) => ("values" in group ? [JSON.stringify(group.values)] : []));
    return [
      interfaceSource(shared, bases(tag), attributes.filter((attribute) => attribute !== by).map(property)),
      ...groups.map((group) => {
        // The attribute that tells the groups apart comes first: it is then compared first.
        const rest = () =>
          attributeType(tag, by)
            .split(" | ")
            .filter((value) => !others.includes(value))
            .join(" | ");
        const type = "type" in group ? group.type : "values" in group ? oneOf(group.values) : `Optional<${rest()}>`;
        const optional = type.startsWith("Optional") ? "?" : "";
        return interfaceSource(
          group.name,
          [shared],
          [`${link(`${url(tag)}#${by}`)}  ${by}${optional}: ${type};\n`, bindSource(group.binding)],
        );
      }),
      `export type ${name} = ${groups.map((group) => group.name).join(" | ")};\n`,
    ].join("\n");
  });
}

function elementEntries(vocabulary: Vocabulary): [tag: string, source: string][] {
  return vocabulary.tags.map((tag) => {
    const type = needsInterface(vocabulary, tag) ? vocabulary.interfaceName(tag) : vocabulary.root;
    return [tag, `${link(vocabulary.url(tag))}  ${quoted(tag)}: ${type};\n`];
  });
}

export function elementsSource(): string {
  const vocabularies = [html, svg, math];
  const entries = vocabularies
    .flatMap(elementEntries)
    .sort()
    .map(([, source]) => source);
  return [
    `${header}import type { DatastarAttributes, ${places.map(localInterface).sort().join(", ")} } from "./datastar-attributes.js";
import type { Binding } from "../attributes/types.js";
import type { Child, ClassValue, StyleValue, UrlValue } from "../html/types.js";

/** An attribute's value, or one of the values that leave the attribute out. */
type Optional<T> = T | false | null | undefined;\n`,
    ...[...valueSetAliases].map(([set, alias]) => `type ${alias} = ${valueSetType(set)};\n`),
    listSource("AriaAttributes", aria, (name) => `${ariaUrl}/Attributes/${name}`),
    listSource(
      "EventHandlerAttributes",
      globalHandlers.map(([name]) => name),
      () => "",
    ),
    ...vocabularies.flatMap((vocabulary) => [rootSource(vocabulary), ...elementInterfaces(vocabulary)]),
    `export interface IntrinsicElements {\n${entries.join("")}}\n`,
  ].join("\n");
}

/** Prints the typings of the elements: `src/generated/elements.ts`. */
import { attributeType, valueSetAliases, valueSetType } from "./attribute-types.js";
import { booleanWordsOf } from "./boolean-words.js";
import { datastarElements } from "./declaration-source.js";
import { globalHandlers, localHandlers, localInterface, places } from "./dom-lib.js";
import { isVoid } from "./html-data.js";
import { doc, header, interfaceSource, quoted, sorted, words } from "./text.js";
import { aria, ariaUrl, html, math, svg, type Vocabulary } from "./vocabularies.js";

/** What every element takes in whichever namespace. */
const sharedGlobals = words("autofocus class className id nonce part role slot style tabindex");
/** These types say for themselves which values leave the attribute out. */
const ownTypes = new Map([
  ["class", "ClassValue"],
  ["className", "ClassValue"],
  ["key", "string | number | bigint | null | undefined"],
  ["style", "StyleValue"],
]);
const htmlName = (name: string) => (name === "className" ? "class" : name === "htmlFor" ? "for" : name);
const link = (url: string) => doc(`[MDN](${url})`);
const handlerUrls = new Map([...globalHandlers, ...Object.values(localHandlers).flat()]);

/** The interfaces of an element whose `data-bind` depends on the value of another attribute. */
interface Variants {
  /** The attribute that tells them apart. */
  readonly by: string;
  /** In alphabetical order: TypeScript 7 reports the last of those that fit best. */
  readonly variants: readonly {
    readonly name: string;
    /** The type of the attribute. Without a question mark it must be there. */
    readonly type: string;
    readonly binding: string;
  }[];
}

const inputTypes = attributeType("input", "type").split(" | ");
const otherInputTypes = ["checkbox", "file"].map((type) => JSON.stringify(type));
const valueInputTypes = inputTypes
  .filter((type) => type.startsWith('"') && !otherInputTypes.includes(type))
  .join(" | ");
/** Any text, of which editors know what it may be. */
const anyInputType = `Optional<Keyword<"checkbox" | "file" | ${valueInputTypes}> | (string & {})>`;

const variantsOf: ReadonlyMap<string, Variants> = new Map([
  [
    "input",
    {
      by: "type",
      variants: [
        { name: "AnyInputAttributes", type: anyInputType, binding: "AnyBinding" },
        { name: "CheckboxAttributes", type: 'Keyword<"checkbox">', binding: 'Binding<"checkbox">' },
        { name: "FileInputAttributes", type: 'Keyword<"file">', binding: 'Binding<"file">' },
        { name: "ValueInputAttributes", type: `Optional<Keyword<${valueInputTypes}>>`, binding: 'Binding<"input">' },
      ],
    },
  ],
  [
    "select",
    {
      by: "multiple",
      variants: [
        { name: "AnySelectAttributes", type: 'Optional<BooleanAttribute<"multiple">>', binding: "AnyBinding" },
        { name: "MultipleSelectAttributes", type: 'true | "" | "multiple"', binding: 'Binding<"select multiple">' },
        { name: "SingleSelectAttributes", type: "Optional<false>", binding: 'Binding<"select">' },
      ],
    },
  ],
]);
const bindings = new Map([["textarea", 'Binding<"textarea">']]);

function valueType(tag: string, name: string): string {
  if (handlerUrls.has(name)) return "string";
  const types = attributeType(tag, name).split(" | ");
  const words = booleanWordsOf(tag, name) === undefined ? [] : ["boolean"];
  // What is no list, or an open one, takes any text.
  if (types.some((type) => type.startsWith("string") || type.startsWith("(string"))) {
    return [...words, ...types].join(" | ");
  }
  // The letters that number a list mean something else in capitals.
  const isFolded = html.tags.includes(tag) && !types.includes('"1"');
  const isKeyword = (type: string) => isFolded && type.startsWith('"');
  const keywords = types.filter(isKeyword);
  return [
    ...words,
    ...types
      .filter((type) => !isKeyword(type))
      .map((type) => (type === "boolean" ? `BooleanAttribute<"${name}">` : type)),
    ...(keywords.length === 0 ? [] : [`Keyword<${keywords.join(" | ")}>`]),
  ].join(" | ");
}

function propertySource(tag: string, name: string, url: string): string {
  const type = ownTypes.get(name) ?? `Optional<${valueType(tag, name)}>`;
  return `${name === "key" ? "" : link(handlerUrls.get(name) ?? url)}  ${quoted(name)}?: ${type};\n`;
}

const listSource = (name: string, attributes: readonly string[], url: (name: string) => string) =>
  interfaceSource(
    name,
    [],
    sorted(attributes).map((attribute) => propertySource("*", attribute, url(attribute))),
  );

const childless = "VoidElementAttributes";

const documentedRoot = "/** The attributes that every element of HTML takes, and its children. */\n";

function rootSource({ root, rootTag, globals, globalUrl }: Vocabulary): string {
  const bases = ["AriaAttributes", "EventHandlerAttributes", "DatastarAttributes"];
  const properties = sorted([...globals, ...sharedGlobals, ...ownTypes.keys()]).map((name) =>
    propertySource(rootTag, name, sharedGlobals.includes(name) ? html.globalUrl(htmlName(name)) : globalUrl(name)),
  );
  const children = "  children?: Child;\n";
  // Of HTML alone there are void elements. They do not declare `children`, rather than as `never`: an element of any
  // name takes what all elements take, and those that do not declare it are not asked.
  return root === html.root
    ? `${interfaceSource(childless, bases, properties)}\n${documentedRoot}${interfaceSource(root, [childless], [children])}`
    : interfaceSource(root, bases, [children, ...properties]);
}

const needsInterface = (vocabulary: Vocabulary, tag: string) => vocabulary.own(tag).length > 0;
const basesOf = (vocabulary: Vocabulary, tag: string) => (isVoid(tag) ? [childless] : vocabulary.bases(tag));

const bindSource = (type: string) =>
  `${doc(`Binds a signal and the value of this element to each other. [Datastar](https://data-star.dev/reference/attributes#data-bind)`)}  "data-bind"?: ${type};\n`;

function elementInterfaces(vocabulary: Vocabulary): string[] {
  const { own, url, interfaceName, tags } = vocabulary;
  // Keyed by name, since elements with equal attributes share an interface.
  const typed = tags.filter((tag) => needsInterface(vocabulary, tag));
  const tagByName = new Map(typed.map((tag) => [interfaceName(tag), tag]));
  return [...tagByName].sort().map(([name, tag]) => {
    const property = (attribute: string) =>
      propertySource(tag, attribute, `${url(tag)}#${htmlName(attribute).toLowerCase()}`);
    const datastar = vocabulary === html ? datastarElements.get(tag) : undefined;
    const bases = [...basesOf(vocabulary, tag), ...(datastar === undefined ? [] : [datastar])];
    const attributes = sorted(own(tag));
    const found = vocabulary === html ? variantsOf.get(tag) : undefined;
    if (found === undefined) {
      const binding = bindings.get(tag);
      return interfaceSource(name, bases, [
        ...attributes.map(property),
        ...(binding === undefined ? [] : [bindSource(binding)]),
      ]);
    }
    const { by, variants } = found;
    const common = `Common${name}`;
    return [
      interfaceSource(common, bases, attributes.filter((attribute) => attribute !== by).map(property)),
      ...variants.map((variant) =>
        interfaceSource(
          variant.name,
          [common],
          [
            // It comes first, since it is then compared first.
            `${link(`${url(tag)}#${by}`)}  ${by}${variant.type.startsWith("Optional") ? "?" : ""}: ${variant.type};\n`,
            bindSource(variant.binding),
          ],
        ),
      ),
      `export type ${name} = ${variants.map((variant) => variant.name).join(" | ")};\n`,
    ].join("\n");
  });
}

function elementEntries(vocabulary: Vocabulary): [tag: string, source: string][] {
  return vocabulary.tags.map((tag) => {
    const shared = isVoid(tag) ? childless : vocabulary.root;
    const type = needsInterface(vocabulary, tag) ? vocabulary.interfaceName(tag) : shared;
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
    `${header}import type { DatastarAttributes, ${[...datastarElements.values(), ...places.map(localInterface)].sort().join(", ")} } from "./datastar-attributes.js";
import type { AnyBinding, Binding } from "../attributes/types.js";
import type { Child, ClassValue, StyleValue, UrlValue } from "../html/types.js";

/** An attribute's value, or one of the values that leave the attribute out. */
type Optional<T> = T | false | null | undefined;

/** Words of which HTML has a list. It reads them in capitals as well, as in \`method="POST"\`. */
type Keyword<T extends string> = T | Uppercase<T>;

/** An attribute that is there or not. HTML writes it with its own name as its value, or with none. */
type BooleanAttribute<name extends string> = boolean | "" | name;\n`,
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

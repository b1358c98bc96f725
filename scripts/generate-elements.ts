/**
 * Writes the element typings and the list of DOM event names from published data sets.
 * Run with `npx tsx scripts/generate-elements.ts` after updating one of those packages.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { ariaAttributes } from "aria-attributes";
import { htmlElementAttributes } from "html-element-attributes";
import { svgElementAttributes } from "svg-element-attributes";

type AttributeData = { name: string; valueSet?: string; description?: string | { value: string } };
type TagData = { name: string; void?: boolean; attributes: AttributeData[]; references?: { url: string }[] };
type HtmlData = {
  tags: TagData[];
  globalAttributes: AttributeData[];
  valueSets: { name: string; values: { name: string }[] }[];
};

const dataPath = createRequire(import.meta.url).resolve("@vscode/web-custom-data/data/browsers.html-data.json");
const data = JSON.parse(readFileSync(dataPath, "utf8")) as HtmlData;
const tagData = new Map(data.tags.map((tag) => [tag.name, tag]));

const words = (list: string) => list.split(/\s+/).filter(Boolean);
const wordSet = (list: string) => new Set(words(list));
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const oneOf = (values: string) => words(values).map((value) => JSON.stringify(value)).join(" | ");

// Events ------------------------------------------------------------------------------------------

/** The data's list of handler attributes predates these members of GlobalEventHandlers. */
const newerHandlerEvents = words(`
  animationcancel animationend animationiteration animationstart auxclick beforeinput beforematch beforetoggle cancel
  close command contextlost contextrestored copy cuechange cut formdata gotpointercapture lostpointercapture paste
  pointerrawupdate scrollend scrollsnapchange scrollsnapchanging securitypolicyviolation selectionchange selectstart
  slotchange toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun
  transitionstart wheel`);

/** Reachable through addEventListener only, so no attribute list can name them. */
const eventsWithoutHandler = words(`
  appinstalled beforeinstallprompt compositionend compositionstart compositionupdate devicemotion deviceorientation
  deviceorientationabsolute encrypted enterpictureinpicture focusin focusout freeze fullscreenchange fullscreenerror
  gamepadconnected gamepaddisconnected leavepictureinpicture orientationchange prerenderingchange resume
  visibilitychange waitingforkey webglcontextlost webglcontextrestored`);

const isHandler = (name: string) => name.startsWith("on");
const htmlGlobalNames = [
  ...(htmlElementAttributes["*"] ?? []),
  ...data.globalAttributes.map((attribute) => attribute.name),
];
const globalHandlers = sorted([
  ...htmlGlobalNames.filter(isHandler),
  ...newerHandlerEvents.map((event) => `on${event}`),
]);

// Value types -------------------------------------------------------------------------------------

const numeric = "string | number";
const trueOrFalse = oneOf("true false");

/** Token lists, and names the platform keeps adding to: completed by the editor, not enforced. */
const openValueSets = wordSet("dropeffect inputautocomplete relevant roles sb target");
/** Sets too long to spell out at every use. */
const valueSetAliases = new Map([["inputautocomplete", "AutofillHint"], ["roles", "Role"]]);

const urlAttributes = wordSet("action cite formaction href poster src xlink:href");
const booleanAttributes = wordSet(`
  allowpaymentrequest allowusermedia alpha compact credentialless declare disablepictureinpicture
  disableremoteplayback inert moz-opaque nohref nomodule noresize noshade nowrap open playsinline shadowrootclonable
  shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootserializable webkitdirectory`);
const stringBooleanAttributes = wordSet(`
  accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric writingsuggestions`);
const numericAttributes = wordSet(`
  amplitude azimuth baseFrequency baseline-shift bias border by cellpadding cellspacing charoff cols colspan
  columnspan cx cy depth diffuseConstant divisor dx dy elevation exponent fill-opacity flood-opacity font-size
  font-size-adjust font-weight fr frameborder from fx fy height high hspace intercept k1 k2 k3 k4 kernelUnitLength
  kerning letter-spacing limitingConeAngle low marginheight marginwidth markerHeight markerWidth max maxlength min
  minlength numOctaves offset opacity optimum order orient pathLength pointsAtX pointsAtY pointsAtZ r radius refX
  refY repeatCount rotate rows rowspan rx ry scale scriptlevel seed size slope span specularConstant specularExponent
  start startOffset stdDeviation step stop-opacity stroke-dasharray stroke-dashoffset stroke-miterlimit
  stroke-opacity stroke-width surfaceScale tabindex targetX targetY textLength to value version vspace width
  word-spacing x x1 x2 y y1 y2 z`);

/** Where the data has no values, or outdated ones; `true` stands for the bare attribute name. */
const typeOverrides = new Map([
  ["autocapitalize", oneOf("characters none off on sentences words")],
  ["capture", `boolean | ${oneOf("environment user")}`],
  ["closedby", oneOf("any closerequest none")],
  ["colorspace", oneOf("display-p3 limited-srgb")],
  ["command", `${oneOf("close hide-popover request-close show-modal show-popover toggle-popover")} | \`--\${string}\``],
  ["contenteditable", `true | "" | ${oneOf("true false plaintext-only")}`],
  ["crossorigin", `true | "" | ${oneOf("anonymous use-credentials")}`],
  ["download", "string | boolean"],
  ["formmethod", oneOf("dialog get post")],
  ["hidden", `boolean | ${oneOf("until-found")}`],
  ["inputmode", oneOf("decimal email none numeric search tel text url")],
  ["math.dir", oneOf("ltr rtl")],
  ["math.display", oneOf("block inline")],
  ["mo.form", oneOf("infix postfix prefix")],
  ["object.data", "UrlValue"],
  ["popover", `true | "" | ${oneOf("auto hint manual")}`],
  ["popovertargetaction", oneOf("hide show toggle")],
  ["preload", `true | "" | ${oneOf("auto metadata none")}`],
  ["sandbox", `true | ${valueSetType("sb")}`],
  ["shadowrootmode", oneOf("closed open")],
  ["textPath.method", oneOf("align stretch")],
  ["virtualkeyboardpolicy", oneOf("auto manual")],
]);

function valueSetType(name: string): string {
  const values = data.valueSets.find((set) => set.name === name)?.values ?? [];
  const union = [...new Set(values.map((value) => JSON.stringify(value.name)))].join(" | ");
  return openValueSets.has(name) ? `${union} | (string & {})` : union;
}

/** The data often gives the values on one element only; `type` alone differs per element. */
function valueSetOf(tag: string, name: string): string | undefined {
  const named = (attribute: AttributeData) => attribute.name === name && attribute.valueSet !== undefined;
  const own = tagData.get(tag)?.attributes.find(named) ?? data.globalAttributes.find(named);
  const shared = name === "type" ? undefined : data.tags.flatMap((other) => other.attributes).find(named);
  return (own ?? shared)?.valueSet;
}

function attributeType(tag: string, name: string): string {
  const override = typeOverrides.get(`${tag}.${name}`) ?? typeOverrides.get(name);
  if (override !== undefined) return override;
  if (urlAttributes.has(name)) return "UrlValue";
  if (numericAttributes.has(name)) return numeric;
  if (stringBooleanAttributes.has(name)) return trueOrFalse;
  const set = valueSetOf(tag, name);
  if (set === "v" || booleanAttributes.has(name)) return "boolean";
  if (set !== undefined) return valueSetAliases.get(set) ?? valueSetType(set);
  return name.startsWith("aria-") ? numeric : "string";
}

// Vocabularies ------------------------------------------------------------------------------------

/** The elements of one namespace. */
interface Vocabulary {
  root: string;
  /** The element that stands for all of them when the type of a global attribute is looked up. */
  rootTag: string;
  tags: string[];
  globals: string[];
  own: (tag: string) => string[];
  bases: (tag: string) => string[];
  interfaceName: (tag: string) => string;
  url: (tag: string) => string;
  globalUrl: (attribute: string) => string;
}

const mdn = "https://developer.mozilla.org/docs/Web";
const ariaUrl = `${mdn}/Accessibility/ARIA/Reference`;
const pascalCase = (tag: string) => tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Abbreviations that would make an unreadable type name, and elements with equal attributes. */
const readableNames: Record<string, string> = {
  a: "Anchor", br: "LineBreak", col: "TableColumn", colgroup: "TableColumnGroup", del: "Deletion",
  dir: "DirectoryList", dl: "DescriptionList", h1: "Heading", h2: "Heading", h3: "Heading", h4: "Heading",
  h5: "Heading", h6: "Heading", hr: "HorizontalRule", img: "Image", ins: "Insertion", li: "ListItem",
  ol: "OrderedList", optgroup: "OptionGroup", p: "Paragraph", q: "Quote", tbody: "TableSection", td: "TableCell",
  tfoot: "TableSection", th: "TableHeader", thead: "TableSection", tr: "TableRow", ul: "UnorderedList",
  wbr: "WordBreak",
};
/** In use on the platform, but in neither data set. */
const newerHtmlAttributes: Record<string, string> = {
  audio: "controlslist disableremoteplayback",
  body: "onmessageerror onpagereveal onpageswap onrejectionhandled onunhandledrejection",
  iframe: "credentialless",
  input: "capture webkitdirectory",
  label: "htmlFor",
  meta: "property",
  output: "htmlFor",
  video: "controlslist disablepictureinpicture disableremoteplayback",
};
/** An attribute's prose is the only place where the data says that the standard dropped it. */
const obsolete = /non-conforming|Do not use this attribute|This attribute has been (deprecated|removed)/;
const isObsolete = ({ description = "" }: AttributeData) =>
  obsolete.test(typeof description === "string" ? description : description.value);
/** JSX cannot tell the namespaces apart, so one interface serves the HTML and the SVG element. */
const sharedTags = wordSet("a script style title");
const htmlGlobals = sorted(htmlGlobalNames).filter((name) => !isHandler(name) && !name.startsWith("aria-"));

const html: Vocabulary = {
  root: "GlobalAttributes",
  rootTag: "html",
  tags: sorted([...Object.keys(htmlElementAttributes), ...tagData.keys()]).filter((tag) => tag !== "*"),
  globals: htmlGlobals,
  own(tag) {
    const described = tagData.get(tag)?.attributes ?? [];
    const left = new Set([...htmlGlobals, ...globalHandlers, ...described.filter(isObsolete).map(({ name }) => name)]);
    return [
      ...(htmlElementAttributes[tag] ?? []),
      ...described.map(({ name }) => name),
      ...words(newerHtmlAttributes[tag] ?? ""),
      ...(sharedTags.has(tag) ? svg.own(tag) : []),
    ].filter((name) => !left.has(name));
  },
  // Of the shared tags only SVG's `a` is drawn, hence styled by presentation attributes.
  bases: (tag) => (tag === "a" ? ["GlobalAttributes", "SvgAttributes"] : ["GlobalAttributes"]),
  interfaceName: (tag) => `${readableNames[tag] ?? pascalCase(tag)}Attributes`,
  url: (tag) => tagData.get(tag)?.references?.[0]?.url ?? `${mdn}/HTML/Reference/Elements/${tag}`,
  globalUrl: (name) => (name === "role" ? `${ariaUrl}/Roles` : `${mdn}/HTML/Reference/Global_attributes/${name}`),
};

/** Left by SVG 1.1, SVG Tiny 1.2 and RDFa: in the data, but without a page of their own to link to. */
const svgRemnants = words(`
  about color-profile color-rendering content datatype enable-background externalResourcesRequired focusable
  focusHighlight kerning nav-down nav-down-left nav-down-right nav-left nav-next nav-prev nav-right nav-up
  nav-up-left nav-up-right property requiredFonts requiredFormats resource rev typeof`);
const svgRemnantTags = wordSet(`
  altGlyph altGlyphDef altGlyphItem animateColor animation color-profile handler listener prefetch solidColor tbreak
  textArea unknown`);
/** The data lists most of these on nearly every element; kept there they would multiply the size of the file. */
const svgGlobals = sorted([
  ...(svgElementAttributes["*"] ?? []),
  ...svgRemnants,
  ...words("clip mask-type requiredExtensions requiredFeatures systemLanguage transform-origin xml:lang xml:space"),
]);

const svg: Vocabulary = {
  root: "SvgAttributes",
  rootTag: "svg",
  tags: Object.keys(svgElementAttributes).filter((tag) => tag !== "*" && !html.tags.includes(tag)),
  globals: svgGlobals,
  own(tag) {
    const listed = svgElementAttributes[tag] ?? [];
    const xml = tag === "svg" ? ["xmlns", "xmlns:xlink"] : listed.includes("href") ? ["xlink:href"] : [];
    return [...listed, ...xml].filter((name) => !svgGlobals.includes(name));
  },
  bases: () => ["SvgAttributes"],
  interfaceName: (tag) => `Svg${pascalCase(tag)}Attributes`,
  url: (tag) => `${mdn}/SVG/Reference/Element${svgRemnantTags.has(tag) ? "" : `/${tag}`}`,
  globalUrl: (name) => `${mdn}/SVG/Reference/Attribute${svgRemnants.includes(name) ? "" : `/${name}`}`,
};

/** MathML Core, for which no data package exists. */
const mathAttributes: Record<string, string> = {
  ...Object.fromEntries(words(`
  merror mmultiscripts mn mphantom mprescripts mroot mrow ms msqrt mstyle msub msubsup msup mtable mtext mtr
  semantics`).map((tag) => [tag, ""])),
  annotation: "encoding",
  "annotation-xml": "encoding",
  math: "alttext display xmlns",
  mfrac: "linethickness",
  mi: "mathvariant",
  mo: "accent fence form largeop lspace maxsize minsize movablelimits rspace separator stretchy symmetric",
  mover: "accent",
  mpadded: "depth height lspace voffset width",
  mspace: "depth height width",
  mtd: "columnspan rowspan",
  munder: "accentunder",
  munderover: "accent accentunder",
};

const math: Vocabulary = {
  root: "MathMLAttributes",
  rootTag: "math",
  tags: Object.keys(mathAttributes),
  globals: words("dir displaystyle mathbackground mathcolor mathsize scriptlevel"),
  own: (tag) => words(mathAttributes[tag] ?? ""),
  bases: () => ["MathMLAttributes"],
  interfaceName: (tag) => `MathML${pascalCase(tag)}Attributes`,
  url: (tag) => `${mdn}/MathML/Reference/Element/${tag}`,
  globalUrl: (name) => `${mdn}/MathML/Reference/Global_attributes/${name}`,
};

// Source text -------------------------------------------------------------------------------------

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
const quoted = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
const htmlName = (name: string) => (name === "className" ? "class" : name === "htmlFor" ? "for" : name);
const link = (url: string) => `  /** [MDN](${url}) */\n`;
/** The data marks only the void elements it describes; the parser knows these two as well. */
const isVoid = (tag: string) => tagData.get(tag)?.void === true || tag === "basefont" || tag === "frame";

function propertySource(tag: string, name: string, url: string): string {
  const common = name === "children" && isVoid(tag) ? "never" : ownTypes.get(name);
  const type = common ?? `Optional<${isHandler(name) ? "string" : attributeType(tag, name)}>`;
  const documented = name !== "children" && name !== "key";
  return `${documented ? link(url) : ""}  ${quoted(name)}?: ${type};\n`;
}

function interfaceSource(name: string, bases: string[], properties: string[]): string {
  const heritage = bases.length > 0 ? ` extends ${bases.join(", ")}` : "";
  return `export interface ${name}${heritage} {\n${properties.join("")}}\n`;
}

const listSource = (name: string, attributes: string[], url: (name: string) => string) =>
  interfaceSource(name, [], sorted(attributes).map((attribute) => propertySource("*", attribute, url(attribute))));

function rootSource({ root, rootTag, globals, globalUrl }: Vocabulary): string {
  const properties = sorted([...globals, ...sharedGlobals, ...ownTypes.keys()]).map((name) =>
    propertySource(rootTag, name, sharedGlobals.includes(name) ? html.globalUrl(htmlName(name)) : globalUrl(name)));
  return interfaceSource(root, ["AriaAttributes", "EventHandlerAttributes", "DatastarAttributes"], properties);
}

const needsInterface = (vocabulary: Vocabulary, tag: string) => vocabulary.own(tag).length > 0 || isVoid(tag);

function elementInterfaces(vocabulary: Vocabulary): string[] {
  const { own, bases, url, interfaceName, tags } = vocabulary;
  // Keyed by name, since elements with equal attributes share an interface.
  const typed = tags.filter((tag) => needsInterface(vocabulary, tag));
  const tagByName = new Map(typed.map((tag) => [interfaceName(tag), tag]));
  return [...tagByName].sort().map(([name, tag]) => {
    const properties = sorted(isVoid(tag) ? [...own(tag), "children"] : own(tag)).map((property) =>
      propertySource(tag, property, `${url(tag)}#${htmlName(property).toLowerCase()}`));
    return interfaceSource(name, bases(tag), properties);
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
  const aria = ariaAttributes.filter((name) => name.startsWith("aria-"));
  const handlersUrl = `${mdn}/HTML/Reference/Attributes#event_handler_attributes`;
  const entries = vocabularies.flatMap(elementEntries).sort().map(([, source]) => source);
  return [
    `// Generated by scripts/generate-elements.ts; do not edit.
import type { DatastarAttributes } from "../src/attributes/types.js";
import type { Child, ClassValue, StyleValue, UrlValue } from "./types.js";

/** An attribute's value, or one of the values that leave the attribute out. */
type Optional<T> = T | false | null | undefined;\n`,
    ...[...valueSetAliases].map(([set, alias]) => `type ${alias} = ${valueSetType(set)};\n`),
    listSource("AriaAttributes", aria, (name) => `${ariaUrl}/Attributes/${name}`),
    listSource("EventHandlerAttributes", globalHandlers, () => handlersUrl),
    ...vocabularies.flatMap((vocabulary) => [rootSource(vocabulary), ...elementInterfaces(vocabulary)]),
    `export interface IntrinsicElements {\n${entries.join("")}}\n`,
  ].join("\n");
}

export function domEventsSource(): string {
  const handlers = [...html.tags.flatMap(html.own).filter(isHandler), ...globalHandlers];
  const names = sorted([...handlers.map((handler) => handler.slice("on".length)), ...eventsWithoutHandler]);
  return `// Generated by scripts/generate-elements.ts; do not edit.

/** The events that elements, documents and windows fire. */
export type DomEventName =\n${names.map((name) => `  | "${name}"`).join("\n")};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../jsx-runtime/elements.ts", import.meta.url), elementsSource());
  writeFileSync(new URL("../src/attributes/dom-events.ts", import.meta.url), domEventsSource());
}

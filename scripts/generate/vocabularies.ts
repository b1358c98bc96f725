/** The elements of HTML, SVG and MathML, and the attributes that each has of its own. */
import { ariaAttributes } from "aria-attributes";
import { htmlElementAttributes } from "html-element-attributes";
import { svgElementAttributes } from "svg-element-attributes";
import { localHandlers, localInterface, type Place } from "./dom-lib.js";
import { htmlData, tagData } from "./html-data.js";
import {
  linkAttributes,
  moreHtmlAttributes,
  moreHtmlGlobals,
  moreHtmlTags,
  moreMathAttributes,
  moreSvgGlobals,
} from "./more-vocabulary.js";
import { sorted, words, wordSet } from "./text.js";

/** The elements of one namespace. */
export interface Vocabulary {
  root: string;
  /** The element that stands for all of them when the type of a global attribute is looked up. */
  rootTag: string;
  tags: readonly string[];
  globals: readonly string[];
  own: (tag: string) => string[];
  bases: (tag: string) => string[];
  interfaceName: (tag: string) => string;
  url: (tag: string) => string;
  globalUrl: (attribute: string) => string;
}

const mdn = "https://developer.mozilla.org/docs/Web";
export const ariaUrl = `${mdn}/Accessibility/ARIA/Reference`;
const pascalCase = (tag: string) => tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** ARIA 1.3 adds what the data does not have yet. */
const newerAria = words(
  "aria-braillelabel aria-brailleroledescription aria-colindextext aria-description aria-rowindextext",
);
export const aria = sorted([...ariaAttributes.filter((name) => name.startsWith("aria-")), ...newerAria]);

// Listed by the data, but nothing has ever read them, or no browser and no mail program reads them any more.
const deadHtmlTags = wordSet("isindex");
const deadHtmlAttributes = wordSet("allowusermedia contextmenu dropzone moz-opaque");

/** Abbreviations that would make an unreadable type name, and elements with equal attributes. */
const readableNames: Record<string, string> = {
  a: "Anchor",
  br: "LineBreak",
  col: "TableColumn",
  colgroup: "TableColumnGroup",
  del: "Deletion",
  dir: "DirectoryList",
  dl: "DescriptionList",
  h1: "Heading",
  h2: "Heading",
  h3: "Heading",
  h4: "Heading",
  h5: "Heading",
  h6: "Heading",
  hr: "HorizontalRule",
  img: "Image",
  ins: "Insertion",
  li: "ListItem",
  ol: "OrderedList",
  optgroup: "OptionGroup",
  p: "Paragraph",
  q: "Quote",
  tbody: "TableSection",
  td: "TableCell",
  tfoot: "TableSection",
  th: "TableHeader",
  thead: "TableSection",
  tr: "TableRow",
  ul: "UnorderedList",
  wbr: "WordBreak",
};
/** Where events are fired that other elements never see. */
export const placeOf: ReadonlyMap<string, Place> = new Map([
  ["audio", "media"],
  ["body", "window"],
  ["canvas", "canvas"],
  ["frameset", "window"],
  ["track", "media"],
  ["video", "media"],
]);
const isHandler = (name: string) => name.startsWith("on");
const isLiving = (name: string) => !isHandler(name) && !deadHtmlAttributes.has(name);
/** JSX cannot tell the namespaces apart, so one interface serves the HTML and the SVG element. */
const sharedTags = wordSet("a script style title");
const htmlGlobals = sorted([
  ...(htmlElementAttributes["*"] ?? []),
  ...htmlData.globalAttributes.map(({ name }) => name),
]).filter((name) => isLiving(name) && !name.startsWith("aria-"));

export const html: Vocabulary = {
  root: "GlobalAttributes",
  rootTag: "html",
  tags: sorted([...Object.keys(htmlElementAttributes), ...tagData.keys(), ...moreHtmlTags]).filter(
    (tag) => tag !== "*" && !deadHtmlTags.has(tag),
  ),
  globals: [...htmlGlobals, ...moreHtmlGlobals],
  own(tag) {
    const described = tagData.get(tag)?.attributes ?? [];
    const place = placeOf.get(tag);
    return [
      ...[
        ...(htmlElementAttributes[tag] ?? []),
        ...described.map(({ name }) => name),
        ...(sharedTags.has(tag) ? svg.own(tag) : []),
        ...moreHtmlAttributes(tag),
      ].filter((name) => isLiving(name) && !htmlGlobals.includes(name)),
      ...(place === undefined ? [] : localHandlers[place].map(([name]) => name)),
    ];
  },
  bases(tag) {
    const place = placeOf.get(tag);
    if (place !== undefined) return ["GlobalAttributes", localInterface(place)];
    // Of the shared tags only SVG's `a` is drawn, hence styled by presentation attributes.
    return tag === "a" ? ["GlobalAttributes", "SvgAttributes"] : ["GlobalAttributes"];
  },
  interfaceName: (tag) => `${readableNames[tag] ?? pascalCase(tag)}Attributes`,
  url: (tag) => tagData.get(tag)?.references?.[0]?.url ?? `${mdn}/HTML/Reference/Elements/${tag}`,
  globalUrl: (name) => (name === "role" ? `${ariaUrl}/Roles` : `${mdn}/HTML/Reference/Global_attributes/${name}`),
};

// Of SVG 1.1 and SVG Tiny 1.2: no browser draws, loads or runs them.
const deadSvgTags = wordSet(`
  altGlyph altGlyphDef altGlyphItem animateColor animation color-profile cursor font-face font-face-format
  font-face-name font-face-src font-face-uri glyph glyphRef handler hkern listener missing-glyph prefetch solidColor
  tbreak textArea tref unknown vkern`);
const deadSvgAttributes = wordSet(`
  attributeType clip color-profile color-rendering editable enable-background externalResourcesRequired focusHighlight glyph-orientation-horizontal
  glyph-orientation-vertical initialVisibility kerning mediaCharacterEncoding mediaContentEncodings mediaSize
  mediaTime nav-down nav-down-left nav-down-right nav-left nav-next nav-prev nav-right nav-up nav-up-left nav-up-right
  playbackOrder playbackorder requiredFonts requiredFormats snapshotTime
  syncBehavior syncBehaviorDefault syncMaster syncTolerance syncToleranceDefault timelineBegin timelinebegin
  transformBehavior viewTarget`);
/** The data lists most of these on nearly every element; kept there they would multiply the size of the file. */
const svgGlobals = sorted([
  ...(svgElementAttributes["*"] ?? []),
  ...words("focusable mask-type requiredExtensions systemLanguage transform-origin xml:lang xml:space"),
  ...moreSvgGlobals,
  ...moreHtmlGlobals.filter((name) => !name.startsWith("heading")),
]).filter((name) => !deadSvgAttributes.has(name));
/** These have no page of their own to link to. */
const unlinkedSvgAttributes = wordSet("focusable xml:base xml:lang xml:space");

export const svg: Vocabulary = {
  root: "SvgAttributes",
  rootTag: "svg",
  tags: Object.keys(svgElementAttributes).filter(
    (tag) => tag !== "*" && !deadSvgTags.has(tag) && !html.tags.includes(tag),
  ),
  globals: svgGlobals,
  own(tag) {
    const listed = svgElementAttributes[tag] ?? [];
    const xml = tag === "svg" ? ["xmlns", "xmlns:xlink"] : listed.includes("href") ? linkAttributes : [];
    return [...listed, ...xml, ...(tag === "a" ? ["interestfor"] : [])].filter(
      (name) => !svgGlobals.includes(name) && !deadSvgAttributes.has(name),
    );
  },
  bases: () => ["SvgAttributes"],
  interfaceName: (tag) => `Svg${pascalCase(tag)}Attributes`,
  url: (tag) => `${mdn}/SVG/Reference/Element/${tag}`,
  globalUrl: (name) => `${mdn}/SVG/Reference/Attribute${unlinkedSvgAttributes.has(name) ? "" : `/${name}`}`,
};

/** MathML Core and what came before it, for which no data package exists. */
const mathAttributes: Record<string, string> = {
  ...Object.fromEntries(
    words(`
  merror mmultiscripts mn mphantom mprescripts mroot mrow ms msqrt mstyle msub msubsup msup mtable mtext mtr
  semantics`).map((tag) => [tag, ""]),
  ),
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

export const math: Vocabulary = {
  root: "MathMLAttributes",
  rootTag: "math",
  tags: sorted([...Object.keys(mathAttributes), ...Object.keys(moreMathAttributes)]),
  globals: words("dir displaystyle href lang mathbackground mathcolor mathsize mathvariant scriptlevel"),
  own: (tag) => sorted(words(`${mathAttributes[tag] ?? ""} ${moreMathAttributes[tag] ?? ""}`)),
  bases: () => ["MathMLAttributes"],
  interfaceName: (tag) => `MathML${pascalCase(tag)}Attributes`,
  url: (tag) => `${mdn}/MathML/Reference/Element/${tag}`,
  globalUrl: (name) => `${mdn}/MathML/Reference/Global_attributes/${name}`,
};

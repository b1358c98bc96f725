/** The types of attributes' values. */
import { htmlData, tagData, type AttributeData } from "./html-data.js";
import { oneOf, words, wordSet } from "./text.js";

export const numeric = "string | number";
/** What names an element, and what refers to it by that name: records have numbers. */
const identifier = "string | number | bigint";
const trueOrFalse = oneOf("true false");

/** Token lists, and names the platform keeps adding to: completed by the editor, not enforced. */
const openValueSets = wordSet("dropeffect inputautocomplete relevant roles sb target");
/** Sets too long to spell out at every use. */
export const valueSetAliases = new Map([
  ["inputautocomplete", "AutofillHint"],
  ["roles", "Role"],
]);
/** Values that browsers no longer know. */
const deadValues = new Map([["t", wordSet("datetime")]]);

const urlAttributes = wordSet("action cite formaction href poster src xlink:href");
const identifiers = wordSet(`
  commandfor for form headers htmlFor id interestfor itemref list popovertarget
  aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby
  aria-owns`);
const booleanAttributes = wordSet(`
  adauctionheaders allowpaymentrequest alpha browsingtopics compact credentialless declare disablepictureinpicture
  disableremoteplayback headingreset incremental inert inlist nohref nomodule noresize noshade nowrap open playsinline
  shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootserializable
  sharedstoragewritable switch truespeed webkitdirectory`);
const wordBooleanAttributes = wordSet(`
  accent accentunder bevelled displaystyle fence focusable largeop movablelimits preserveAlpha separator stretchy
  symmetric writingsuggestions`);
const numericAttributes = wordSet(`
  amplitude aria-colcount aria-colindex aria-colspan aria-level aria-posinset aria-rowcount aria-rowindex aria-rowspan
  aria-setsize aria-valuemax aria-valuemin aria-valuenow azimuth balance baseFrequency baseline-shift bias border
  bottommargin by
  cellpadding cellspacing charoff cols colspan columnspan cx cy depth diffuseConstant divisor dx dy elevation exponent
  fill-opacity flood-opacity font-size font-size-adjust font-weight fr frameborder framespacing from fx fy gutter headingoffset height high hspace
  intercept k1 k2 k3 k4 kernelUnitLength kerning leftmargin letter-spacing limitingConeAngle low
  marginbottom marginheight marginleft marginright margintop marginwidth
  markerHeight markerWidth max maxlength min minlength numOctaves offset opacity optimum order orient pathLength
  pointsAtX pointsAtY pointsAtZ r radius refX refY repeatCount results rightmargin rotate rows rowspan rx ry scale scriptlevel scrollamount scrolldelay seed size
  slope span specularConstant specularExponent start startOffset stdDeviation step stop-opacity stroke-dasharray
  stroke-dashoffset stroke-miterlimit stroke-opacity stroke-width surfaceScale tabindex tableValues targetX targetY
  textLength to topmargin value version volume vspace width word-spacing x x1 x2 y y1 y2 z`);

/**
 * Where the data has no values, or outdated ones; `boolean` stands for the bare attribute name, and for no attribute.
 */
const htmlTypes: readonly (readonly [name: string, type: string])[] = [
  ["attributionsrc", "string | boolean"],
  ["autocapitalize", oneOf("characters none off on sentences words")],
  ["capture", `boolean | ${oneOf("environment user")}`],
  ["closedby", oneOf("any closerequest none")],
  ["colorspace", oneOf("display-p3 limited-srgb")],
  ["command", `${oneOf("close hide-popover request-close show-modal show-popover toggle-popover")} | \`--\${string}\``],
  ["contenteditable", `"" | ${oneOf("true false plaintext-only")}`],
  ["crossorigin", `true | "" | ${oneOf("anonymous use-credentials")}`],
  ["download", "string | boolean"],
  ["formmethod", oneOf("dialog get post")],
  ["hidden", `boolean | ${oneOf("until-found")}`],
  ["input.type", `${valueSetType("t")} | (string & {})`],
  ["inputmode", oneOf("decimal email none numeric search tel text url")],
  ["keygen.form", identifier],
  ["bgsound.loop", numeric],
  ["marquee.behavior", oneOf("alternate scroll slide")],
  ["marquee.direction", oneOf("down left right up")],
  ["marquee.loop", numeric],
  ["math.dir", oneOf("ltr rtl")],
  ["math.display", oneOf("block inline")],
  ["mfenced.open", "string"],
  ["mo.form", oneOf("infix postfix prefix")],
  ["object.data", "UrlValue"],
  ["popover", `true | "" | ${oneOf("auto hint manual")}`],
  ["popovertargetaction", oneOf("hide show toggle")],
  ["preload", `"" | ${oneOf("auto metadata none")}`],
  ["sandbox", `true | ${valueSetType("sb")}`],
  ["shadowrootmode", oneOf("closed open")],
  ["slot.name", "string"],
  ["spellcheck", `"" | ${trueOrFalse}`],
  ["virtualkeyboardpolicy", oneOf("auto manual")],
];

const units = oneOf("objectBoundingBox userSpaceOnUse");
const inTransfer = oneOf("discrete gamma identity linear table");

/** The data has no values for SVG. Presentation attributes may inherit. */
const svgTypes: readonly (readonly [name: string, type: string])[] = [
  ["accumulate", oneOf("none sum")],
  ["additive", oneOf("replace sum")],
  ["calcMode", oneOf("discrete linear paced spline")],
  ["clip-rule", oneOf("evenodd inherit nonzero")],
  ["clipPathUnits", units],
  ["color-interpolation", oneOf("auto inherit linearRGB sRGB")],
  ["color-interpolation-filters", oneOf("auto inherit linearRGB sRGB")],
  [
    "dominant-baseline",
    oneOf(
      "alphabetic auto central hanging ideographic inherit mathematical middle text-after-edge text-before-edge text-bottom text-top",
    ),
  ],
  ["edgeMode", oneOf("duplicate none wrap")],
  ["feColorMatrix.type", oneOf("hueRotate luminanceToAlpha matrix saturate")],
  ["feComposite.operator", oneOf("arithmetic atop in lighter out over xor")],
  ["feMorphology.operator", oneOf("dilate erode")],
  ["feTurbulence.type", oneOf("fractalNoise turbulence")],
  ...words("feFuncA feFuncB feFuncG feFuncR").map((tag) => [`${tag}.type`, inTransfer] as const),
  ["fill-rule", oneOf("evenodd inherit nonzero")],
  ["filterUnits", units],
  ["gradientUnits", units],
  ["lengthAdjust", oneOf("spacing spacingAndGlyphs")],
  ["markerUnits", oneOf("strokeWidth userSpaceOnUse")],
  ["mask-type", oneOf("alpha inherit luminance")],
  ["maskContentUnits", units],
  ["maskUnits", units],
  [
    "mode",
    oneOf(`color color-burn color-dodge darken difference exclusion hard-light hue lighten luminosity multiply normal
    overlay saturation screen soft-light`),
  ],
  ["patternContentUnits", units],
  ["patternUnits", units],
  [
    "pointer-events",
    oneOf("all auto bounding-box fill inherit none painted stroke visible visibleFill visiblePainted visibleStroke"),
  ],
  ["primitiveUnits", units],
  ["restart", oneOf("always never whenNotActive")],
  ["set.fill", oneOf("freeze remove")],
  ["shape-rendering", oneOf("auto crispEdges geometricPrecision inherit optimizeSpeed")],
  ["spreadMethod", oneOf("pad reflect repeat")],
  ["stitchTiles", oneOf("noStitch stitch")],
  ["stroke-linecap", oneOf("butt inherit round square")],
  ["stroke-linejoin", oneOf("arcs bevel inherit miter miter-clip round")],
  ["text-anchor", oneOf("end inherit middle start")],
  ["text-rendering", oneOf("auto geometricPrecision inherit optimizeLegibility optimizeSpeed")],
  ["textPath.method", oneOf("align stretch")],
  ["textPath.side", oneOf("left right")],
  ["textPath.spacing", oneOf("auto exact")],
  ["visibility", oneOf("collapse hidden inherit visible")],
  ["xChannelSelector", oneOf("A B G R")],
  ["xml:space", oneOf("default preserve")],
  ["yChannelSelector", oneOf("A B G R")],
];

const typeOverrides = new Map([...htmlTypes, ...svgTypes]);

export function valueSetType(name: string): string {
  const values = htmlData.valueSets.find((set) => set.name === name)?.values ?? [];
  const living = values.filter((value) => !deadValues.get(name)?.has(value.name));
  const union = [...new Set(living.map((value) => JSON.stringify(value.name)))].join(" | ");
  return openValueSets.has(name) ? `${union} | (string & {})` : union;
}

/** The data often gives the values on one element only; `type` alone differs per element. */
function valueSetOf(tag: string, name: string): string | undefined {
  const named = (attribute: AttributeData) => attribute.name === name && attribute.valueSet !== undefined;
  const own = tagData.get(tag)?.attributes.find(named) ?? htmlData.globalAttributes.find(named);
  const shared = name === "type" ? undefined : htmlData.tags.flatMap((other) => other.attributes).find(named);
  return (own ?? shared)?.valueSet;
}

/** The type of an attribute's value in the source of the typings. */
export function attributeType(tag: string, name: string): string {
  const override = typeOverrides.get(`${tag}.${name}`) ?? typeOverrides.get(name);
  if (override !== undefined) return override;
  if (urlAttributes.has(name)) return "UrlValue";
  if (identifiers.has(name)) return identifier;
  if (numericAttributes.has(name)) return numeric;
  if (wordBooleanAttributes.has(name)) return trueOrFalse;
  const set = valueSetOf(tag, name);
  if (set === "v" || booleanAttributes.has(name)) return "boolean";
  if (set !== undefined) return valueSetAliases.get(set) ?? valueSetType(set);
  return "string";
}

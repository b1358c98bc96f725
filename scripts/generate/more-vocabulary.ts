/** What the data sets leave out: names that are newer than they are, and names that browsers and mail still read. */
import { words } from "./text.js";

/**
 * Attributes that HTML takes on any element beside those of the standard: RDFa, and what measures an element.
 *
 * @see https://www.w3.org/TR/html-rdfa/#extensions-to-the-html5-syntax
 * @see https://w3c.github.io/element-timing/
 */
export const moreHtmlGlobals = words(`
  about content datatype elementtiming headingoffset headingreset inlist prefix property rel resource rev typeof vocab`);

/** Proposed, or implemented by one engine only. */
const newerAttributes: { readonly [tag: string]: string } = {
  a: "attributionsrc interestfor",
  area: "attributionsrc interestfor",
  audio: "controlslist disableremoteplayback loading",
  button: "interestfor",
  form: "rel",
  iframe: `adauctionheaders allowpaymentrequest allowtransparency browsingtopics credentialless fetchpriority privatetoken
    sharedstoragewritable`,
  img: "attributionsrc browsingtopics sharedstoragewritable",
  input: "autocorrect autosave capture incremental results switch webkitdirectory",
  label: "htmlFor",
  link: "disabled",
  output: "htmlFor",
  script: "attributionsrc",
  template: "shadowrootreferencetarget shadowrootslotassignment",
  video: "controlslist disablepictureinpicture disableremoteplayback loading",
};

const tableParts = "align background bgcolor bordercolor height valign";
const pageMargins =
  "bottommargin leftmargin marginbottom marginheight marginleft marginright margintop marginwidth rightmargin topmargin";

/**
 * Elements that the standard calls obsolete, and the attributes that browsers and mail programs read on them and on
 * others. The data sets have the rest.
 *
 * @see https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features
 */
const obsoleteAttributes: { readonly [tag: string]: string } = {
  acronym: "",
  bgsound: "balance loop src volume",
  big: "",
  blink: "",
  body: pageMargins,
  center: "",
  embed: "align hspace name vspace",
  frame: "bordercolor",
  frameset: "border bordercolor cols frameborder framespacing rows",
  iframe: "hspace vspace",
  img: "dynsrc lowsrc",
  input: "hspace vspace",
  keygen: "autofocus challenge disabled form keyparams keytype name",
  listing: "",
  marquee: `behavior bgcolor direction height hspace loop scrollamount scrolldelay truespeed vspace width`,
  menu: "label type",
  menuitem: "checked default disabled icon label radiogroup type",
  multicol: "cols gutter width",
  nextid: "n",
  nobr: "",
  noembed: "",
  noframes: "",
  plaintext: "",
  rb: "",
  rtc: "",
  script: "event for",
  spacer: "align height size type width",
  strike: "",
  table: `${tableParts} cols datapagesize`,
  tbody: tableParts,
  td: tableParts,
  tfoot: tableParts,
  th: tableParts,
  thead: tableParts,
  tr: tableParts,
  tt: "",
  xmp: "",
};

export const moreHtmlTags = Object.keys(obsoleteAttributes);
export const moreHtmlAttributes = (tag: string): string[] =>
  words(`${newerAttributes[tag] ?? ""} ${obsoleteAttributes[tag] ?? ""}`);

/** Void elements that the data does not describe; parsers know them. */
export const moreVoidTags: ReadonlySet<string> = new Set(words("basefont bgsound frame keygen"));

/** Attributes of SVG that drawing programs write. */
export const moreSvgGlobals = words("xml:base");
export const linkAttributes = words(
  "xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type",
);

/** MathML 3 and 4: not in MathML Core, and read by some browsers and by what draws formulas in place of them. */
export const moreMathAttributes: { readonly [tag: string]: string } = {
  maction: "actiontype selection",
  menclose: "notation",
  mfenced: "close open separators",
  mfrac: "bevelled denomalign numalign",
  mglyph: "alt height src valign width",
  mi: "mathsize",
  mlabeledtr: "",
  mmultiscripts: "subscriptshift superscriptshift",
  mo: "linebreak",
  ms: "lquote rquote",
  mspace: "linebreak",
  mstyle: "fontsize fontstyle fontweight scriptminsize scriptsizemultiplier",
  msub: "subscriptshift",
  msubsup: "subscriptshift superscriptshift",
  msup: "superscriptshift",
  mtable: "align columnalign columnlines columnspacing frame framespacing rowalign rowlines rowspacing width",
  mtd: "columnalign rowalign",
  mtr: "columnalign rowalign",
};

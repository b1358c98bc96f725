import { isList } from "../base/list.js";
import { isThenable, itemsOf } from "../base/promises.js";
import { refuseData } from "../base/refused-data.js";
import { explainDepth } from "../base/too-deep.js";
import { isCode, readTokens, type Token } from "../expressions/tokens.js";
import { type Parent, renderChild } from "./children.js";
import { Html } from "./html.js";
import { type Markup, PendingHtml } from "./pending-html.js";

/** Elements whose text is not escaped, and how to keep that text from ending them. */
export const rawTextElements: ReadonlyMap<string, (text: string, type: unknown) => string> = new Map([
  ["script", protectScript],
  ["style", protectStyle],
]);

// How a parser reads these elements depends on where they are, which is not known here: in HTML all up to the end tag
// is text; in SVG and MathML it is markup, with character references. So what is written means the same in both.

// Datastar takes a patch that contains `</body>` and the like for a whole page. In strings, regular expressions and
// JSON, where such text can stand, the escape means the same.
const tags = /<(?=\/script(?:[\s/>]|$)|script[/>]|\/(?:html|head|body)>)/gi;
const startTag = /<script(?:[\s/>]|$)/i;

function protectScript(text: string, type: unknown): string {
  if (typeof type === "string") {
    if (/json|importmap|speculationrules/i.test(type)) return protectJson(text);
    if (!codeTypes.test(type)) return protectData(text, type);
  }
  const ended = text.replace(tags, "\\u003C");
  const code = staysOpen(text) ? ended.replace(/<(?=!--|script(?:[\s/>]|$))/gi, "\\u003C") : ended;
  return (isMarkup.test(code) ? asSection(code) : code).replaceAll("\0", "\ufffd");
}

// The types of JavaScript, https://mimesniff.spec.whatwg.org/#javascript-mime-type; parameters make data of them.
const codeTypes =
  /^\s*(|module|(application|text)\/(x-)?(ecma|java)script|text\/(javascript1\.[0-5]|jscript|livescript))\s*$/i;

/** Whether HTML does not end a script at `</script>` any more: behind both of these. */
function staysOpen(text: string): boolean {
  const comment = text.indexOf("<!--");
  return comment >= 0 && startTag.test(text.slice(comment));
}

/**
 * A data block, such as a template, in a language that is not known: it has no comments or escapes for certain, so that
 * nothing can be written that is text in SVG as well.
 */
function protectData(text: string, type: string): string {
  if (!isMarkup.test(text)) return text.replaceAll("\0", "\ufffd");
  refuseData(
    `<script type=${JSON.stringify(type)}>`,
    "cannot hold tags, which are markup in SVG and MathML: use <template>, or JSON. It was left empty.",
  );
  return "";
}

function protectJson(text: string): string {
  return text.replaceAll("<", "\\u003C").replace(references, "\\u0026").replaceAll("\0", "\ufffd");
}

/** What parsers would read as more than text in SVG. */
const isMarkup = /<[a-z/!?]|&[a-z#]/i;
const references = /&(?=[a-z#])/gi;

const [sectionStart, sectionEnd] = ["/*<![CDATA[*/", "/*]]>*/"];

/** Code in a CDATA section, which is text in SVG, and in HTML two comments around the code. */
function asSection(code: string): string {
  return sectionStart + (code.includes("]]>") ? withoutEnds(code) : code) + sectionEnd;
}

/** The code of a script element without the section around it, if there is one. */
export function codeOf(script: string): string {
  return script.startsWith(sectionStart) && script.endsWith(sectionEnd)
    ? script.slice(sectionStart.length, -sectionEnd.length)
    : script;
}

/**
 * Code without what would end a section. Text and regular expressions have an escape for `>`, code and comments have
 * room for a space. In a template with a tag, which may read it as it is written, a value takes its place.
 */
function withoutEnds(code: string): string {
  // Whether each template that is open has a tag.
  const tagged: boolean[] = [];
  let before: Token | undefined;
  let text = "";
  for (const token of readTokens(code)) {
    const { kind } = token;
    if (kind === "template" && token.text.startsWith("`")) tagged.push(before?.endsOperand === true);
    const isText = kind === "string" || kind === "regexp" || kind === "template";
    const escaped = kind === "template" && tagged.at(-1) === true ? ']]${">"}' : "]]\\u003E";
    text += isText ? token.text.replaceAll("]]>", () => escaped) : token.text;
    if (kind === "template" && !token.text.endsWith("${")) tagged.pop();
    if (isCode(token)) before = token;
  }
  return text.replaceAll("]]>", "]] >");
}

// Comments, strings, URLs without quotes, and what begins a tag in SVG.
const styleTags =
  /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|url\(\s*[^"'\s][^)]*|<!--|<(?=[a-z/!?])/gi;

function protectStyle(text: string): string {
  return text.replace(styleTags, protectStylePart).replaceAll("\0", "\ufffd");
}

function protectStylePart(part: string, offset: number, text: string): string {
  // It means nothing in a style sheet.
  if (part === "<!--") return " ";
  // A comparison: `(400px<width)`.
  if (part === "<" && /[\w)\s]/.test(text.charAt(offset - 1)) && /\w/.test(text.charAt(offset + 1))) return "< ";
  return part.replace(/<(?=[a-z/!?]|$)/gi, "\\3c ").replace(references, "\\26 ");
}

/**
 * Renders the children of a script or style element, whose text is not escaped.
 *
 * @throws TypeError for objects and functions, which are neither text nor markup
 */
export function renderRawText(child: unknown, parent: Parent): Markup {
  let markup: unknown;
  try {
    markup = asMarkup(child, parent);
  } catch (error) {
    explainDepth(error, `${parent} has a child`, child);
    throw error;
  }
  return renderChild(markup, parent);
}

/** Children with their text as markup, so that it is not escaped. */
function asMarkup(child: unknown, parent: Parent): unknown {
  if (typeof child === "string") return new Html(child);
  if (typeof child !== "object" || child === null || child instanceof Html) return child;
  if (isThenable(child)) return PendingHtml.of(child, renderRawText, parent);
  return isList(child) ? itemsOf(child).map((item) => asMarkup(item, parent)) : child;
}

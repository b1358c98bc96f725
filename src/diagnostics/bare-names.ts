import { setting } from "../base/client.js";
import { isCode, readTokens } from "../expressions/tokens.js";
import { type Diagnostic, warning } from "./diagnostic.js";
import { isAssignment } from "./idle-expression.js";

// What JavaScript, the client and browsers have under a name of one word that somebody may want to show.
const known: ReadonlySet<string> = new Set(
  "true false null undefined NaN Infinity this el evt patch document window location navigator history screen innerWidth innerHeight outerWidth outerHeight scrollX scrollY devicePixelRatio origin isSecureContext".split(
    " ",
  ),
);

/** Warns of a value that is a single word: to the client that is the name of a variable of the page. */
export function checkBareName(source: string): readonly Diagnostic[] {
  const [, name = ""] = /^!*\s*([A-Za-z_]\w*)\s*;?$/.exec(source.trim()) ?? [];
  // Items of Rocket's loops go by such names.
  if (name === "" || known.has(name) || setting.client.rocket) return [];
  return [
    warning(
      "signal-without-dollar",
      `${name} is the name of a variable of the page here; a signal has a $, $${name}, and text is quoted, '${name}'.`,
    ),
  ];
}

/** Warns of a variable of the page that is set: it comes to be by that, and no signal changes. */
export function checkBareAssignment(source: string): readonly Diagnostic[] {
  // Names that the expression declares itself are its own.
  if (/\b(?:const|let|var|function|class|catch)\b|=>/.test(source)) return [];
  const tokens = readTokens(source).filter(isCode);
  const found = tokens.find(({ kind, text }, i) => {
    if (kind !== "word" || known.has(text) || !/^[A-Za-z_]/.test(text)) return false;
    const [before, after] = [tokens[i - 1]?.text ?? "", tokens[i + 1]];
    if (before === "." || before === "?.") return false;
    return isAssignment.test(after?.text ?? "") || before === "++" || before === "--";
  });
  if (found === undefined) return [];
  return [
    warning(
      "signal-without-dollar",
      `this sets ${found.text}, a variable of the page; a signal has a $: $${found.text}.`,
    ),
  ];
}

// How CSS reads the value of a declaration, as far as it takes to know where that ends.
// https://drafts.csswg.org/css-syntax-3/#tokenization

// A string, a comment, an escape, a bracket, a semicolon, or what means nothing here. No part at all is one that is not
// closed: a quote before the end of the line, a comment before the end, a backslash that escapes nothing.
const part =
  /("(?:[^"\\\n\r\f]|\\[^])*"|'(?:[^'\\\n\r\f]|\\[^])*'|\/\*[^]*?\*\/)|(\\[^\n\r\f])|([([{])|([)\]}])|(;)|[^"'\\/()[\]{};]+|\/(?!\*)/y;

// What `url(` without quotes contains is one token, in which quotes and comments mean nothing.
const urlName = /(?:^|[^\w\-#@\x80-\uffff])url$/i;
const urlContent = /\s*(?:[^\s"'()\\]*|"(?:[^"\\\n\r\f]|\\[^])*"|'(?:[^'\\\n\r\f]|\\[^])*')\s*\)/y;

const closing: { readonly [bracket: string]: string } = { "(": ")", "[": "]", "{": "}" };

/**
 * Whether a declaration with this value ends where the value does: nothing in it begins another declaration, and
 * nothing is left open that would take in what follows.
 *
 * @param isCustom whether it is the value of a custom property, which may have blocks: behind one in the value of
 *   another property, the next declaration begins
 */
export function isSelfContained(value: string, isCustom: boolean): boolean {
  if (/^[\w\s#.,%+*-]*$/.test(value)) return true;
  const open: string[] = [];
  let hasEscape = false;
  for (let at = 0; at < value.length; at = part.lastIndex) {
    part.lastIndex = at;
    const found = part.exec(value);
    if (found === null) return false;
    const [, , escape, opening, close, semicolon] = found;
    if (escape !== undefined) hasEscape = true;
    else if (opening !== undefined) {
      // A name with escapes could be `url` as well.
      if (hasEscape || (opening === "{" && !isCustom)) return false;
      if (opening === "(" && urlName.test(value.slice(Math.max(0, at - 4), at))) {
        urlContent.lastIndex = at + 1;
        if (!urlContent.test(value)) return false;
        part.lastIndex = urlContent.lastIndex;
      } else open.push(closing[opening] ?? "");
    } else if (close !== undefined) {
      if (open.pop() !== close) return false;
    } else if (semicolon !== undefined && open.length === 0) return false;
  }
  return open.length === 0;
}

/** Stands for a value in source that is checked before the values are known. */
export const hole = "\0";

const token =
  /(?<space>\s+)|(?<string>"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?)|(?<comment>\/\/.*|\/\*[^]*?(?:\*\/|$))|(?<step>\+\+|--)|(?<word>[\w$\0\u00a0-\uffff]+)|(?<punctuator>[^])/y;
const templateText = /(?:\\[^]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;
const regularExpression = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y;

// After one of these words an operand follows, so that a slash begins a regular expression.
const beforeOperand = new Set(
  "return typeof case in of do else void delete instanceof new throw await yield".split(" "),
);

/**
 * Finds the first hole in JavaScript source that does not lie in code, where a literal would not stay data.
 *
 * A slash is told from a division by what comes before it, as in syntax highlighters.
 *
 * @returns what the hole lies in, or `undefined` when all are in code
 */
export function misplacedHole(
  source: string,
): "string" | "template literal" | "comment" | "regular expression" | undefined {
  const braces: string[] = [];
  let afterOperand = false;
  let index = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = index;
    const text = pattern.exec(source)?.[0] ?? "";
    index += text.length;
    return text;
  };
  // Reads a template literal up to its end or to the next `${`, whose code is then read by the loop below.
  const takeTemplateText = (): string => {
    const text = take(templateText);
    if (text.endsWith("${")) braces.push("${");
    afterOperand = !text.endsWith("${");
    return text;
  };

  while (index < source.length) {
    token.lastIndex = index;
    const { space, string, comment, step, word, punctuator } = token.exec(source)?.groups ?? {};
    if (punctuator === "/" && !afterOperand) {
      const text = take(regularExpression);
      if (text.includes(hole)) return "regular expression";
      if (text === "") index++;
      afterOperand = text !== "";
      continue;
    }
    index = token.lastIndex;
    if (space !== undefined || step !== undefined) continue;
    if (comment !== undefined) {
      if (comment.includes(hole)) return "comment";
    } else if (string !== undefined) {
      if (string.includes(hole)) return "string";
      afterOperand = true;
    } else if (word !== undefined) {
      afterOperand = !beforeOperand.has(word);
    } else if (punctuator === "`" || (punctuator === "}" && braces.pop() === "${")) {
      if (takeTemplateText().includes(hole)) return "template literal";
    } else {
      if (punctuator === "{") braces.push("{");
      afterOperand = punctuator === ")" || punctuator === "]" || punctuator === "}";
    }
  }
  return undefined;
}

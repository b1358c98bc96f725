import { type Node, parseSync, type Statement } from "oxc-parser";

/** Source that has been parsed. */
export interface ParsedSource {
  /** What has all of its nodes. */
  readonly root: Node;
  /** Where the source begins in the text that was parsed. */
  readonly shift: number;
  /** What its value is: the whole, or its last statement. */
  readonly last: { readonly start: number; readonly end: number } | undefined;
  /** Its statements, if it is no single expression. */
  readonly statements: readonly Node[] | undefined;
}

export type Parsed = ParsedSource | { readonly message: string; readonly at: number };

const before = "(function(){";
const after = "\n})";

/** Parses sources, each as one expression or, if it is none, as statements. */
export function parseSources(codes: readonly string[]): readonly Parsed[] {
  const together = parseTogether(codes);
  return codes.map((code, i) => together[i] ?? parseAlone(code));
}

/** Parses sources in one text, if nothing is wrong in any: calling the parser takes longer than what it does. */
function parseTogether(codes: readonly string[]): readonly (ParsedSource | undefined)[] {
  let text = "";
  const shifts = codes.map((code) => {
    const shift = text.length + before.length;
    text += `${before}${code}${after};`;
    return shift;
  });
  const { program, errors } = parseSync("source.js", text);
  // Source that closes the function makes more than one statement.
  if (errors.length > 0 || program.body.length !== codes.length) return [];
  return program.body.map((statement, i) => {
    const [first, ...others] = statementsOf(statement) ?? [];
    // An object, a function or a class may be meant as a value.
    if (first === undefined || /^(?:BlockStatement|FunctionDeclaration|ClassDeclaration)$/.test(first.type))
      return undefined;
    const [code = "", shift = 0] = [codes[i], shifts[i]];
    return first.type === "ExpressionStatement" && others.length === 0 && text[first.end - 1] !== ";"
      ? { root: first, shift, last: trimmed(code), statements: undefined }
      : parsedStatements(statement, shift);
  });
}

function parseAlone(code: string): Parsed {
  const asExpression = parseSync("source.js", `(${code}\n)`);
  const [statement, ...others] = asExpression.program.body;
  if (asExpression.errors.length === 0 && statement !== undefined && others.length === 0)
    return { root: statement, shift: 1, last: trimmed(code), statements: undefined };
  const { program, errors } = parseSync("source.js", `${before}${code}${after}`);
  const [error] = errors;
  if (error !== undefined) {
    const message = isTypeScript(code)
      ? "This is TypeScript: the browser gets it as it is, and JavaScript has no types."
      : error.message;
    return { message, at: Math.max(0, (error.labels[0]?.start ?? 0) - before.length) };
  }
  const [body] = program.body;
  return body === undefined
    ? { root: program, shift: 0, last: undefined, statements: undefined }
    : parsedStatements(body, before.length);
}

/** @param root the statement that is a function with the statements */
function parsedStatements(root: Statement, shift: number): ParsedSource {
  const statements = statementsOf(root);
  const last = statements?.at(-1);
  const value = last?.type === "ExpressionStatement" ? last.expression : undefined;
  return { root, shift, last: value && { start: value.start - shift, end: value.end - shift }, statements };
}

function trimmed(code: string): { start: number; end: number } {
  const start = code.length - code.trimStart().length;
  return { start, end: code.length };
}

/** Whether source would be right if the browser knew types. */
function isTypeScript(code: string): boolean {
  return [`(${code}\n)`, `(function(){${code}\n})`].some((text) => parseSync("source.ts", text).errors.length === 0);
}

function statementsOf(statement: Statement): readonly Node[] | undefined {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "ParenthesizedExpression")
    return undefined;
  const { expression } = statement.expression;
  return expression.type === "FunctionExpression" ? (expression.body?.body ?? undefined) : undefined;
}

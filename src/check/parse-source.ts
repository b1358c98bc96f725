import { type Node, parseSync, type Program } from "oxc-parser";

/** Source that has been parsed. */
export interface ParsedSource {
  readonly program: Program;
  /** What stands in front of the source in the text that was parsed. */
  readonly shift: number;
  /** What its value is: the whole, or its last statement. */
  readonly last: { readonly start: number; readonly end: number } | undefined;
  /** Its statements, if it is no single expression. */
  readonly statements: readonly Node[] | undefined;
}

type Parsed = ParsedSource | { readonly message: string; readonly at: number };

/** Parses source as one expression or, if it is none, as statements. */
export function parseSource(code: string): Parsed {
  if (code.trim() === "")
    return { program: parseSync("source.js", "").program, shift: 0, last: undefined, statements: undefined };
  const asExpression = parseSync("source.js", `(${code}\n)`);
  if (asExpression.errors.length === 0 && asExpression.program.body.length === 1)
    return { program: asExpression.program, shift: 1, last: trimmed(code), statements: undefined };
  const start = "(function(){";
  const { program, errors } = parseSync("source.js", `${start}${code}\n})`);
  const [error] = errors;
  if (error !== undefined) {
    const message = isTypeScript(code)
      ? "This is TypeScript: the browser gets it as it is, and JavaScript has no types."
      : error.message;
    return { message, at: Math.max(0, (error.labels[0]?.start ?? 0) - start.length) };
  }
  const statements = statementsOf(program);
  const last = statements?.at(-1);
  const end = last?.type === "ExpressionStatement" ? last.expression : undefined;
  return {
    program,
    shift: start.length,
    last: end && { start: end.start - start.length, end: end.end - start.length },
    statements,
  };
}

function trimmed(code: string): { start: number; end: number } {
  const start = code.length - code.trimStart().length;
  return { start, end: code.length };
}

/** Whether source would be right if the browser knew types. */
function isTypeScript(code: string): boolean {
  return [`(${code}\n)`, `(function(){${code}\n})`].some((text) => parseSync("source.ts", text).errors.length === 0);
}

function statementsOf({ body: [statement] }: Program): readonly Node[] | undefined {
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "ParenthesizedExpression")
    return undefined;
  const { expression } = statement.expression;
  return expression.type === "FunctionExpression" ? (expression.body?.body ?? undefined) : undefined;
}

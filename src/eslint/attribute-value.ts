import type { JsxAttribute, Node } from "../diagnostics/program/syntax-tree.js";

/** The value of an attribute as an expression, and its text if it is a string by itself. */
export function jsxValue({ value }: JsxAttribute): Node | undefined {
  if (value?.type === "JSXExpressionContainer") return value.expression;
  return value?.type === "Literal" && typeof value.value === "string"
    ? { ...value, value: unescaped(value.value, value.raw) }
    : (value ?? undefined);
}

const entities: { readonly [name: string]: string } = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: "\u00a0",
  quot: '"',
};

/**
 * The text of a string in JSX, whose entities oxlint leaves as they are written. Those that are letters change nothing.
 */
function unescaped(text: string, raw: string | undefined): string {
  if (text !== raw?.slice(1, -1)) return text;
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (entity, decimal?: string, hexadecimal?: string, name = "") => {
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return code <= 0x10ffff
        ? String.fromCodePoint(code)
        : Object.hasOwn(entities, name)
          ? (entities[name] ?? entity)
          : entity;
    },
  );
}

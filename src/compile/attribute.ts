import type { Expression, JSXAttribute } from "oxc-parser";
import { escapeAttribute } from "../html/escape.js";
import { stemOf } from "../html/same-name.js";
import { datastarParts } from "./datastar-template.js";
import { decodeEntities } from "./jsx-text.js";
import { listAttribute } from "./list-attribute.js";
import { type Code, type Hole, type Part, valueHole } from "./markup-parts.js";
import type { ModuleContext } from "./module-context.js";
import { attributeFacts, attributeText } from "./runtime-facts.js";
import { isBoolean, unwrapped } from "./syntax-tree.js";
import { templateParts } from "./template-literal.js";

/** The name of an attribute, as the runtime gets it. */
export function attributeName({ name }: JSXAttribute): string {
  return name.type === "JSXNamespacedName" ? `${name.namespace.name}:${name.name.name}` : name.name;
}

/** The value of an attribute: known, or an expression. */
export function attributeValue({
  value,
}: JSXAttribute): { readonly value: unknown } | { readonly expression: Expression } | undefined {
  if (value === null) return { value: true };
  if (value.type === "Literal") return { value: decodeEntities(value.raw?.slice(1, -1) ?? "") };
  if (value.type !== "JSXExpressionContainer" || value.expression.type === "JSXEmptyExpression") return undefined;
  return { expression: value.expression };
}

/** What the name of an attribute has in common with others that are printed with one name. */
export function attributeStem(given: string, tag: string, context: ModuleContext): string {
  const facts = attributeFacts(given, tag);
  if (facts?.isDatastar === true) context.printsDatastar = true;
  return stemOf(facts?.name ?? given);
}

/** The markup of an attribute; `undefined` for one that is left to the runtime. */
export function attributeParts(
  attribute: JSXAttribute,
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const name = attributeName(attribute);
  const given = attributeValue(attribute);
  if (given === undefined) return undefined;
  if ("expression" in given) return expressionParts(given.expression, name, tag, context);
  const text = attributeText(tag, name, given.value);
  return text === undefined ? undefined : [text];
}

function expressionParts(
  expression: Expression,
  name: string,
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const constant = context.evaluate(expression);
  if (constant !== undefined) {
    const text = attributeText(tag, name, constant.value);
    return text === undefined ? undefined : [text];
  }
  const facts = attributeFacts(name, tag);
  if (facts === undefined) return undefined;

  const { kind, open } = facts;
  const names = `${JSON.stringify(facts.name)}, ${JSON.stringify(tag)}`;
  const whole = (value: Expression): Hole => ({ ...render(value), isWhole: true });
  const render = (value: string | Expression): Hole =>
    kind === "other"
      ? valueHole([value], (value) => anyAttribute(name, value, tag, context), false)
      : valueHole([value], (value, before, after) => [
          `${context.helper(`${kind}Attribute`)}(${JSON.stringify(before + open)}, `,
          ...value,
          `, ${JSON.stringify(`"${after}`)}, ${names})`,
        ]);

  const node = unwrapped(expression);
  switch (node.type) {
    case "ConditionalExpression": {
      const [yes, no] = [node.consequent, node.alternate].map((branch) =>
        context.within(
          () => expressionParts(branch, name, tag, context),
          () => undefined,
        ),
      );
      // Of two values of which nothing is known, one is chosen and rendered.
      if (yes === undefined || no === undefined || [...yes, ...no].some(isWhole)) break;
      return [context.valueChoice([node.test], yes, no)];
    }
    case "LogicalExpression": {
      const right =
        node.operator === "&&" && context.evaluate(node.right) !== undefined
          ? expressionParts(node.right, name, tag, context)
          : undefined;
      if (right === undefined) break;
      const left = context.variable("left");
      return [
        valueHole([node.left], (value, before, after) =>
          context.choice([`(${left} = `, ...value, ")"], right, [render(left)]).code(before, after),
        ),
      ];
    }
    case "UnaryExpression":
    case "BinaryExpression":
      if (facts.isDatastar || !isBoolean(node)) break;
      return booleanParts([node], name, tag, context);
    case "ArrayExpression":
    case "ObjectExpression": {
      // `className` is printed as `class`.
      const isList = facts.name === "class" || facts.name === "style";
      const parts = isList ? listAttribute(node, facts.name, tag, context) : undefined;
      if (parts === undefined) break;
      return parts;
    }
    case "TemplateLiteral": {
      const [first] = node.quasis;
      if (facts.open === "" || (facts.kind === "url" && !isNoScript.test(first?.value.cooked ?? ""))) break;
      return [facts.open, ...templateParts(node, "attributePart", escapeAttribute, context), '"'];
    }
  }
  if (facts.isDatastar) return datastarParts(expression, name, tag, context) ?? [whole(expression)];
  if (!flags.has(name)) return [whole(expression)];
  return [{ ...flagHole(expression, name, tag, render, context), isWhole: true }];
}

function isWhole(part: Part): boolean {
  return typeof part !== "string" && part.isWhole === true;
}

/** The markup of an attribute that mostly is a boolean. */
function flagHole(
  expression: Expression,
  name: string,
  tag: string,
  render: (value: string) => Hole,
  context: ModuleContext,
): Hole {
  const flag = context.variable("left");
  const [yes, no] = [true, false].map((value) => attributeText(tag, name, value) ?? "");
  const other = context.choice([`${flag} === false`], [no ?? ""], [render(flag)]);
  return valueHole([expression], (value, before, after) =>
    context.choice([`(${flag} = `, ...value, ") === true"], [yes ?? ""], [other]).code(before, after),
  );
}

/** Code for an attribute that is rendered by its name. */
function anyAttribute(name: string, value: Code, tag: string, context: ModuleContext): Code {
  return [`${context.helper("anyAttribute")}(${JSON.stringify(name)}, `, ...value, `, ${JSON.stringify(tag)})`];
}

/** The markup where the value is a boolean. */
function booleanParts(test: Code, name: string, tag: string, context: ModuleContext): readonly Part[] | undefined {
  const [yes, no] = [true, false].map((value) => attributeText(tag, name, value));
  return yes === undefined || no === undefined ? undefined : [context.choice(test, [yes], [no])];
}

/** Attributes that are there or not; others can be as well, but hardly are. */
const flags: ReadonlySet<string> = new Set(
  "autofocus checked disabled hidden multiple open readonly required selected".split(" "),
);

/** The start of a URL that no continuation makes a javascript: URL. */
const isNoScript = /^[\0-\x20]*[^\0-\x20jJ]/;

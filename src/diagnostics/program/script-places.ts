import { domEvents } from "../../generated/dom-events.js";
import { once } from "./members.js";
import { outcomesOf } from "./outcomes.js";
import { ourName, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { scriptTexts } from "./script-children.js";
import {
  type CallExpression,
  intrinsicName,
  type JsxElement,
  jsxName,
  type JsxOpeningElement,
  memberName,
  namedProperties,
  type Node,
  type ObjectExpression,
  propertyName,
} from "./syntax-tree.js";

/** JavaScript that a program gives to a browser. */
export interface ScriptInProgram extends Placed {
  /** What takes it: `onclick`, `<script>`, `executeScript()`. */
  readonly name: string;
  readonly isAttribute: boolean;
  /** Whether it is put together by TSX, of several children. */
  readonly isJoined?: boolean;
}

/** The types of nodes that {@link scriptsIn} reads. */
export const scriptTypes = [
  "JSXOpeningElement",
  "JSXElement",
  "ObjectExpression",
  "AssignmentExpression",
  "CallExpression",
] as const;

/**
 * The scripts that a node gives to a browser: in `on…` attributes, between the tags of `<script>`, in a reply or an
 * event.
 */
export function scriptsIn({ node, scope }: Placed, program: ProgramNames): readonly ScriptInProgram[] {
  const handler = (name: string | undefined, value: Node): readonly ScriptInProgram[] =>
    name === undefined ? [] : [{ name, node: value, scope, isAttribute: true }];
  switch (node.type) {
    case "JSXOpeningElement":
      return handlersOf(node, scope, program);
    case "ObjectExpression":
      return node.properties.flatMap((property) =>
        property.type === "Property" ? handler(handlerName(propertyName(property)), property.value) : [],
      );
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" ? handler(handlerName(memberName(node.left)), node.right) : [];
    case "JSXElement":
      return isScript(node)
        ? scriptTexts(node.children, scope, program).map((text) => ({ name: "<script>", ...text, isAttribute: false }))
        : [];
    case "CallExpression": {
      const called = calledWithScript(node, { node, scope });
      const script = called && node.arguments[called.index];
      return called && script ? [{ name: `${called.name}()`, node: script, scope, isAttribute: false }] : [];
    }
    default:
      return [];
  }
}

function handlersOf(element: JsxOpeningElement, scope: Scope, program: ProgramNames): readonly ScriptInProgram[] {
  // What a component does with a property of such a name is its own affair.
  if (intrinsicName(element) === undefined) return [];
  const handler = (name: string | undefined, node: Node | null, scope: Scope): readonly ScriptInProgram[] =>
    name !== undefined && node !== null && isHandler(name) ? [{ name, node, scope, isAttribute: true }] : [];
  return element.attributes.flatMap((given) => {
    if (given.type === "JSXSpreadAttribute") {
      return outcomesOf({ node: given.argument, scope }, program).flatMap(({ node, scope }) =>
        node.type === "ObjectExpression"
          ? handlersIn(node).flatMap(([name, { value }]) => handler(name, value, scope))
          : [],
      );
    }
    if (given.type !== "JSXAttribute" || given.value?.type !== "JSXExpressionContainer") return [];
    return handler(jsxName(given.name), given.value.expression, scope);
  });
}

/** The scripts in an object, which can be spread into many elements. */
const handlersIn = once(({ properties }: ObjectExpression) =>
  namedProperties(properties).filter(([name]) => isHandler(name)),
);

function isHandler(name: string): boolean {
  return /^on[a-z]+$/i.test(name);
}

/** In an object that may be anything, only the name as HTML has it counts. */
function handlerName(name: string | undefined): string | undefined {
  return name?.startsWith("on") === true && domEvents.has(name.slice(2)) ? name : undefined;
}

// Blocks of data are no code: https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type
const codeTypes = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)?$/i;

function isScript({ openingElement }: JsxElement): boolean {
  if (intrinsicName(openingElement)?.toLowerCase() !== "script") return false;
  return openingElement.attributes.every((given) => {
    if (given.type !== "JSXAttribute" || jsxName(given.name) !== "type") return true;
    const value = given.value?.type === "JSXExpressionContainer" ? given.value.expression : given.value;
    return value?.type === "Literal" && codeTypes.test(String(value.value));
  });
}

// Where each takes its script.
const functions: { readonly [name: string]: number } = { executeScriptFrame: 0, scriptResponse: 0, sendScript: 1 };

function calledWithScript(
  { callee }: CallExpression,
  { scope }: Placed,
): { readonly name: string; readonly index: number } | undefined {
  const ours = ourName(callee, scope) ?? "";
  if (Object.hasOwn(functions, ours)) return { name: ours, index: functions[ours] ?? 0 };
  // The method of a stream, a hub and a topic.
  return callee.type === "MemberExpression" && memberName(callee) === "executeScript"
    ? { name: "executeScript", index: 0 }
    : undefined;
}

import type { Expression, JSXOpeningElement, Node, Program } from "oxc-parser";
import { builtIn, type Form } from "../../attributes/plugins.js";
import { bindingsOf } from "../../compile/bindings.js";
import { tagName, unwrapped, walk } from "../../compile/syntax-tree.js";
import { parseName } from "../../diagnostics/parse-name.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import { type LoopName, loopsIn } from "./loops.js";
import { namedProperties } from "./named-properties.js";
import type { OurNames } from "./our-names.js";
import type { Scopes } from "./scopes.js";
import { writtenObject } from "./written-values.js";

/** The attribute that runs some source. */
export interface Place {
  /** As it is written: `data-on:click`. */
  readonly attribute: string;
  readonly plugin: string;
  /** The tag of its element; `undefined` where the program does not tell. */
  readonly tag: string | undefined;
  /** The event that it runs on. */
  readonly event: string | undefined;
  /** What the source has to give: a type of `client/index.ts`. */
  readonly wants: string | undefined;
  /** The names that the loops around it give to what it can use. */
  readonly names: readonly LoopName[];
  /** Whether it is there for its value. */
  readonly isRead: boolean;
}

/** What the values of a plugin have to be: types of `client/index.ts`. */
const wanted: { readonly [plugin: string]: string } = {
  attr: "AttributeValue",
  class: "Condition",
  "custom-validity": "string",
  "else-if": "Condition",
  for: "Items",
  if: "Condition",
  "replace-url": "string",
  show: "Condition",
  style: "StyleValue",
  text: "Text",
  "view-transition": "string",
};

/** Where the source of a program stands. */
export interface SourcePlaces {
  /** The attributes that run templates and strings; `undefined` of what several run. */
  readonly places: ReadonlyMap<Node, Place | undefined>;
  /** The strings that are source, in the value of an attribute of TSX or in code. */
  readonly strings: ReadonlyMap<Node, "string" | "attribute">;
  /** What attributes take as source, and only the running program knows. */
  readonly given: readonly Node[];
}

/**
 * Finds the source that the attributes of a program take.
 *
 * @param nodes all of the program
 */
export function sourcePlaces(
  program: Program,
  nodes: readonly Node[],
  code: string,
  ours: OurNames,
  scopes: Scopes,
): SourcePlaces {
  const places = new Map<Node, Place | undefined>();
  const strings = new Map<Node, "string" | "attribute">();
  const given: Node[] = [];
  const { imported } = bindingsOf(program, "datastar-tsx", nodes);
  const loops = loopsIn(nodes, code);
  const place = (node: Node, at: Place): void => {
    places.set(node, places.has(node) ? common(places.get(node), at) : at);
  };
  const placeString = (node: Node, at: Place, form: "string" | "attribute"): void => {
    place(node, at);
    strings.set(node, form);
  };
  // Wrong code may make a constant of itself.
  const placing = new Set<Node>();
  const placeConstant = (initial: Node, form: Form, at: Place, isString: boolean): void => {
    if (placing.has(initial)) return;
    placing.add(initial);
    placeSource(initial, form, at, isString);
    placing.delete(initial);
  };
  const placeSource = (node: Node, form: Form, at: Place, isString: boolean): void => {
    const value = unwrapped(node as Expression);
    const within = (inner: Node | null | undefined, wants = at.wants): void => {
      if (inner) placeSource(inner, form, { ...at, wants }, isString);
    };
    const isSource = isString && form === "expression";
    switch (value.type) {
      case "ConditionalExpression":
        within(value.consequent);
        within(value.alternate);
        break;
      case "LogicalExpression":
        if (value.operator !== "&&") within(value.left);
        within(value.right);
        break;
      case "ArrayExpression":
        value.elements.forEach((element, i) => within(element, i === value.elements.length - 1 ? at.wants : undefined));
        break;
      case "TaggedTemplateExpression":
        place(value, at);
        value.quasi.expressions.forEach((inner) => placeWithin(inner, at));
        break;
      case "CallExpression":
        value.arguments.forEach((inner) => placeWithin(inner, at));
        // What our own functions return is source.
        if (isSource && !(value.callee.type === "Identifier" && imported.has(value.callee.name))) given.push(value);
        break;
      case "MemberExpression":
        if (isSource) given.push(value);
        break;
      case "Identifier": {
        const initial = scopes.bindingOf(value)?.initial;
        if (initial !== undefined && isWritten(initial)) placeConstant(initial, form, at, isString);
        else if (isSource) given.push(value);
        break;
      }
      case "BinaryExpression":
        if (isString && constantText(value)) placeString(value, at, "string");
        break;
      case "Literal":
      case "TemplateLiteral":
        if (!constantText(value)) {
          if (isSource) given.push(value);
        } else if (isString) placeString(value, at, "string");
        break;
      case "ObjectExpression":
        for (const [name, property] of namedProperties(value.properties)) placeProperty(name, property, form, at);
        break;
    }
  };
  /** Places expressions that are values in other source: an option of an action sees the event, too. */
  const placeWithin = (node: Node, at: Place): void => {
    walk(node, (inner) => {
      if (inner.type === "TaggedTemplateExpression" && ours.nameOf(inner.tag) === "js")
        place(inner, { ...at, wants: undefined, isRead: false });
      return !/Function/.test(inner.type);
    });
  };
  const placeProperty = (name: string, value: Node, form: Form, at: Place): void => {
    if (form === "events") placeSource(value, "expression", { ...at, event: name, plugin: "on" }, true);
    else if (form === "loop") {
      if (name === "of") placeSource(value, form, at, true);
    } else if (form === "expression") {
      if (name === "do") placeSource(value, form, at, true);
    } else placeSource(value, form, { ...at, wants: wanted[at.plugin] }, false);
  };
  const placeAttribute = (name: string, value: Node | null, element: JSXOpeningElement, isSpread: boolean): void => {
    const parsed = parseName(name);
    if (parsed === undefined || value === null) return;
    const { plugin, key, modifiers } = parsed;
    const known = builtIn(plugin);
    const form = key === undefined ? known?.value : known?.keyed;
    const runs = known?.runs;
    if (form === undefined || (runs === undefined && form !== "data" && form !== "events")) return;
    const isElsewhere =
      modifiers.some((modifier) => elsewhere.has(modifier.name)) || namesOf(value).some((name) => elsewhere.has(name));
    const isObject = form === "expressions" || form === "functions" || form === "data";
    const wants = isObject ? objectOf(wanted[plugin]) : wanted[plugin];
    const isRead = (runs === "shown" || runs === "value") && wanted[plugin] !== undefined;
    // A loop gives names to what is in it.
    const names = loops.namesAt(form === "loop" ? element.start - 1 : value.start);
    const tag = isElsewhere ? undefined : tagName(element.name);
    const at = { attribute: name, plugin, tag, event: key, wants, names, isRead };
    if (value.type === "JSXExpressionContainer") placeSource(value.expression, form, at, true);
    else if (value.type !== "Literal" || isSpread) placeSource(value, form, at, true);
    else placeString(value, at, "attribute");
  };
  const placeAttributes = (element: JSXOpeningElement): void => {
    for (const attribute of element.attributes) {
      if (attribute.type === "JSXSpreadAttribute") {
        for (const [name, value] of writtenObject(attribute.argument, scopes).properties)
          placeAttribute(name, value, element, true);
      } else {
        placeAttribute(jsxName(attribute.name) ?? "", attribute.value, element, false);
      }
    }
  };
  for (const node of nodes) {
    if (node.type === "JSXOpeningElement") placeAttributes(node);
    else if (node.type === "NewExpression" && ours.nameOf(node.callee) === "Expression") {
      const [written] = node.arguments;
      if (written !== undefined) strings.set(written, "string");
    }
  }
  return { places, strings, given };
}

/** Modifiers by which a listener hears of what happens elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(["window", "document", "outside"]);

function objectOf(type: string | undefined): string | undefined {
  return type && `{ [name: string]: __ds.${type} }`;
}

function namesOf(value: Node): readonly string[] {
  const object = value.type === "JSXExpressionContainer" ? unwrapped(value.expression as Expression) : value;
  return object.type === "ObjectExpression" ? namedProperties(object.properties).map(([name]) => name) : [];
}

/** Whether a value is text that is written out, in one piece or in several. */
function constantText(node: Node): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string";
    case "TemplateLiteral":
      return node.expressions.length === 0;
    case "ParenthesizedExpression":
      return constantText(node.expression);
    case "BinaryExpression":
      return node.operator === "+" && constantText(node.left) && constantText(node.right);
    default:
      return false;
  }
}

/** What a constant of source is in itself, which is checked where it is used. A template stands by itself. */
function isWritten(initial: Node): boolean {
  const value = unwrapped(initial as Expression);
  switch (value.type) {
    case "ObjectExpression":
    case "ArrayExpression":
      return true;
    case "ConditionalExpression":
      return isWritten(value.consequent) || isWritten(value.alternate);
    default:
      return constantText(value);
  }
}

/** What is known of source that stands in two places. */
function common(one: Place | undefined, other: Place): Place | undefined {
  if (one?.attribute !== other.attribute || one.event !== other.event) return undefined;
  return one.tag === other.tag ? other : { ...other, tag: undefined };
}

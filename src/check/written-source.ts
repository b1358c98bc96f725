import type { Expression, JSXOpeningElement, Node, Program } from "oxc-parser";
import { builtIn, type Form } from "../attributes/plugins.js";
import { bindingsOf } from "../compile/bindings.js";
import { isPure, tagName, unwrapped, walk } from "../compile/syntax-tree.js";
import { parseName } from "../diagnostics/parse-name.js";
import { jsxName } from "../diagnostics/program/syntax-tree.js";
import { lengthOfNames, type LoopName, loopsIn } from "./loops.js";
import { namedProperties } from "./named-properties.js";
import type { OurNames } from "./our-names.js";
import { attributeText, codeText, joinedText, templateText, textFrom, type WrittenText } from "./written-text.js";

/** Datastar source that is written out in a program. */
export interface WrittenSource {
  readonly start: number;
  readonly end: number;
  /** Its text: one piece more than there are values in it. */
  readonly texts: readonly WrittenText[];
  /** The values in it. */
  readonly holes: readonly Node[];
  /** For each value the first one that is the same, so that what is asked of one is known of the other. */
  readonly sameHoles: readonly number[];
  /** Absent for source that may stand anywhere. */
  readonly place: Place | undefined;
  readonly form: "template" | "string" | "attribute";
  /** The type that the program says it evaluates to. */
  readonly type: Node | undefined;
}

/** The attribute that runs some source. */
export interface Place {
  /** As it is written: `data-on:click`. */
  readonly attribute: string;
  readonly plugin: string;
  /** The tag of its element; `undefined` where the program does not tell. */
  readonly tag: string | undefined;
  /** The event that it runs on. */
  readonly event: string | undefined;
  /** What the source has to give: a type of `client.ts`. */
  readonly wants: string | undefined;
  /** The names that the loops around it give to what it can use. */
  readonly names: readonly LoopName[];
  /** Whether it is there for its value. */
  readonly isRead: boolean;
}

/** What the values of a plugin have to be: types of `client.ts`. */
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

/** The source of a program. */
export interface ProgramSources {
  /** What is written out, in its order: templates of `js`, and strings in attributes and in `new Expression`. */
  readonly sources: readonly WrittenSource[];
  /** What attributes take as source, and only the running program knows. */
  readonly given: readonly Node[];
}

/**
 * Finds the source in a program.
 *
 * @param nodes all of the program
 */
export function writtenSources(program: Program, nodes: readonly Node[], code: string, ours: OurNames): ProgramSources {
  const places = new Map<Node, Place>();
  const strings = new Map<Node, WrittenSource["form"]>();
  const found: WrittenSource[] = [];
  const given: Node[] = [];
  const { constants, imported } = bindingsOf(program, "datastar-tsx", nodes);
  const loops = loopsIn(nodes, code);
  const placeSource = (node: Node, form: Form, place: Place, isString: boolean): void => {
    const value = unwrapped(node as Expression);
    const within = (inner: Node | null | undefined, wants = place.wants): void => {
      if (inner) placeSource(inner, form, { ...place, wants }, isString);
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
        value.elements.forEach((element, i) =>
          within(element, i === value.elements.length - 1 ? place.wants : undefined),
        );
        break;
      case "TaggedTemplateExpression":
        places.set(value, place);
        value.quasi.expressions.forEach((inner) => placeWithin(inner, place));
        break;
      case "CallExpression":
        value.arguments.forEach((inner) => placeWithin(inner, place));
        // What our own functions return is source.
        if (isSource && !(value.callee.type === "Identifier" && imported.has(value.callee.name))) given.push(value);
        break;
      case "MemberExpression":
        if (isSource) given.push(value);
        break;
      case "Identifier": {
        const initial = constants.get(value.name);
        if (initial !== undefined && constantText(initial)) placeSource(initial, form, place, isString);
        else if (isSource) given.push(value);
        break;
      }
      case "BinaryExpression":
        if (isString && constantText(value)) {
          places.set(value, place);
          strings.set(value, "string");
        }
        break;
      case "Literal":
      case "TemplateLiteral":
        if (!constantText(value)) {
          if (isSource) given.push(value);
        } else if (isString) {
          places.set(value, place);
          strings.set(value, "string");
        }
        break;
      case "ObjectExpression":
        for (const [name, property] of namedProperties(value.properties)) placeProperty(name, property, form, place);
        break;
    }
  };
  /** Places expressions that are values in other source: an option of an action sees the event, too. */
  const placeWithin = (node: Node, place: Place): void => {
    walk(node, (inner) => {
      if (inner.type === "TaggedTemplateExpression" && ours.nameOf(inner.tag) === "js")
        places.set(inner, { ...place, wants: undefined, isRead: false });
      return !/Function/.test(inner.type);
    });
  };
  const placeProperty = (name: string, value: Node, form: Form, place: Place): void => {
    if (form === "events") placeSource(value, "expression", { ...place, event: name, plugin: "on" }, true);
    else if (form === "loop") {
      if (name === "of") placeSource(value, form, place, true);
    } else if (form === "expression") {
      if (name === "do") placeSource(value, form, place, true);
    } else placeSource(value, form, { ...place, wants: wanted[place.plugin] }, false);
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
    const place = { attribute: name, plugin, tag, event: key, wants, names, isRead };
    if (value.type === "JSXExpressionContainer") placeSource(value.expression, form, place, true);
    else if (value.type !== "Literal" || isSpread) placeSource(value, form, place, true);
    else {
      places.set(value, place);
      strings.set(value, "attribute");
    }
  };
  const placeAttributes = (element: JSXOpeningElement): void => {
    for (const attribute of element.attributes) {
      if (attribute.type === "JSXSpreadAttribute") {
        const spread = unwrapped(attribute.argument);
        if (spread.type !== "ObjectExpression") continue;
        for (const [name, value] of namedProperties(spread.properties)) placeAttribute(name, value, element, true);
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
    } else if (node.type === "TaggedTemplateExpression" && ours.nameOf(node.tag) === "js") {
      const { quasis, expressions } = node.quasi;
      found.push({
        start: node.start,
        end: node.end,
        texts: quasis.map((quasi) => templateText(quasi, code)),
        holes: expressions,
        sameHoles: sameHoles(expressions, code),
        place: places.get(node),
        form: "template",
        type: node.typeArguments?.params[0],
      });
    }
    const form = strings.get(node);
    const written = form && textOf(node, code, form);
    if (form !== undefined && written !== undefined) {
      const { start, end } = node;
      const text = places.get(node)?.plugin === "for" ? textFrom(written, lengthOfNames(written.text)) : written;
      found.push({
        start,
        end,
        texts: [text],
        holes: [],
        sameHoles: [],
        place: places.get(node),
        form,
        type: undefined,
      });
    }
  }
  return { sources: found, given };
}

function sameHoles(holes: readonly Expression[], code: string): readonly number[] {
  const firsts = new Map<string, number>();
  return holes.map((hole, i) => {
    // Two calls may give two values.
    const written = isPure(hole) ? code.slice(hole.start, hole.end) : String(i);
    if (!firsts.has(written)) firsts.set(written, i);
    return firsts.get(written) ?? i;
  });
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

function textOf(node: Node, code: string, form: WrittenSource["form"]): WrittenText | undefined {
  if (node.type === "TemplateLiteral") {
    const [quasi] = node.quasis;
    return quasi && node.expressions.length === 0 ? templateText(quasi, code) : undefined;
  }
  if (node.type === "ParenthesizedExpression") return textOf(node.expression, code, form);
  if (node.type === "BinaryExpression") {
    const [left, right] = [textOf(node.left, code, form), textOf(node.right, code, form)];
    return left && right && joinedText(left, right);
  }
  if (node.type !== "Literal" || typeof node.value !== "string") return undefined;
  const raw = code.slice(node.start + 1, node.end - 1);
  return form === "attribute" ? attributeText(raw, node.start + 1) : codeText(node.value, raw, node.start + 1);
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

import { type Form, forms } from "../../attributes/plugins.js";
import { formOf } from "../parse-name.js";
import { outcomesOf } from "./outcomes.js";
import { takeApart } from "./pieces.js";
import { isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import {
  type CallExpression,
  jsxName,
  memberName,
  type Node,
  type ObjectExpression,
  type Property,
  propertyName,
  unwrapped,
} from "./syntax-tree.js";

/** A value that a program gives to an attribute of Datastar. */
export interface AttributeInProgram extends Placed {
  /** The name of the attribute, as the program writes it. */
  readonly name: string;
}

/** The types of nodes that {@link attributesIn} reads. */
export const attributeTypes = ["JSXOpeningElement", "ObjectExpression", "AssignmentExpression"] as const;

/**
 * The attributes of Datastar that a node gives values to: those of an element, the properties of an object (which is
 * spread into one, or given to a function that makes it), and `attributes["data-text"] = …`.
 */
export function attributesIn({ node, scope }: Placed, program: ProgramNames): readonly AttributeInProgram[] {
  const attribute = (name: string | undefined, value: Node, within = scope): readonly AttributeInProgram[] =>
    name !== undefined && formOf(name) !== undefined ? [{ name, node: value, scope: within }] : [];
  switch (node.type) {
    case "JSXOpeningElement":
      return node.attributes.flatMap((given) => {
        // Objects that are written out are found by themselves.
        if (given.type === "JSXSpreadAttribute" && unwrapped(given.argument).type === "CallExpression") {
          const spread = outcomesOf({ node: given.argument, scope }, program);
          return spread
            .filter(({ node }) => node.type === "ObjectExpression")
            .flatMap((made) => attributesIn(made, program));
        }
        if (given.type !== "JSXAttribute" || given.value?.type !== "JSXExpressionContainer") return [];
        return attribute(jsxName(given.name), given.value.expression);
      });
    case "ObjectExpression":
      return node.properties.flatMap((property) =>
        property.type === "Property"
          ? heldBy(property, scope, program).flatMap((held) =>
              attribute(nameInObject(property, scope, program), held.node, held.scope),
            )
          : [],
      );
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" ? attribute(memberName(node.left), node.right) : [];
    default:
      return [];
  }
}

/** What a property has: what its getter returns, if there is one. */
function heldBy({ kind, value }: Property, scope: Scope, program: ProgramNames): readonly Placed[] {
  if (kind === "init") return [{ node: value, scope }];
  return kind === "get" && isFunction(value) ? program.returned(value) : [];
}

function nameInObject(property: Property, scope: Scope, program: ProgramNames): string | undefined {
  const { key, computed } = property;
  if (!computed) return nameOf(property);
  if (key.type === "TemplateLiteral") {
    // Of [`data-on:${event}`] it is enough to know the start.
    const start = key.quasis[0]?.value.cooked ?? "";
    return key.expressions.length > 0 && start.endsWith(":") ? `${start}\${…}` : start;
  }
  if (key.type === "BinaryExpression") {
    const [start = ""] = takeApart(key)?.pieces ?? [];
    return start.endsWith(":") ? `${start}\${…}` : undefined;
  }
  const [name, ...others] = outcomesOf({ node: key, scope }, program).map(({ node }) => node);
  return name?.type === "Literal" && others.length === 0 ? String(name.value) : undefined;
}

function nameOf(property: Property): string | undefined {
  return propertyName({ ...property, kind: "init" });
}

// How a form takes source: as strings and lists of them, as an object of them, or not at all.
const takes: { readonly [form in Form]: "strings" | "events" | "none" } = {
  expression: "strings",
  datum: "strings",
  expressions: "strings",
  functions: "strings",
  data: "strings",
  filter: "strings",
  loop: "strings",
  events: "events",
  path: "none",
  names: "none",
  text: "none",
  none: "none",
};

/**
 * The expressions in the value of an attribute whose text the client compiles, each with the attribute that it is for.
 */
export function sourcesOf(attribute: AttributeInProgram, program: ProgramNames): readonly AttributeInProgram[] {
  return new SourceSearch(program).sourcesIn(attribute);
}

// Methods of lists that return a list of the same items.
const keepItems: ReadonlySet<string> = new Set("filter flat reverse slice sort toReversed toSorted".split(" "));

class SourceSearch {
  readonly #program: ProgramNames;
  // A list can be made of itself: steps = [...steps, js`$a++`].
  readonly #seen = new Set<Node>();

  constructor(program: ProgramNames) {
    this.#program = program;
  }

  sourcesIn({ name, ...value }: AttributeInProgram): readonly AttributeInProgram[] {
    const form = takes[formOf(name) ?? "none"];
    if (form === "none") return [];
    return outcomesOf(value, this.#program).flatMap((outcome) => {
      const { node, scope } = outcome;
      if (node.type === "ObjectExpression") return this.#inObject(node, scope, name);
      if (form === "events") return [];
      const items = this.#itemsOf(outcome);
      return items === undefined ? [{ name, node, scope }] : items.flatMap((item) => this.sourcesIn({ name, ...item }));
    });
  }

  #inObject({ properties }: ObjectExpression, scope: Scope, name: string): readonly AttributeInProgram[] {
    const form = formOf(name) ?? "none";
    return properties.flatMap((property) => {
      if (property.type === "SpreadElement") {
        const spread = outcomesOf({ node: property.argument, scope }, this.#program);
        return spread.flatMap(({ node, scope }) => {
          if (node.type !== "ObjectExpression" || this.#seen.has(node)) return [];
          this.#seen.add(node);
          return this.#inObject(node, scope, name);
        });
      }
      if (property.type !== "Property") return [];
      const key = nameOf(property);
      const isSource = form === "events" || (key === "do" && forms[form].content?.includes(key));
      if (!isSource) return [];
      const attribute = form === "events" ? `data-on:${key ?? "${…}"}` : name;
      return heldBy(property, scope, this.#program).flatMap((held) => this.sourcesIn({ name: attribute, ...held }));
    });
  }

  /** The items of a list; `undefined` for what is none. */
  #itemsOf({ node, scope }: Placed): readonly Placed[] | undefined {
    if (this.#seen.has(node)) return [];
    switch (node.type) {
      case "SpreadElement":
        return this.#itemsOfAll({ node: node.argument, scope });
      case "ArrayExpression":
        this.#seen.add(node);
        return node.elements.flatMap((element) => (element === null ? [] : { node: element, scope }));
      case "CallExpression":
        return this.#itemsOfCall(node, scope);
      default:
        return undefined;
    }
  }

  #itemsOfAll(list: Placed): readonly Placed[] {
    return outcomesOf(list, this.#program).flatMap((outcome) => this.#itemsOf(outcome) ?? []);
  }

  #itemsOfCall(call: CallExpression & Node, scope: Scope): readonly Placed[] | undefined {
    const { callee, arguments: given } = call;
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (callee.type !== "MemberExpression" || method === undefined) return undefined;
    if (method === "map" || method === "flatMap" || method === "from") {
      const functions = given.flatMap((node) => outcomesOf({ node, scope }, this.#program));
      return functions.flatMap(({ node }) => (isFunction(node) ? this.#program.returned(node) : []));
    }
    if (!keepItems.has(method) && method !== "concat") return undefined;
    this.#seen.add(call);
    const lists = outcomesOf({ node: callee.object, scope }, this.#program).flatMap((outcome) => {
      const items = this.#itemsOf(outcome);
      return items === undefined ? [] : [items];
    });
    // Text has methods of these names as well.
    if (lists.length === 0) return undefined;
    const items = lists.flat();
    return method === "concat" ? [...items, ...given.map((node) => ({ node, scope }))] : items;
  }
}

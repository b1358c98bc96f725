import type { Expression, Node, Program, VariableDeclarator } from "oxc-parser";
import { nodesOf, unwrapped } from "./syntax-tree.js";

/** The names of a module whose values do not change. */
export interface Bindings {
  /** Names of our package, by the names that they are imported under. */
  readonly imported: ReadonlyMap<string, string>;
  /** Constants of the module, and what they are initialised with. */
  readonly constants: ReadonlyMap<string, Expression>;
  /** Functions of the module. */
  readonly functions: ReadonlySet<string>;
  /** Whether a module declares a name, in whatever scope. */
  declares(name: string): boolean;
}

/**
 * Finds the names that are bound once in a module, so that they mean the same wherever they stand.
 *
 * @param nodes all of the module
 */
export function bindingsOf(program: Program, packageName: string, nodes = nodesOf(program)): Bindings {
  const counts = countNames(nodes, true);
  const imported = new Map<string, string>();
  const constants = new Map<string, Expression>();
  const functions = new Set<string>();
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration" && statement.source.value === packageName) {
      for (const specifier of statement.specifiers) {
        if (specifier.type !== "ImportSpecifier" || counts.get(specifier.local.name) !== 1) continue;
        const { imported: name } = specifier;
        imported.set(specifier.local.name, name.type === "Literal" ? name.value : name.name);
      }
    }
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "FunctionDeclaration" && declaration.id !== null && counts.get(declaration.id.name) === 1)
      functions.add(declaration.id.name);
    if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") continue;
    for (const { id, init } of declaration.declarations satisfies VariableDeclarator[]) {
      if (id.type !== "Identifier" || init === null || counts.get(id.name) !== 1) continue;
      constants.set(id.name, init);
      if (/^(?:Arrow)?FunctionExpression$/.test(unwrapped(init).type)) functions.add(id.name);
    }
  }
  return { imported, constants, functions, declares: (name) => counts.has(name) };
}

/**
 * How often each name is declared by nodes, in whatever scope.
 *
 * @param withAssignments whether to count where it is given another value as well
 */
export function countNames(nodes: readonly Node[], withAssignments: boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const declare = (pattern: Node | null | undefined): void => {
    switch (pattern?.type) {
      case "Identifier":
        counts.set(pattern.name, (counts.get(pattern.name) ?? 0) + 1);
        break;
      case "ObjectPattern":
        for (const property of pattern.properties) declare(property.type === "Property" ? property.value : property);
        break;
      case "ArrayPattern":
        pattern.elements.forEach(declare);
        break;
      case "AssignmentPattern":
        declare(pattern.left);
        break;
      case "RestElement":
        declare(pattern.argument);
        break;
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
        declare(pattern.expression);
        break;
      case "TSParameterProperty":
        declare(pattern.parameter);
        break;
    }
  };
  for (const node of nodes) {
    switch (node.type) {
      case "VariableDeclarator":
      case "ClassDeclaration":
      case "ClassExpression":
      case "TSEnumDeclaration":
      case "TSModuleDeclaration":
      case "TSImportEqualsDeclaration":
        declare(node.id);
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        declare(node.id);
        node.params.forEach(declare);
        break;
      case "AssignmentExpression":
        if (withAssignments) declare(node.left);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        if (withAssignments || node.left.type === "VariableDeclaration") declare(node.left);
        break;
      case "CatchClause":
        declare(node.param);
        break;
      case "ImportSpecifier":
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        declare(node.local);
        break;
    }
  }
  return counts;
}

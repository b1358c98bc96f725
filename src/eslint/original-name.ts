import { once } from "../diagnostics/program/members.js";
import { type Located, memberName, type Node } from "../diagnostics/program/syntax-tree.js";

/** The name that something has where it comes from: `js`, for `j` of `import { js as j }`, and for `datastar.js`. */
export function originalName(node: Node): string | undefined {
  if (node.type === "Identifier") return importsOf(rootOf(node)).get(node.name) ?? node.name;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  return importsOf(rootOf(node)).get(node.object.name) === "*" ? memberName(node) : undefined;
}

function rootOf(node: Located): Located {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The names that a program imports, with those that they have in their modules; `*` for all of a module. */
const importsOf = once((root: Located): ReadonlyMap<string, string> => {
  const imports = new Map<string, string>();
  if (!isProgram(root)) return imports;
  for (const statement of root.body) {
    if (statement.type !== "ImportDeclaration") continue;
    for (const { type, local, imported } of statement.specifiers) {
      if (type === "ImportNamespaceSpecifier") imports.set(local.name, "*");
      else if (imported?.type === "Identifier") imports.set(local.name, imported.name);
    }
  }
  return imports;
});

function isProgram(node: Located): node is Extract<Node, { type: "Program" }> {
  return "type" in node && node.type === "Program";
}

import type { Node, Program } from "oxc-parser";
import { calledName } from "./called-name.js";

export const packageName = "datastar-tsx";

/** The exports of our package that a module names. */
export interface OurNames {
  /** The export that a node names; `undefined` for what is none. */
  nameOf(node: Node): string | undefined;
}

/** Finds the names of our exports in a module, which may get them from a module that exports them once more. */
export function ourNames(program: Program, packageName: string): OurNames {
  const names = new Map<string, string>();
  const namespaces = new Set<string>();
  for (const statement of program.body) {
    if (statement.type === "TSImportEqualsDeclaration" && isPackage(statement.moduleReference, packageName))
      namespaces.add(statement.id.name);
    if (statement.type !== "ImportDeclaration") continue;
    for (const specifier of statement.specifiers) {
      const local = specifier.local.name;
      if (specifier.type === "ImportSpecifier") {
        const { imported } = specifier;
        names.set(local, imported.type === "Literal" ? imported.value : imported.name);
      } else if (specifier.type === "ImportNamespaceSpecifier") namespaces.add(local);
    }
  }
  return {
    nameOf(node) {
      if (node.type === "Identifier") return names.get(node.name);
      if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
      return namespaces.has(node.object.name) ? calledName(node) : undefined;
    },
  };
}

/** Whether what `import name = …` stands for is a package. */
function isPackage(reference: Node, packageName: string): boolean {
  return reference.type === "TSExternalModuleReference" && reference.expression.value === packageName;
}

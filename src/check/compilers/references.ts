import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { walk } from "../../compile/syntax-tree.js";
import { namedProperties } from "../source/named-properties.js";

/**
 * The projects that a `tsconfig.json` refers to. TypeScript 7 does not tell them.
 *
 * @see https://www.typescriptlang.org/tsconfig/#references
 */
export function referencesOf(config: string): readonly string[] {
  const paths: string[] = [];
  // JSON with comments, and with commas at the end of lists.
  const { program } = parseSync("tsconfig.js", `(${readFileSync(config, "utf8")}\n)`);
  walk(program, (node) => {
    if (node.type !== "ObjectExpression") return true;
    const references = namedProperties(node.properties).find(([name]) => name === "references")?.[1];
    if (references?.type !== "ArrayExpression") return false;
    for (const element of references.elements) {
      if (element?.type !== "ObjectExpression") continue;
      const path = namedProperties(element.properties).find(([name]) => name === "path")?.[1];
      if (path?.type === "Literal" && typeof path.value === "string") paths.push(resolve(dirname(config), path.value));
    }
    return false;
  });
  return paths;
}

import type { Expression, Node, Program } from "oxc-parser";
import { isPure } from "../../compile/syntax-tree.js";
import { lengthOfNames } from "./loops.js";
import type { OurNames } from "./our-names.js";
import { type Scopes, scopesOf } from "./scopes.js";
import { type Place, sourcePlaces } from "./source-places.js";
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

/** The source of a program. */
export interface ProgramSources {
  /** What is written out, in its order: templates of `js`, and strings in attributes and in `new Expression`. */
  readonly sources: readonly WrittenSource[];
  /** What attributes take as source, and only the running program knows. */
  readonly given: readonly Node[];
  readonly scopes: Scopes;
}

/**
 * Finds the source in a program.
 *
 * @param nodes all of the program
 */
export function writtenSources(program: Program, nodes: readonly Node[], code: string, ours: OurNames): ProgramSources {
  const scopes = scopesOf(nodes);
  const { places, strings, given } = sourcePlaces(program, nodes, code, ours, scopes);
  const found: WrittenSource[] = [];
  const results = new Map<Node, Node>();
  for (const node of nodes) {
    if (node.type === "NewExpression" && ours.nameOf(node.callee) === "Expression") {
      const [written, result] = [node.arguments[0], node.typeArguments?.params[0]];
      if (written !== undefined && result !== undefined) results.set(written, result);
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
        type: results.get(node),
      });
    }
  }
  return { sources: found, given, scopes };
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

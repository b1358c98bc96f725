import { signalsIn } from "./check-expression.js";
import { findSignals, statementsOf, withoutCalls, withoutStrings } from "./client-source.js";
import { type Diagnostic, warning } from "./diagnostic.js";

/**
 * Checks an effect, which runs again when a signal changes that it has read: by its own hand, too. To the client, a
 * signal that is set has been read, for what it was before.
 */
export function checkEffect(source: string): readonly Diagnostic[] {
  const read = withoutPeeks(source);
  const changed = ownChange(read) ?? ownList(read);
  if (changed !== undefined)
    return [
      found(
        `this changes $${changed}, which it reads, and so runs itself again; read it with @peek(() => $${changed}), or compute another signal with data-computed.`,
      ),
    ];
  const fresh = setAnew(read);
  return fresh === undefined
    ? []
    : [
        found(
          `this sets $${fresh} to another value each time, and as the client takes what it sets for read, it can run itself again without end; compute it with data-computed, or set it in @peek(() => …).`,
        ),
      ];
}

/** The signals that an effect sets whenever it runs, and so whenever anything else sets them. */
export function keptByEffect(source: string): readonly string[] {
  return statementsOf(withoutPeeks(source)).flatMap((statement) => {
    const [first] = findSignals(statement);
    const isSet = first !== undefined && statement.slice(0, first.start).trim() === "";
    return isSet && /^\s*=(?![=>])/.test(statement.slice(first.end)) ? [first.path] : [];
  });
}

function found(message: string): Diagnostic {
  return warning("effect-loop", message);
}

function withoutPeeks(source: string): string {
  return withoutCalls(source, "@peek(");
}

function ownChange(source: string): string | undefined {
  const uses = signalsIn(source);
  const isRead = (path: string): boolean =>
    uses.some((use) => use.how === "read" && (use.path === path || use.path.startsWith(`${path}.`)));
  return uses.find(
    ({ path, how }) => how === "change" || (how === "set" && isRead(path) && !isSetToOneConstant(source, path)),
  )?.path;
}

const constant = /^(?:true|false|null|undefined|-?\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*")$/;

/** Whether what sets a signal is the same constant each time: the effect runs once more, and changes nothing then. */
function isSetToOneConstant(source: string, path: string): boolean {
  const values = findSignals(source)
    .filter((signal) => signal.path === path)
    .flatMap(({ end }) => {
      const [equals] = /^\s*=(?![=>])/.exec(source.slice(end)) ?? [];
      return equals === undefined ? [] : [operand(source, end + equals.length)];
    });
  const [first] = values;
  return first !== undefined && constant.test(first) && values.every((value) => value === first);
}

const changingLists = /^(.+)\.(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

function ownList(source: string): string | undefined {
  return findSignals(source).flatMap(({ path, end }) => {
    const list = source.charAt(end) === "(" ? changingLists.exec(path)?.[1] : undefined;
    return list === undefined ? [] : [list];
  })[0];
}

/** The first signal that is set to what no value before is equal to. */
function setAnew(source: string): string | undefined {
  const code = withoutStrings(source);
  return findSignals(source).find(({ end }) => {
    const [equals] = /^\s*=(?![=>])/.exec(code.slice(end)) ?? [];
    return equals !== undefined && isFresh(operand(code, end + equals.length));
  })?.path;
}

const closing: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };
const opening: { readonly [close: string]: string } = { ")": "(", "]": "[", "}": "{" };

/** What stands from an index on, up to a comma, a semicolon or the bracket of what is around. */
function operand(code: string, start: number): string {
  let depth = 0;
  let end = start;
  for (; end < code.length; end++) {
    const character = code.charAt(end);
    if (closing[character] !== undefined) depth++;
    else if (opening[character] !== undefined && --depth < 0) break;
    else if (depth === 0 && /[,;]/.test(character)) break;
  }
  return code.slice(start, end).trim();
}

const neverTheSame = /\b(?:Math\.random|Date\.now|performance\.now|crypto\.randomUUID)\(|\bnew\s+[A-Z]/;
const makingLists =
  /(?:\.(?:concat|filter|flat|flatMap|map|matchAll|slice|split|toReversed|toSorted|toSpliced|with)|\bArray\.(?:from|of)|\bObject\.(?:entries|keys|values))$/;

function isFresh(value: string): boolean {
  if (neverTheSame.test(value)) return true;
  const last = lastBracket(value);
  return last !== undefined && (value.endsWith("]") ? last === 0 : makingLists.test(value.slice(0, last)));
}

/** Where the bracket begins that ends a value. */
function lastBracket(value: string): number | undefined {
  if (!/[)\]]$/.test(value)) return undefined;
  let depth = 0;
  for (let index = value.length - 1; index >= 0; index--) {
    const character = value.charAt(index);
    if (opening[character] !== undefined) depth++;
    else if (closing[character] !== undefined && --depth === 0) return index;
  }
  return undefined;
}

import type { ExpressionKind } from "../attributes/plugins.js";
import { behaviours } from "../base/client-versions.js";
import { actionVersions } from "../expressions/action-names.js";
import { actions, actionsWithoutAt } from "./actions.js";
import { checkActionCalls } from "./check-action-calls.js";
import { actionCall, findSignals, rewritten, withoutEscapes, withoutStrings } from "./client-source.js";
import { type Diagnostic, error, warning, withClients } from "./diagnostic.js";
import { nearest } from "./nearest.js";
import { rewrittenTexts } from "./rewritten-text.js";

/** Whether the last statement becomes the value, as in `data-text`. */
const returnsValue = (kind: ExpressionKind): boolean => kind !== "statements" && kind !== "effect";

/** How an expression uses a signal: `$a`, `$a = 1`, `$a += 1`. */
export interface SignalUse {
  readonly path: string;
  readonly how: "read" | "set" | "change";
}

/** Checks a Datastar expression by itself; {@link signalsIn} tells which signals it uses. */
export function checkExpression(source: string, kind: ExpressionKind): readonly Diagnostic[] {
  const inText = checkText(source);
  return [
    ...inText,
    ...checkActions(source),
    ...checkHyphens(source),
    ...checkNames(source, kind),
    ...checkSyntax(source, kind, inText),
    ...checkActionCalls(source),
  ];
}

/** The signals that an expression uses, each use by itself. */
export function signalsIn(source: string): readonly SignalUse[] {
  return findSignals(source)
    .filter(({ start }) => source[start - 1] !== "$")
    .map(({ path, start, end }) => ({ path, how: useAt(source, start, end) }));
}

function useAt(source: string, start: number, end: number): SignalUse["how"] {
  const after = source.slice(end);
  if (/^\s*=(?![=>])/.test(after)) return "set";
  if (/^\s*(?:\+\+|--|(?:[-+*/%&|^]|\*\*|&&|\|\||\?\?|<<|>>>?)=(?!=))/.test(after)) return "change";
  // A loop: a regular expression would look through all that stands in front, for each signal.
  let before = start;
  while (/\s/.test(source.charAt(before - 1))) before--;
  return /^(?:\+\+|--)$/.test(source.slice(Math.max(0, before - 2), before)) ? "change" : "read";
}

/** The dotted name that is all there is to an expression: `open`, or `!ui.open`. */
export function bareName(source: string): string | undefined {
  return /^[!\s]*([A-Za-z_]\w*(?:\.\w+)*)\s*(?:;\s*)?$/.exec(source)?.[1];
}

function checkText(source: string): Diagnostic[] {
  return rewrittenTexts(withoutEscapes(source)).map(({ text, isCall, isAlways }) => {
    const found = isCall ? callInText(text) : signalInText(text);
    return isAlways ? found : withClients(found, behaviours.callsInStrings);
  });
}

function callInText(call: string): Diagnostic {
  return error(
    "action-in-string",
    `Datastar takes ${call} for the call of an action, in a string too; write \\x40${call.slice(1)}, or put the text into js\`…\`.`,
  );
}

function signalInText(signal: string): Diagnostic {
  return error(
    "signal-in-text",
    `Datastar takes ${signal} for a signal, in the text of a template literal or a regular expression too; write \${${signal}} for its value, or \\x24${signal.slice(1)} for the text.`,
  );
}

function checkActions(source: string): Diagnostic[] {
  const code = withoutStrings(withoutEscapes(source));
  const called = new Set(Array.from(code.matchAll(actionCall), ([, name = ""]) => name));
  const bare = new Set(Array.from(code.matchAll(/(?<![\w$.@])([A-Za-z]\w*)\(/g), ([, name = ""]) => name));
  return [
    ...[...called].filter((name) => !actions.has(name)).flatMap(unknownAction),
    ...[...called].flatMap(actionOfOthers),
    ...[...bare]
      .filter((name) => actionsWithoutAt.has(name))
      .map((name) =>
        warning("unknown-action", `${name}() is a function of the page, if there is one; the action is @${name}().`),
      ),
    ...Array.from(code.matchAll(/(?<![\w$.@])(delete|sse)\s*\(\s*["'`]/g), ([, name = ""]) =>
      warning(
        "unknown-action",
        name === "sse"
          ? "sse() is how Datastar once wrote what is @get() now."
          : "delete() deletes nothing here; the action is @delete().",
      ),
    ),
    ...Array.from(code.matchAll(/(?<!\$)\$(get|post|put|patch|delete|query)\(\s*["'`]/g), ([, name = ""]) =>
      warning("unknown-action", `$${name} is a signal; the action is @${name}().`),
    ),
  ];
}

function unknownAction(name: string): Diagnostic[] {
  const near = nearest(name, actions);
  const all = [...actions].map((name) => `@${name}`).join(", ");
  const known = `@${name} is no action of Datastar`;
  // A component of Rocket has actions of its own, which only the browser knows.
  const found =
    near === undefined
      ? warning("unknown-action", `${known}: its actions are ${all}.`)
      : error("unknown-action", `${known}; did you mean @${near}?`);
  return [
    withClients(found, { rocket: false }),
    ...(near === undefined
      ? []
      : [
          withClients(warning("unknown-action", `${known}; did you mean @${near}, or an action of the component?`), {
            rocket: true,
          }),
        ]),
  ];
}

/** An action that only other versions of the client have. */
function actionOfOthers(name: string): Diagnostic[] {
  const { since, until } = actionVersions(name);
  return [
    ...(since === undefined
      ? []
      : [withClients(error("unknown-action", `@${name} is an action of clients from ${since} on.`), { until: since })]),
    ...(until === undefined
      ? []
      : [withClients(error("unknown-action", `@${name} is an action of clients before ${until}.`), { since: until })]),
  ];
}

// Nobody names a signal `count-1`.
function checkHyphens(source: string): Diagnostic[] {
  const paths = new Set(findSignals(source).map(({ path }) => path));
  return [...paths]
    .filter((path) => /-\d+$/.test(path))
    .map((path) =>
      warning(
        "unknown-signal",
        `$${path} is the name of one signal to Datastar; to subtract, write $${path.replace(/-(\d+)$/, " - $1")}.`,
      ),
    );
}

function checkNames(source: string, kind: ExpressionKind): Diagnostic[] {
  const code = withoutStrings(source);
  // In a template literal, the first may be text.
  const doubled = code.includes("`") ? undefined : /(?<![\w$])\$\$([A-Za-z_]\w*)/.exec(code)?.[1];
  return [
    ...(doubled === undefined
      ? []
      : [
          withClients(
            error(
              "invalid-path",
              actions.has(doubled)
                ? `$$ was how Datastar once wrote the @ of an action: write @${doubled}().`
                : `a signal has one $: write $${doubled}. With two it is a component's own: configureClient({ rocket: true }).`,
            ),
            { rocket: false },
          ),
        ]),
    ...(returnsValue(kind) && /(?<![\w$.])evt\s*\./.test(code) && !declaresEvt(code)
      ? [warning("no-event", "evt is there in data-on only; here, el is the element.")]
      : []),
  ];
}

const parameters = /\(([^()]*)\)\s*=>|function\s*\w*\s*\(([^)]*)/g;

function declaresEvt(code: string): boolean {
  if (/(?:const|let|var)\s+evt\b|\bevt\s*=>/.test(code)) return true;
  return Array.from(code.matchAll(parameters)).some(([, arrow = "", named = ""]) => /\bevt\b/.test(arrow + named));
}

const hints: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/@[A-Za-z_]\w*\b(?!\()/, "an action is called, without a space: @get('/path')"],
  [
    /(?:^|[;{])\s*(?:if|for|while|switch|let|const|var|throw|try)\b/,
    "the last statement must be a value here, as in `condition ? a : b`",
  ],
  [/\bawait\b/, "an expression cannot wait; use then()"],
  [/\{\{/, "there are no {{ }} in Datastar: the whole value is JavaScript"],
];

function checkSyntax(source: string, kind: ExpressionKind, inText: readonly Diagnostic[]): Diagnostic[] {
  const names = ["el", "$", "__action", "evt", ...(kind === "patch" ? ["patch"] : [])];
  return rewritten(source, returnsValue(kind)).flatMap(({ body, since, until }) => {
    // A call in a string most often breaks the syntax, too, which is no second mistake.
    if (inText.some(({ clients }) => clients === undefined || (until !== undefined && clients.until === until)))
      return [];
    const problem = compile(body, names);
    if (problem === undefined) return [];
    const hint = hintFor(source, returnsValue(kind), since !== undefined && /@[A-Za-z_$][\w$]*\(/.test(body));
    const found = error(
      "syntax",
      `Datastar finds a syntax error in \`${shorten(source.trim())}\`: ${problem}${hint === undefined ? "" : `; ${hint}`}.`,
    );
    return [since === undefined && until === undefined ? found : withClients(found, { since, until })];
  });
}

/** @param isHidden whether the client has taken a call for text */
function hintFor(source: string, returnsValue: boolean, isHidden: boolean): string | undefined {
  const code = withoutStrings(source);
  if (isHidden && !/@[A-Za-z_$][\w$]*\(/.test(code))
    return "a quote in a comment or a regular expression begins a string to the client: write \\x27 for it";
  const [whole] = rewritten(source, false);
  if (returnsValue && code.includes(";") && compile(`return (${whole?.body}\n)`, []) === undefined)
    return "it ends a statement at every ; of a value, within braces too";
  return hints.find(([pattern]) => pattern.test(code))?.[1];
}

/** Checks the JavaScript of a filter, which the client reads as it stands. */
export function checkPlainObject(source: string): Diagnostic[] {
  const problem = compile(`return (${source})`, []);
  return problem === undefined
    ? []
    : [error("syntax", `Datastar finds a syntax error in \`${shorten(source)}\`: ${problem}.`)];
}

const cacheLimit = 4096;
const compiled = new Map<string, string | undefined>();

// Compiles and never runs. The language's own check: a text that would end the function and begin another is refused.
function compile(body: string, names: readonly string[]): string | undefined {
  const key = `${names.join()}\n${body}`;
  if (compiled.has(key)) return compiled.get(key);
  let problem: string | undefined;
  try {
    Function(...names, body);
  } catch (error) {
    // Anything else means that this runtime does not compile text: there is nothing to say about the expression.
    if (error instanceof SyntaxError) problem = error.message;
  }
  if (compiled.size >= cacheLimit) compiled.clear();
  compiled.set(key, problem);
  return problem;
}

function shorten(source: string): string {
  return source.length > 80 ? `${source.slice(0, 79)}…` : source;
}

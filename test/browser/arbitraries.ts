import type { SignalValue } from "datastar-tsx";
import fc from "fast-check";

// What Datastar's rewriting of an expression, JavaScript or HTML could take for something else.
const pieces = [
  "@word(",
  "@post('/x')",
  "@",
  "$x",
  "$x.y-z",
  "$",
  "${",
  "${$x}",
  "`",
  "'",
  '"',
  "\\",
  "\\'",
  '\\"',
  "\\\\",
  ";",
  "; return 1",
  "//",
  "/*",
  "*/",
  "/",
  "/;/",
  "</script>",
  "<!--",
  "</body>",
  "&amp;",
  "&#39;",
  "\u2028",
  "\u2029",
  "\r",
  "\n",
  "\0",
  "})()",
  "(() => {",
  "(function() {",
  "}",
  "{",
  "🖕",
  "🖕JS_D",
  "S🚀",
  "🖕JS_D$xS🚀",
  "👩‍👧",
  "\ud83d",
  "\udd95",
  "__escaped0",
  "return ",
  "constructor",
  "]]>",
];

/** Strings full of what has a meaning in an expression. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...pieces), weight: 4 },
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.string({ maxLength: 4 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));

const primitive = fc.oneof(
  hostileText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
);

/** Whatever JSON can carry, with hostile strings in it. */
export const json = nested(fc.oneof(primitive, fc.constant(null)), fc.oneof(hostileText, fc.constant("__proto__")));

/**
 * What a signal can hold without a change. A null removes what it is assigned to. The client tells of changes by dotted
 * paths, and fails where such a path leads through a value that is no object: `{ "a": 1, "a.b": 2 }`.
 */
export const signalValue = nested(
  primitive,
  hostileText.map((text) => text.replaceAll(".", "")),
);

function nested(leaf: fc.Arbitrary<SignalValue>, name: fc.Arbitrary<string>): fc.Arbitrary<SignalValue> {
  return fc.letrec<{ value: SignalValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { arbitrary: leaf, weight: 6 },
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
}

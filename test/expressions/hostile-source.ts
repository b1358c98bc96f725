import fc from "fast-check";

/** Text thick with what JavaScript, or the client's rewriting of it, could take for code. */
export const hostileSource: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.constantFrom(
        ...`' " \` \\ \\\\ \\' / // /* */ ; ;; } }) { ( ) $ $x $x.y $x-1 \${ \${x} @ @get( @x(1) // <!-- --> => return function`.split(
          " ",
        ),
        ..."\n \r \u2028 \u2029 \0 \ud83d \udd95 🖕 🖕JS_D S🚀 __proto__ constructor </script".split(" "),
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

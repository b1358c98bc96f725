/** The lines of two texts beside each other: `-` before those that were expected, `+` before those that came. */
export function difference(expected: string, received: string): string {
  const steps = walk(expected.split("\n"), received.split("\n"));
  return steps.map(([sign, line]) => `${sign} ${line}`).join("\n");
}

type Step = readonly [sign: "-" | "+" | " ", line: string];

/** The fewest lines that must go and come, by the longest common subsequence. */
function walk(expected: readonly string[], received: readonly string[]): readonly Step[] {
  // How many lines are common from here to the ends.
  const common = Array.from({ length: expected.length + 1 }, () => new Uint32Array(received.length + 1));
  const at = (one: number, other: number): number => common[one]?.[other] ?? 0;
  for (let one = expected.length - 1; one >= 0; one--)
    for (let other = received.length - 1; other >= 0; other--)
      common[one]?.fill(
        expected[one] === received[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1)),
        other,
        other + 1,
      );
  const steps: Step[] = [];
  let one = 0;
  let other = 0;
  while (one < expected.length || other < received.length) {
    const [gone = "", come = ""] = [expected[one], received[other]];
    if (one < expected.length && other < received.length && gone === come) {
      steps.push([" ", gone]);
      one++;
      other++;
    } else if (other >= received.length || (one < expected.length && at(one + 1, other) >= at(one, other + 1))) {
      steps.push(["-", gone]);
      one++;
    } else {
      steps.push(["+", come]);
      other++;
    }
  }
  return steps;
}

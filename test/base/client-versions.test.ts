import { expect, test } from "vitest";
import { isBefore } from "../../src/base/client-versions.js";

test.each([
  ["1.0.2", "1.0.4", true],
  ["1.0.4", "1.0.4", false],
  ["1.0.10", "1.0.4", false],
  ["1.1.0", "1.0.4", false],
  ["0.21.4", "1.0.0", true],
  ["1", "1.0.1", true],
  ["1.0.4-RC.1", "1.0.4", false],
])("version %s before %s: %s", (version, other, expected) => {
  expect(isBefore(version, other)).toBe(expected);
});

// Typical mistakes in one attribute, and exactly what is said of each.
import { afterEach, describe, expect, test } from "vitest";
import { useClient } from "../../../src/base/configure-client.js";
import { checkAttribute } from "../../../src/diagnostics/check-attribute.js";
import type { Row } from "./row.js";
import { mistakes } from "./rows.js";

afterEach(() => useClient({}));

describe.each(Object.entries(mistakes))("%s", (_, rows) => {
  test.each<Row>(rows)("%s=%j", (name, value, found, message, rename, before) => {
    if (before !== undefined) {
      expect(checkAttribute(name, value)).toEqual([]);
      useClient({ version: before });
    }
    const [severity, rule] = found.split(" ");
    expect(checkAttribute(name, value)).toEqual([
      {
        rule,
        severity,
        message: `${name}: ${message}`,
        ...(rename === undefined ? {} : { rename }),
      },
    ]);
  });
});

test("several mistakes are told one by one, in the order of the value, the key and the modifiers", () => {
  expect(checkAttribute("data-on:clik__onse", "@pst('/x')").map(({ rule }) => rule)).toEqual([
    "unknown-action",
    "unknown-event",
    "unknown-modifier",
  ]);
});

test("every rule but those for whole pages has an example", () => {
  const seen = new Set(
    Object.values(mistakes)
      .flat()
      .map(([, , found]) => found.split(" ")[1]),
  );
  expect([...seen].sort()).toEqual([
    "action-arguments",
    "action-in-string",
    "assignment",
    "effect-loop",
    "event-default",
    "folded-capitals",
    "idle-modifier",
    "ignored-by-client",
    "invalid-path",
    "invalid-value",
    "key-and-value",
    "key-not-allowed",
    "key-or-value-required",
    "key-required",
    "native-submit",
    "no-event",
    "old-spelling",
    "signal-in-text",
    "signal-without-dollar",
    "syntax",
    "text-for-expression",
    "uncalled-function",
    "unknown-action",
    "unknown-event",
    "unknown-modifier",
    "unknown-plugin",
    "unknown-signal",
    "unknown-tag",
    "value-not-allowed",
    "value-required",
  ]);
});

// What a project says of itself in its configuration, which the rules then know.
import { expect, test } from "vitest";
import { lint } from "./lint.js";

const settings = {
  datastar: {
    plugins: { "on-swipe": { keyed: "expression", modifiers: ["once"], runs: "statements" } },
    actions: ["vibrate"],
  },
};

test("plugins and actions of its own are checked as those of Datastar are", () => {
  const correct = `<p data-on-swipe:left__once="@vibrate(100)" />`;
  expect(lint(correct, settings)).toEqual([]);
  expect(lint(`<p data-on-swipe:left__ones="$a = @vibrat(100) +" />`, settings)).toEqual([
    '1:4-28 error unknown-modifier: data-on-swipe:left__ones: data-on-swipe has no modifier "ones"; the modifiers of data-on-swipe are once.',
    "1:29-50 error unknown-action: data-on-swipe:left__ones: @vibrat is no action of Datastar; did you mean @vibrate?",
    "1:29-50 error syntax: data-on-swipe:left__ones: Datastar finds a syntax error in `$a = @vibrat(100) +`: Unexpected token '}'.",
  ]);
});

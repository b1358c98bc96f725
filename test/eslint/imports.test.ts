// What is ours goes by other names, and what is not by ours.
import { describe, expect, test } from "vitest";
import { lint, testInvalid } from "./lint.js";

const follows =
  "the browser follows the link as well, and leaves the page while the request is under way; write the modifier prevent, or a <button>.";

describe("under another name", () => {
  testInvalid([
    {
      code: 'import { js as j } from "datastar-tsx";\n<p data-text={j`$a b`} title={j`$a`} />',
      says: [
        "2:15-22 error syntax: data-text: Datastar finds a syntax error in `$a b`: Unexpected identifier 'b'.",
        "2:24-29 error misplaced-expression: title: this is no attribute of Datastar, and cannot take an expression; did you mean data-attr:title?",
      ],
    },
    {
      code: 'import * as datastar from "datastar-tsx";\n<p data-text={datastar.js`$a b`} />',
      says: ["2:15-32 error syntax: data-text: Datastar finds a syntax error in `$a b`: Unexpected identifier 'b'."],
    },
    {
      code: 'import { post as send } from "datastar-tsx";\n<a href="/x" data-on:click={send("/y")} />',
      says: [`2:1-43 warn event-default: data-on:click: ${follows}`],
    },
    {
      code: 'import * as datastar from "datastar-tsx";\n<a href="/x" data-on:click={datastar.post("/y")} />',
      says: [`2:1-52 warn event-default: data-on:click: ${follows}`],
    },
  ]);
});

test.each([
  'import { tag as js } from "elsewhere";\n<p data-text={js`$a b`} />',
  'import { read as get } from "elsewhere";\n<a href="/x" data-on:click={get("/y")} />',
])("by the name of ours: %s", (code) => expect(lint(code)).toEqual([]));

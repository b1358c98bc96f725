import { type Child, Html } from "datastar-tsx";
import { Fragment, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { describe, expect, test } from "vitest";

const at = (lineNumber: number, columnNumber: number) => ({ fileName: "/app/page.tsx", lineNumber, columnNumber });
const refused =
  "a plain object with id in it as a child: pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().";

/** The message of what `run` throws, whole. */
function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : `not an error: ${String(error)}`;
  }
  return "nothing was thrown";
}

describe("the development runtime", () => {
  test("renders as the other one does", () => {
    const element = jsxDEV(
      "p",
      { title: "<a>", children: ["b", jsxDEV(Fragment, { children: "c" })] },
      "key",
      true,
      at(1, 2),
    );
    expect(element).toBeInstanceOf(Html);
    expect(String(element)).toBe('<p title="&lt;a>">bc</p>');
  });

  test("tells where the element stands that failed", () => {
    expect(messageOf(() => jsxDEV("p", { children: { id: 1 } }, undefined, false, at(3, 5)))).toBe(
      `<p> cannot render ${refused}\n    at /app/page.tsx:3:5`,
    );
  });

  test("also when an attribute did", () => {
    expect(messageOf(() => jsxDEV("p", { "data-effect:a": "x()" }, undefined, false, at(3, 5)))).toBe(
      "<p> data-effect:a: data-effect takes no key: write data-effect.\n    at /app/page.tsx:3:5",
    );
  });

  test("tells it once: the innermost place", () => {
    const Inner = (): Child => jsxDEV("p", { children: { id: 1 } }, undefined, false, at(7, 1));
    expect(
      messageOf(() =>
        jsxDEV("div", { children: jsxDEV(Inner, {}, undefined, false, at(2, 3)) }, undefined, false, at(1, 1)),
      ),
    ).toBe(`<p> cannot render ${refused}\n    at /app/page.tsx:7:1`);
  });

  test("tells it for what a component throws", () => {
    const Throws = (): never => {
      throw new RangeError("no such item");
    };
    expect(messageOf(() => jsxDEV(Throws, {}, undefined, false, at(2, 3)))).toBe(
      "no such item\n    at /app/page.tsx:2:3",
    );
  });

  test("tells it for what an asynchronous component fails with, once", async () => {
    const Rejects = async (): Promise<never> => {
      throw new RangeError("no such item");
    };
    const element = jsxDEV(
      "div",
      { children: jsxDEV(Rejects, {}, undefined, false, at(2, 3)) },
      undefined,
      false,
      at(1, 1),
    );
    await expect(element).rejects.toThrow(/^no such item\n    at \/app\/page\.tsx:2:3$/);
  });

  test("also for an error whose message is read-only, and keeps its class", () => {
    const aborted = new DOMException("The user left", "AbortError");
    const Throws = (): never => {
      throw aborted;
    };
    expect(() => jsxDEV(Throws, {}, undefined, false, at(2, 3))).toThrow(aborted);
    expect(aborted.message).toBe("The user left\n    at /app/page.tsx:2:3");
  });

  test("leaves alone what cannot be told", () => {
    const Throws = (): never => {
      throw "text";
    };
    const frozen = Object.freeze(new Error("frozen"));
    const ThrowsFrozen = (): never => {
      throw frozen;
    };
    expect(messageOf(() => jsxDEV(Throws, {}, undefined, false, at(2, 3)))).toBe("not an error: text");
    expect(messageOf(() => jsxDEV(ThrowsFrozen, {}, undefined, false, at(2, 3)))).toBe("frozen");
    expect(messageOf(() => jsxDEV("br", { children: "a" }))).toBe("<br> is a void element and cannot have children.");
  });
});

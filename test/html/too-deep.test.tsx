import { js, post, setAll, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

/** An array in an array, and so on. */
function nested(value: unknown): unknown {
  for (let i = 0; i < 50_000; i++) value = [value];
  return value;
}

describe("what is nested deeper than the stack is, is named", () => {
  test.each<[what: string, render: () => unknown, message: string]>([
    ["classes", () => <p class={nested("a") as never} />, "<p class> has a value"],
    ["classes beside others", () => <p class={["a", nested("a") as never]} />, "<p class> has a value"],
    ["children", () => <p>{nested("a") as never}</p>, "<p> has a child"],
    ["children of a script", () => <script>{nested("a") as never}</script>, "<script> has a child"],
    ["a sequence", () => <p data-on:click={nested("a") as never} />, "<p data-on:click> has a value"],
  ])("%s", (_, render, message) => {
    expect(render).toThrow(`${message} that is nested deeper than the stack is.`);
  });

  test("a component that renders itself without end", () => {
    const Tree = (): never => jsx("ul", { children: jsx(Tree, {}) }) as never;
    expect(() => jsx(Tree, {})).toThrow("<Tree> renders itself without end, or is nested deeper than the stack is.");
  });
});

describe("so is data that is nested deeper than data is", () => {
  const remedy = "nested deeper than 1,000 levels: write a list of what is in it.";
  const deep = nested(1) as never;
  test.each<[what: string, render: () => unknown, message: string]>([
    ["a signal", () => <p data-signals:a={deep} />, `the signal "a.0.0.0.0.0.…" cannot be ${remedy}`],
    ["signals", () => <p data-signals={{ a: { b: deep } }} />, `the signal "a.b.0.0.0.0.0.…" cannot be ${remedy}`],
    ["a set", () => signals({ a: deep }), `The signal "a.0.0.0.0.…" cannot be ${remedy}`],
    ["a payload", () => post("/", { payload: { a: deep } }), `@post: "a.0.0.0.0.…" in the payload cannot be ${remedy}`],
    ["all signals", () => setAll(deep), `@setAll: "0.0.0.0.0.…" in the value cannot be ${remedy}`],
    [
      "a hole",
      () => js`f(${deep})`,
      'js`f(${…})`: "0.0.0.0.0.…", a value nested deeper than 1,000 levels, cannot be put into a Datastar expression;',
    ],
  ])("%s", (_, render, message) => {
    expect(render).toThrow(message);
  });
});

describe("so is where a value contains itself", () => {
  test.each<[what: string, render: () => unknown, message: string]>([
    [
      "signals",
      () => <p data-signals={{ a: { loop } } as never} />,
      '<p data-signals> has a value that contains itself, at "a.loop.loop": leave that out.',
    ],
    [
      "computed signals",
      () => <p data-computed={{ x: { a: loop } } as never} />,
      '<p data-computed> has a value that contains itself, at "x.a.loop": leave that out.',
    ],
    [
      "a set",
      () => signals({ a: { loop } } as never),
      'The signal "a.loop.loop" cannot be an object that contains itself: leave that out, or write its id.',
    ],
    [
      "classes",
      () => <p class={list as never} />,
      '<p class> has a value that contains itself, at "0": leave that out.',
    ],
    [
      "children",
      () => <p>{["a", list] as never}</p>,
      '<p> has a child that contains itself, at "1.0": leave that out.',
    ],
  ])("%s", (_, render, message) => {
    expect(render).toThrow(message);
  });

  const loop: { loop?: unknown } = {};
  loop.loop = loop;
  const list: unknown[] = [];
  list.push(list);
});

test("children that a component does not render may be nested as they like", () => {
  const Ignores = (_props: { readonly children?: unknown }) => <p>ignored</p>;
  const list: unknown[] = [];
  list.push(list);
  for (const children of [nested("a"), list]) {
    expect(String(<Ignores>{children}</Ignores>)).toBe("<p>ignored</p>");
  }
});

test("an error of another kind stays as it is", () => {
  const error = new RangeError("Invalid time value");
  const Fails = (): never => {
    throw error;
  };
  expect(() => <Fails />).toThrow(error);
  expect(error.message).toMatch(/^Invalid time value(?:$|\n)/);
});

import { expect, test } from "vitest";
import { here } from "./frameworks.js";

type Answers = () => Promise<readonly unknown[]>;

const { expected, frameworks } = (await import(`${here}out/routes.js`)) as {
  readonly expected: readonly unknown[];
  readonly frameworks: { readonly [name: string]: Answers };
};

test.each(Object.entries(frameworks))("the routes of a program on %s", async (_, answers) => {
  expect(await answers()).toEqual(expected);
});

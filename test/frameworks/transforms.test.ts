// Transforms of others, with the options that the manual names: attributes with a colon are theirs to refuse.
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { here } from "./frameworks.js";

const require = createRequire(here);

interface Transform {
  readonly name: string;
  /** Compiles TSX. @throws for what it refuses */
  readonly run: (code: string, more: { readonly throwIfNamespace?: false }) => string;
  readonly refusal: RegExp;
}

const options = { runtime: "automatic", importSource: "datastar-tsx" };

const transforms: readonly Transform[] = [
  {
    name: "swc",
    run: (code, more) => {
      const { transformSync } = require("@swc/core");
      const react = { ...options, ...more };
      return transformSync(code, {
        swcrc: false,
        jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react } },
      }).code;
    },
    refusal: /JSX Namespace is disabled/i,
  },
  {
    name: "Babel",
    run: (code, more) => {
      const { transformSync } = require("@babel/core");
      const presets = [
        [require.resolve("@babel/preset-react"), { ...options, ...more }],
        require.resolve("@babel/preset-typescript"),
      ];
      return transformSync(code, { presets, filename: "page.tsx", configFile: false, babelrc: false }).code;
    },
    refusal: /Namespace tags are not supported by default/,
  },
];

const page = `
import { post } from "datastar-tsx";
interface Props { readonly id: string }
export const Page = ({ id }: Props) => <button data-on:click={post("/x")} data-class:is-on="$on" id={id}>+</button>;
`;

describe.each(transforms)("$name", ({ run, refusal }) => {
  test("with `throwIfNamespace: false`, attributes keep their names", () => {
    const code = run(page, { throwIfNamespace: false });
    expect(code).toMatch(/from ["']datastar-tsx\/jsx-runtime["']/);
    expect(code).toMatch(/["']data-on:click["']: post\(/);
    expect(code).toMatch(/["']data-class:is-on["']: ["']\$on["']/);
  });

  test("without it, they are refused, by the name of the option", () => {
    expect(() => run(page, {})).toThrow(refusal);
  });
});

/**
 * Checks the Datastar attributes of TSX while it is written, as the development runtime does while it is rendered.
 *
 * ```js
 * // eslint.config.js
 * import datastar from "datastar-tsx/eslint";
 *
 * export default [datastar.configs.recommended];
 * ```
 *
 * oxlint loads it with `"jsPlugins": ["datastar-tsx/eslint"]`, and names its rules as ESLint does: `datastar/syntax`.
 *
 * @module
 */
import { levels, type RuleModule, type RuleName, rules } from "./rules.js";

export type { RuleListener, RuleModule, RuleName } from "./rules.js";
export type { DatastarSettings } from "./settings.js";

/** The plugin, as ESLint's flat config and oxlint take it. */
export interface Plugin {
  readonly meta: { readonly name: "datastar"; readonly namespace: "datastar" };
  readonly rules: { readonly [name in RuleName]: RuleModule };
  readonly configs: { readonly recommended: RecommendedConfig };
}

/** All rules: errors for what the client would refuse or ignore for certain, warnings for what may have been meant. */
export interface RecommendedConfig {
  readonly name: "datastar/recommended";
  readonly files: string[];
  readonly languageOptions: { readonly parserOptions: { readonly ecmaFeatures: { readonly jsx: true } } };
  readonly plugins: { readonly datastar: Omit<Plugin, "configs"> };
  readonly rules: { readonly [name in `datastar/${RuleName}`]: "error" | "warn" };
}

const base = { meta: { name: "datastar", namespace: "datastar" }, rules } as const;

const recommended: RecommendedConfig = {
  name: "datastar/recommended",
  // Without it, ESLint would look at neither. For TypeScript it needs a parser, from another config.
  files: ["**/*.jsx", "**/*.tsx"],
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  plugins: { datastar: base },
  rules: Object.fromEntries(
    Object.entries(levels).map(([name, level]) => [`datastar/${name}`, level]),
  ) as RecommendedConfig["rules"],
};

/** The plugin for ESLint and oxlint. */
const plugin: Plugin = { ...base, configs: { recommended } };

export default plugin;

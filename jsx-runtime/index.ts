// What TSX compiles to in production: `"jsx": "react-jsx"`, and Deno's `"jsx": "precompile"`.
export type { GlobalAttributes } from "../src/generated/elements.js";
export { Html } from "../src/html/html.js";
export { raw } from "../src/html/raw.js";
export type { Child, ClassValue, StyleValue, UrlValue } from "../src/html/types.js";
export { jsxAttr, jsxEscape, jsxTemplate } from "../src/jsx/deno.js";
export { type Component, Fragment, jsx, jsxs } from "../src/jsx/jsx.js";
export type { JSX } from "../src/jsx/namespace.js";

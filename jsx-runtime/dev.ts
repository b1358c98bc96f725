// What TSX compiles to in development: `"jsx": "react-jsxdev"`.
export { jsxDEV } from "../src/development/jsx-dev.js";
export {
  configureDiagnostics,
  DiagnosticError,
  type DiagnosticsOptions,
  type Finding,
  type Source,
} from "../src/development/report.js";
export { Fragment } from "../src/jsx/jsx.js";
export type { JSX } from "../src/jsx/namespace.js";

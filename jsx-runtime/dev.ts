// What TSX compiles to in development: `"jsx": "react-jsxdev"`.
export { Fragment, jsxDEV } from "../src/development/jsx-dev.js";
export {
  configureDiagnostics,
  DiagnosticError,
  type DiagnosticsOptions,
  type Finding,
  type Source,
} from "../src/development/report.js";
export type { JSX } from "../src/jsx/namespace.js";

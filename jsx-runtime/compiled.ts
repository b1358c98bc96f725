// What TSX compiles to with the compiler of this package.
export * from "../src/jsx/compiled.js";

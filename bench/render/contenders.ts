/** One way to render the workloads. */
export interface Contender {
  readonly name: string;
  /** The file of a workload that it renders; `strings` is `tsx` where no attribute is Datastar's. */
  readonly source: "tsx" | "strings" | "literals" | "ghtml";
  /** The package whose JSX runtime TSX is compiled for. */
  readonly jsx?: string;
  /** The file in `contenders/` that makes a string of what was rendered. */
  readonly finish: "value" | "hono" | "preact" | "react";
  readonly isAsync: boolean;
  /** Whether our compiler goes over it first. */
  readonly isPrecompiled?: true;
  /**
   * Whether it has the engine track promises, which slows down all promises of its process: it is measured in one of
   * its own.
   */
  readonly tracksPromises?: true;
}

/**
 * The compiled module of a workload, in the folder of compiled programs: its `markup(data)` is the page in a string.
 */
export const modulePath = ({ name }: Contender, folder: string): string =>
  `./${name.replace(/\W+/g, "-")}/${folder}.mjs`;

export const baseline = "hand-written";

export const contenders: readonly Contender[] = [
  { name: baseline, source: "literals", finish: "value", isAsync: true },
  { name: "datastar-tsx, runtime", source: "tsx", jsx: "datastar-tsx", finish: "value", isAsync: true },
  {
    name: "datastar-tsx, precompiled",
    source: "tsx",
    jsx: "datastar-tsx",
    finish: "value",
    isAsync: true,
    isPrecompiled: true,
  },
  { name: "ghtml", source: "ghtml", finish: "value", isAsync: true },
  { name: "@kitajs/html", source: "strings", jsx: "@kitajs/html", finish: "value", isAsync: true },
  { name: "preact-render-to-string", source: "strings", jsx: "preact", finish: "preact", isAsync: false },
  { name: "react-dom/server", source: "strings", jsx: "react", finish: "react", isAsync: false },
  { name: "hono/jsx", source: "strings", jsx: "hono/jsx", finish: "hono", isAsync: true, tracksPromises: true },
];

import type { Child } from "datastar-tsx";
import { configureDiagnostics, type Finding, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { afterEach, beforeEach } from "vitest";

export const at = (lineNumber: number, columnNumber = 1) => ({ fileName: "/app/page.tsx", lineNumber, columnNumber });

/** An element that stands in some line of a file. */
export const element = (tag: string, props: object, line: number) =>
  jsxDEV(tag, { ...props }, undefined, false, at(line));

export const component = (type: (props: never) => Child, props: object, line: number) =>
  jsxDEV(type, { ...props }, undefined, false, at(line));

/** A page that loads a client. */
export const page = (...children: Child[]) =>
  element("html", { children: [element("script", { src: "/datastar.js" }, 1), element("body", { children }, 2)] }, 1);

/** What development reports during the test that runs. */
export class Reports {
  #found: Finding[] = [];

  constructor() {
    beforeEach(() => {
      this.#found = [];
      configureDiagnostics({ report: this.add });
    });
    afterEach(() => configureDiagnostics());
  }

  readonly add = (finding: Finding): void => void this.#found.push(finding);

  get findings(): readonly Finding[] {
    return this.#found;
  }

  /** The messages, with the line of each. */
  get texts(): readonly string[] {
    return this.#found.map(({ message, source }) => `${message} (${source?.lineNumber})`);
  }
}

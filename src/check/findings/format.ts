import { relative } from "node:path";
import type { Finding } from "./finding.js";

/** How findings are printed: as `tsc` does, as JSON, or as GitHub's workflows read them. */
export const formats = {
  tsc: (findings: readonly Finding[]): string =>
    findings
      .map(
        ({ file, line, column, code, message }) => `${shown(file)}(${line},${column}): error TS${code}: ${message}\n`,
      )
      .join(""),
  json: (findings: readonly Finding[]): string => {
    const shownFindings = findings.map((finding) => ({ ...finding, file: shown(finding.file) }));
    return `${JSON.stringify(shownFindings, null, 2)}
`;
  },
  github: (findings: readonly Finding[]): string =>
    findings
      .map(({ file, line, column, code, message }) => {
        const place = `file=${property(shown(file))},line=${line},col=${column},title=TS${code}`;
        return `::error ${place}::${data(message)}\n`;
      })
      .join(""),
} as const;

export type Format = keyof typeof formats;

function shown(file: string): string {
  return relative(process.cwd(), file);
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

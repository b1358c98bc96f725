/**
 * Whether TypeScript checks a module.
 *
 * @param checksJavaScript whether the program's `checkJs` says so of JavaScript
 * @see https://www.typescriptlang.org/docs/handbook/type-checking-javascript-files.html
 */
export function isChecked(file: string, code: string, checksJavaScript: boolean): boolean {
  const [comments = ""] = /^(?:#!.*)?(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(code) ?? [];
  const last = Array.from(comments.matchAll(/^\s*\/\/\/?\s*@ts-(no)?check\b/gm)).at(-1);
  if (last !== undefined) return last[1] === undefined;
  return checksJavaScript || !isJavaScript(file);
}

/** Whether a module is written in JavaScript. */
export function isJavaScript(file: string): boolean {
  return /\.(?:[cm]?js|jsx)$/.test(file);
}

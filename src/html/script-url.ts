/**
 * Whether a browser would run a URL as code. URL parsers skip spaces and control characters before a scheme, and line
 * breaks and tabs within it.
 */
export function isScriptUrl(url: string): boolean {
  // Most begin with a slash or another letter.
  const first = url.charCodeAt(0);
  return (first <= 32 || first === 74 || first === 106) && /^[\0-\x20]*javascript:/i.test(url.replace(/[\t\n\r]/g, ""));
}

const closing: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };

/** What closes the brackets of source that stand open before an offset. The source begins behind a quote. */
export function closingBrackets(code: string, offset: number): string {
  const waiting: string[] = [];
  let closed = "";
  for (let i = offset - 1; i >= 0; i--) {
    const character = code.charAt(i);
    if (character === '"' || character === "`") break;
    // Text in source.
    if (character === "'") i = code.lastIndexOf("'", i - 1);
    else if (/[)\]}]/.test(character)) waiting.push(character);
    else if (Object.hasOwn(closing, character) && waiting.pop() === undefined) closed += closing[character];
  }
  return closed;
}

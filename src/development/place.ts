/** Where an element stands in the source. */
export interface Source {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

export function placeOf({ fileName, lineNumber, columnNumber }: Source): string {
  return `${fileName}:${lineNumber}:${columnNumber}`;
}

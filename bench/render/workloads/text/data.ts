const sentence = (i: number): string =>
  `Paragraph ${i}: the quick brown fox jumps over the lazy dog, again and again, until the day is done.`;

/** Text with nothing to escape. */
export const plain: readonly string[] = Array.from({ length: 100 }, (_, i) => sentence(i));

/** Text with something to escape every few words. */
export const special: readonly string[] = plain.map((text) =>
  text.replaceAll(" the ", " <the> & ").replaceAll(",", ' "&",'),
);

/** A comment, and what was answered to it. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly likes: number;
  readonly answers: readonly Comment[];
}

const texts = [
  "I have tried this on two machines, and it works on both of them.",
  "Which version do you mean? The one of last week behaves differently: see the release notes.",
  'It says "a < b && b < c", which cannot be right.',
  "Thanks!",
];

function comment(id: number, depth: number): Comment {
  return {
    id,
    author: id % 5 === 0 ? `O'Neil & Sons ${id}` : `reader ${id}`,
    text: texts[id % texts.length] ?? "",
    likes: id % 7,
    answers: depth === 0 ? [] : [comment(id * 2 + 1, depth - 1), comment(id * 2 + 2, depth - 1)],
  };
}

/** Thirty threads of seven comments each. */
export const comments: readonly Comment[] = Array.from({ length: 30 }, (_, i) => comment(i, 2));

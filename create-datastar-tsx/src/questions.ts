import { createInterface } from "node:readline/promises";
import type { Choice } from "./choices.js";

/** Asks somebody at a terminal. */
export interface Questions {
  folder(): Promise<string>;
  choice(among: readonly [Choice, ...Choice[]]): Promise<Choice>;
}

type Ask = (question: string) => Promise<string>;

/** @throws AbortError when they press Ctrl+C or Ctrl+D */
export async function withQuestions<T>(
  { input, output }: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  use: (questions: Questions) => Promise<T>,
): Promise<T> {
  const given = new AbortController();
  const terminal = createInterface({ input, output }).once("close", () => given.abort());
  const ask: Ask = (question) => terminal.question(question, { signal: given.signal });
  try {
    return await use({ folder: () => askFolder(ask), choice: (among) => askChoice(ask, among) });
  } finally {
    terminal.close();
  }
}

async function askFolder(ask: Ask): Promise<string> {
  return (await ask("Folder (my-app): ")).trim() || "my-app";
}

async function askChoice(ask: Ask, among: readonly [Choice, ...Choice[]]): Promise<Choice> {
  if (among.length === 1) return among[0];
  const lines = among.map(({ title }, i) => `  ${i + 1}  ${title}\n`).join("");
  let question = `\n${lines}Number (1): `;
  for (;;) {
    const answer = (await ask(question)).trim() || "1";
    const chosen = /^\d+$/.test(answer) ? among[Number(answer) - 1] : undefined;
    if (chosen !== undefined) return chosen;
    question = `A number from 1 to ${among.length}: `;
  }
}

// `alert`, `confirm` and `prompt`, which keep a page from going on until a person answers.
import type { DOMWindow } from "jsdom";
import type { Host } from "./host.js";
import type { Answer, Question } from "./question.js";

export function ownQuestions(window: DOMWindow, { browser, problem }: Host): void {
  const ask = (type: Question["type"], said: readonly unknown[]): Answer => {
    const message = said.length === 0 ? "" : String(said[0]);
    const { onQuestion } = browser.options;
    if (onQuestion !== undefined) return onQuestion({ type, message });
    if (type !== "alert")
      problem(
        new Error(
          `The page asks ${JSON.stringify(message)}: answer with visit(app, path, { onQuestion: () => true }).`,
        ),
      );
    return undefined;
  };
  window.alert = (...said: readonly unknown[]) => void ask("alert", said);
  window.confirm = (...said: readonly unknown[]) => ask("confirm", said) === true;
  window.prompt = (...said: readonly unknown[]) => {
    const answer = ask("prompt", said);
    return typeof answer === "string" ? answer : null;
  };
}

#!/usr/bin/env node
import { withQuestions } from "./questions.js";
import { run, type Surroundings } from "./run.js";

const { stdin, stdout, stderr, env, argv } = process;
const surroundings = (questions: Surroundings["questions"]): Surroundings => ({
  print: (text) => void stdout.write(`${text}\n`),
  complain: (text) => void stderr.write(`${text}\n`),
  userAgent: env["npm_config_user_agent"],
  questions,
});

const args = argv.slice(2);
try {
  process.exitCode =
    stdin.isTTY && stdout.isTTY
      ? await withQuestions({ input: stdin, output: stdout }, (questions) => run(args, surroundings(questions)))
      : await run(args, surroundings(undefined));
} catch (error) {
  // Who has left the questions needs no report.
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
  process.exitCode = 130;
}

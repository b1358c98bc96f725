import { RequestError } from "datastar-tsx";
import { checks } from "./checks.js";
import type { Answer, Exchange } from "./exchange.js";

/** The path of a check is its name. */
const handlers = new Map(checks.map(({ name, handle }) => [`/${encodeURIComponent(name)}`, handle]));
const notes = new Map<string, string[]>();

/** Answers the request of a check; under `/notes`, with what its handler has noted. */
export async function answer(path: string, exchange: Omit<Exchange, "note">): Promise<Awaited<Answer>> {
  const [, check = path] = /^\/notes(\/.*)/.exec(path) ?? [];
  const noted = notes.get(check) ?? [];
  notes.set(check, noted);
  const handle = handlers.get(check);
  if (handle === undefined) return exchange.reply(404, `There is no check ${check}.`);
  if (check !== path) return exchange.reply(200, JSON.stringify(noted));
  try {
    return await handle({ ...exchange, note: (text) => void noted.push(text) });
  } catch (error) {
    if (error instanceof RequestError) return exchange.reply(error.status, error.message);
    throw error;
  }
}

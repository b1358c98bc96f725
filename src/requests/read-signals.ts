import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isPlainObject } from "../base/plain-object.js";
import { namesPrototype } from "../base/prototype-name.js";
import {
  bodyOf,
  contentTypeOf,
  type IncomingRequest,
  isSentInQuery,
  type ReadSettings,
  wrongBody,
  wrongType,
} from "./body.js";
import { RequestError } from "./request-error.js";
import { checkProvenance } from "./same-origin.js";
import { validate } from "./validate.js";

/** Signals as they come from a browser, when no schema says more. */
export type UncheckedSignals = { [name: string]: unknown };

/** Reads the signals of a request from any server. See the `readSignals` of each for the contract. */
export async function readSignalsFrom(
  request: IncomingRequest,
  schema: StandardSchemaV1 | undefined,
  settings: ReadSettings,
): Promise<unknown> {
  checkProvenance(request, settings.origins);
  const signals = isSentInQuery(request.method)
    ? checkSignals(parse(new URLSearchParams(request.query).get("datastar") ?? "{}", queryParameter), queryParameter)
    : checkSignals(await jsonBody(request, settings), requestBody);
  return schema === undefined ? signals : validate(signals, schema, "The signals are");
}

const queryParameter = 'The query parameter "datastar"';
const requestBody = "The request body";

async function jsonBody(request: IncomingRequest, settings: ReadSettings): Promise<unknown> {
  // A page of another origin can send text/plain without asking, but not JSON.
  if (!/^application\/json\s*(?:;|$)/i.test(contentTypeOf(request)))
    throw wrongType("Signals come as application/json", request);
  const body = await bodyOf(request, settings);
  return "parsed" in body ? checkParsed(body.parsed) : parse(decode(body.bytes), requestBody);
}

function checkParsed(parsed: unknown): unknown {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed) || isPlainObject(parsed)) return parsed;
  throw wrongBody("The option `body` must be an object of signals, or JSON as text or bytes", parsed);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError(400, `${requestBody} is not UTF-8.`);
  }
}

function parse(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new RequestError(
      400,
      `${where} is not JSON: ${json === "" ? "it is empty" : error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function checkSignals(signals: unknown, where: string): UncheckedSignals {
  if (!isPlainObject(signals)) throw new RequestError(400, `${where} must be a JSON object of signals.`);
  if (namesPrototype(signals))
    throw new RequestError(400, `${where} has a property named "__proto__", which no signal can have.`);
  return signals;
}

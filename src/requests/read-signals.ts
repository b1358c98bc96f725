import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isPlainObject } from "../base/plain-object.js";
import { namesPrototype } from "../base/prototype-name.js";
import { defaultLimit, type IncomingRequest, isSentInQuery, type ReadOptions, wrongType } from "./body.js";
import { RequestError } from "./request-error.js";

/** Signals as they come from a browser, when no schema says more. */
export type UncheckedSignals = { [name: string]: unknown };

/** Reads the signals of a request from any server. See the `readSignals` of each for the contract. */
export async function readSignalsFrom<S extends StandardSchemaV1>(
  request: IncomingRequest,
  schema: S | undefined,
  { limit = defaultLimit }: ReadOptions,
): Promise<UncheckedSignals | StandardSchemaV1.InferOutput<S>> {
  const signals = isSentInQuery(request.method)
    ? checkSignals(parse(new URLSearchParams(request.query).get("datastar") ?? "{}", queryParameter), queryParameter)
    : checkSignals(await jsonBody(request, limit), requestBody);
  return schema === undefined ? signals : validate(signals, schema);
}

const queryParameter = 'The query parameter "datastar"';
const requestBody = "The request body";

async function jsonBody(request: IncomingRequest, limit: number): Promise<unknown> {
  // A page of another origin can send text/plain without asking, but not JSON.
  if (!/^application\/json\s*(?:;|$)/i.test(request.contentType))
    throw wrongType("Signals come as application/json", request);
  return request.parsed !== undefined ? request.parsed : parse(decode(await request.body(limit)), requestBody);
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

async function validate<S extends StandardSchemaV1>(
  signals: UncheckedSignals,
  schema: S,
): Promise<StandardSchemaV1.InferOutput<S>> {
  const result = await schema["~standard"].validate(signals);
  if (result.issues === undefined) return result.value as StandardSchemaV1.InferOutput<S>;
  const issues = result.issues.map(({ message, path = [] }) => ({
    message,
    path: path.map((part) => String(typeof part === "object" ? part.key : part)).join("."),
  }));
  const list = issues.map(({ message, path }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  throw new RequestError(422, `The signals are not what was expected: ${list}.`, issues);
}

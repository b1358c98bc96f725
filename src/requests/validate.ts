import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isPlainObject } from "../base/plain-object.js";
import { RequestError } from "./request-error.js";

/**
 * What a schema makes of a value.
 *
 * @param what the value, in the message
 * @throws RequestError with status 422 and the schema's issues
 */
export async function validate<S extends StandardSchemaV1>(
  value: unknown,
  schema: S,
  what: string,
): Promise<StandardSchemaV1.InferOutput<S>> {
  const result = await schema["~standard"].validate(value);
  if (result.issues === undefined) return result.value as StandardSchemaV1.InferOutput<S>;
  const issues = result.issues.map(({ message, path = [] }) => ({
    message,
    path: path.map((part) => String(typeof part === "object" ? part.key : part)).join("."),
  }));
  const list = issues.map(({ message, path }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  throw new RequestError(422, `${what} not what was expected: ${list}.`, issues, isPlainObject(value) ? value : {});
}

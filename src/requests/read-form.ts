import type { StandardSchemaV1 } from "@standard-schema/spec";
import { namesPrototype } from "../base/prototype-name.js";
import {
  bodyOf,
  contentTypeOf,
  type IncomingRequest,
  isSentInQuery,
  type ReadOptions,
  type ReadSettings,
  readSettings,
  wrongType,
} from "./body.js";
import { fieldsOf, formOf } from "./form-fields.js";
import { RequestError } from "./request-error.js";
import { checkProvenance } from "./same-origin.js";
import { validate } from "./validate.js";

/** Reads the fields of a form from any server. See the `readForm` of each for the contract. */
export async function readFormFrom(
  request: IncomingRequest,
  schema: StandardSchemaV1 | undefined,
  settings: ReadSettings,
): Promise<unknown> {
  checkProvenance(request, settings.origins);
  const form = isSentInQuery(request.method)
    ? formOf(new URLSearchParams(request.query))
    : await formBody(request, settings);
  if (schema === undefined) return form;
  const fields = fieldsOf(form, schema);
  if (namesPrototype(fields)) throw new RequestError(400, 'The form has a field named "__proto__".');
  return validateFields(fields, schema);
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A form that has sent one value of a list, or none, does not say that it is one, and of a Standard Schema nobody can
 * tell but by asking: a field that it refuses as it is, and takes as a list, is a list.
 */
async function validateFields(fields: Fields, schema: StandardSchemaV1): Promise<unknown> {
  const check = (fields: Fields): Promise<unknown> => validate(fields, schema, "The form is");
  try {
    return await check(fields);
  } catch (error) {
    const lists = namesRefused(error)
      .filter((name) => !Array.isArray(fields[name]) && (Object.hasOwn(fields, name) || /^[^.]+$/.test(name)))
      .map((name) => [name, Object.hasOwn(fields, name) ? [fields[name]] : []] as const);
    if (lists.length === 0) throw error;
    const others = await check({ ...fields, ...Object.fromEntries(lists) }).then(
      (): readonly string[] => [],
      namesRefused,
    );
    const right = lists.filter(([name]) => !others.includes(name));
    if (right.length === 0) throw error;
    return check({ ...fields, ...Object.fromEntries(right) });
  }
}

function namesRefused(error: unknown): readonly string[] {
  if (!(error instanceof RequestError)) throw error;
  return error.issues.map(({ path }) => path);
}

async function formBody(request: IncomingRequest, settings: ReadSettings): Promise<FormData> {
  const type = contentTypeOf(request);
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type))
    throw wrongType("Forms come urlencoded or as multipart/form-data", request);
  const body = await bodyOf(request, settings);
  if ("parsed" in body) {
    const form = formOf(body.parsed);
    if (settings.body === undefined) for (const [name, file] of request.files ?? []) form.append(name, file);
    return form;
  }
  try {
    return await new Response(body.bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new RequestError(400, `The request body is no ${type.split(";", 1)[0]}.`);
  }
}

/** What `readForm` was given besides the request: a schema and options, or options alone. */
export function formArguments(
  first: StandardSchemaV1 | ReadOptions = {},
  options: ReadOptions = {},
): readonly [schema: StandardSchemaV1 | undefined, settings: ReadSettings] {
  return "~standard" in first ? [first, readSettings(options)] : [undefined, readSettings(first)];
}

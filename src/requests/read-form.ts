import { alreadyRead, defaultLimit, type IncomingRequest, isSentInQuery, type ReadOptions, wrongType } from "./body.js";
import { RequestError } from "./request-error.js";

/** Reads the fields of a form from any server. See the `readForm` of each for the contract. */
export async function readFormFrom(request: IncomingRequest, { limit = defaultLimit }: ReadOptions): Promise<FormData> {
  if (isSentInQuery(request.method)) {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(request.query)) form.append(name, value);
    return form;
  }
  const { contentType } = request;
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(contentType)) {
    throw wrongType("Forms come urlencoded or as multipart/form-data", request);
  }
  if (request.parsed !== undefined) throw alreadyRead();
  const body = await request.body(limit);
  try {
    return await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new RequestError(400, `The request body is no ${contentType.split(";", 1)[0]}.`);
  }
}

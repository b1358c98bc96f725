import type { APIRoute } from "astro";
import { noContent, readSignals, RequestError } from "datastar-tsx";
import { step } from "../../../counter";
import { counter } from "../counter";

export const POST: APIRoute = async ({ request }) => {
  try {
    const { by } = await readSignals(request, step);
    counter.increase(by);
    return noContent();
  } catch (error) {
    if (error instanceof RequestError) return error.getResponse();
    throw error;
  }
};

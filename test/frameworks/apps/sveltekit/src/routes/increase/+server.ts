import { counter } from "$lib/counter";
import type { RequestHandler } from "@sveltejs/kit";
import { noContent, readSignals, RequestError } from "datastar-tsx";
import { step } from "../../../../counter";

export const POST: RequestHandler = async ({ request }) => {
  try {
    const { by } = await readSignals(request, step);
    counter.increase(by);
    return noContent();
  } catch (error) {
    if (error instanceof RequestError) return error.getResponse();
    throw error;
  }
};

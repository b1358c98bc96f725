import { noContent, readSignals, RequestError } from "datastar-tsx";
import type { ActionFunctionArgs } from "react-router";
import { step } from "../../../counter";
import { counter } from "../counter";

export const action = async ({ request }: ActionFunctionArgs) => {
  try {
    const { by } = await readSignals(request, step);
    counter.increase(by);
    return noContent();
  } catch (error) {
    if (error instanceof RequestError) return error.getResponse();
    throw error;
  }
};

import { readForm, redirectResponse } from "datastar-tsx";
import type { ActionFunctionArgs } from "react-router";
import { visitor } from "../../../counter";

export const action = async ({ request }: ActionFunctionArgs) => {
  const { name } = await readForm(request, visitor);
  return redirectResponse("/", { request, headers: { "set-cookie": `name=${encodeURIComponent(name)}` } });
};

import type { RequestHandler } from "@sveltejs/kit";
import { readForm, redirectResponse } from "datastar-tsx";
import { visitor } from "../../../../counter";

export const POST: RequestHandler = async ({ request, cookies }) => {
  const { name } = await readForm(request, visitor);
  cookies.set("name", name, { path: "/" });
  return redirectResponse("/", { request });
};

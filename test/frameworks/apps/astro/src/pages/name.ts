import type { APIRoute } from "astro";
import { readForm, redirectResponse } from "datastar-tsx";
import { visitor } from "../../../counter";

export const POST: APIRoute = async ({ request, cookies }) => {
  const { name } = await readForm(request, visitor);
  cookies.set("name", name);
  return redirectResponse("/", { request });
};

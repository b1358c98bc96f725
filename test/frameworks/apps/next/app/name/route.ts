import { readForm, redirectResponse } from "datastar-tsx";
import { cookies } from "next/headers";
import { visitor } from "../../../counter";

export const POST = async (request: Request) => {
  const { name } = await readForm(request, visitor);
  (await cookies()).set("name", name);
  return redirectResponse("/", { request });
};

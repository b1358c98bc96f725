import { readForm, redirectResponse } from "datastar-tsx";
import { defineHandler, setCookie } from "nitro/h3";
import { visitor } from "../../counter";

export default defineHandler(async (event) => {
  const { name } = await readForm(event.req, visitor);
  setCookie(event, "name", name);
  return redirectResponse("/", { request: event.req });
});

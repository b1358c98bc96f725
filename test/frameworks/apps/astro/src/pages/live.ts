import type { APIRoute } from "astro";
import { stream } from "datastar-tsx";
import { counter } from "../counter";

export const GET: APIRoute = ({ request, cookies }) => {
  cookies.set("seen", "yes");
  return stream(request, (sse) => counter.view.subscribe(sse));
};

import { counter } from "$lib/counter";
import type { RequestHandler } from "@sveltejs/kit";
import { stream } from "datastar-tsx";

export const GET: RequestHandler = ({ request, cookies }) => {
  cookies.set("seen", "yes", { path: "/" });
  return stream(request, (sse) => counter.view.subscribe(sse));
};

import type { RequestHandler } from "@sveltejs/kit";
import { stream } from "datastar-tsx";

export const GET: RequestHandler = ({ request }) => stream(request, (sse) => sse.disconnect());

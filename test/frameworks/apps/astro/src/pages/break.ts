import type { APIRoute } from "astro";
import { stream } from "datastar-tsx";

export const GET: APIRoute = ({ request }) => stream(request, (sse) => sse.disconnect());

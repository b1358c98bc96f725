import { stream } from "datastar-tsx";

export const GET = (request: Request) => stream(request, (sse) => sse.disconnect());

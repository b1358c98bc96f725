import { stream } from "datastar-tsx";
import type { LoaderFunctionArgs } from "react-router";

export const loader = ({ request }: LoaderFunctionArgs) => stream(request, (sse) => sse.disconnect());

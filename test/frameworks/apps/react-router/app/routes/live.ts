import { stream } from "datastar-tsx";
import type { LoaderFunctionArgs } from "react-router";
import { counter } from "../counter";

export const loader = ({ request }: LoaderFunctionArgs) =>
  stream(request, (sse) => counter.view.subscribe(sse), {
    // Without the last word, the server compresses, and holds events back.
    headers: { "set-cookie": "seen=yes", "cache-control": "no-cache, no-transform" },
  });

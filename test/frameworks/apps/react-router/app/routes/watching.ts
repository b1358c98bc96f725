import { counter } from "../counter";

export const loader = () => new Response(String(counter.watching()));

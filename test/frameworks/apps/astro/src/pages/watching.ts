import { counter } from "../counter";

export const GET = () => new Response(String(counter.watching()));

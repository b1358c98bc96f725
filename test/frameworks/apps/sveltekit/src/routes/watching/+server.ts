import { counter } from "$lib/counter";

export const GET = () => new Response(String(counter.watching()));

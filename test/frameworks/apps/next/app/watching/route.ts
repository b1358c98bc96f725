import { counter } from "../../counter";

export const dynamic = "force-dynamic";
export const GET = () => new Response(String(counter.watching()));

import { stream } from "datastar-tsx";
import { cookies } from "next/headers";
import { counter } from "../../counter";

export const GET = async (request: Request) => {
  (await cookies()).set("seen", "yes");
  return stream(request, (sse) => counter.view.subscribe(sse));
};

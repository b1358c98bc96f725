import type { MiddlewareFunction } from "react-router";

export const middleware: MiddlewareFunction<Response>[] = [
  async (_, next) => {
    const response = await next();
    response.headers.set("x-app", "counter");
    return response;
  },
];

// No page of this app is made of React; its routes answer by themselves.
export default function Root() {
  return null;
}

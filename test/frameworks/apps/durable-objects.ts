// A hub reaches the clients of its own object only, wherever in the world they are: one object, one counter.
import { app } from "./hono.js";

interface Stub {
  fetch(request: Request): Promise<Response>;
}

export class Counter {
  fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request);
  }
}

export default {
  fetch: (request: Request, env: { readonly COUNTER: { getByName(name: string): Stub } }) =>
    env.COUNTER.getByName("the only one").fetch(request),
};

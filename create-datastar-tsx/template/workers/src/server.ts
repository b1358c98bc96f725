import { DurableObject } from "cloudflare:workers";
import { configureClient } from "datastar-tsx";
import { app } from "./app.tsx";

interface Env {
  readonly ASSETS: Fetcher;
  readonly TODOS: DurableObjectNamespace<Todos>;
}

/** All who look at the list are connected to one object, wherever they are: a hub reaches the clients of its own. */
export class Todos extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    void state.blockConcurrencyWhile(async () => {
      const { ok } = await env.ASSETS.fetch("http://assets/datastar.js", { method: "HEAD" });
      if (ok) configureClient({ src: "/datastar.js" });
      else console.warn("There is no public/datastar.js: pages load the Datastar client from the CDN.");
    });
  }

  override fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request);
  }
}

export default {
  fetch: (request: Request, env: Env): Promise<Response> => env.TODOS.getByName("all").fetch(request),
};

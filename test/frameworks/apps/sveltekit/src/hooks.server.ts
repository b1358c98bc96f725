import type { Handle } from "@sveltejs/kit";

export const handle: Handle = async ({ event, resolve }) => {
  event.setHeaders({ "x-app": "counter" });
  return resolve(event);
};

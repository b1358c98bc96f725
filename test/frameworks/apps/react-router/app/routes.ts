import { index, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("routes/page.tsx"),
  ...["live", "increase", "name", "break", "watching"].map((name) => route(name, `routes/${name}.ts`)),
  route("broken", "routes/broken.tsx"),
] satisfies RouteConfig;

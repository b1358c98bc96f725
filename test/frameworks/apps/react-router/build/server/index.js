import { jsx } from "react/jsx-runtime";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { ServerRouter, UNSAFE_withComponentProps } from "react-router";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { jsx as jsx$1, jsxs } from "datastar-tsx/jsx-runtime";
import { signals, DatastarScript, js, post, get, pageResponse, stream, readSignals, noContent, RequestError, readForm, redirectResponse } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
const streamTimeout = 5e3;
function handleRequest(request, responseStatusCode, responseHeaders, routerContext, loadContext) {
  if (request.method.toUpperCase() === "HEAD") {
    return new Response(null, {
      status: responseStatusCode,
      headers: responseHeaders
    });
  }
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    let userAgent = request.headers.get("user-agent");
    let readyOption = userAgent && isbot(userAgent) || routerContext.isSpaMode ? "onAllReady" : "onShellReady";
    let timeoutId = setTimeout(
      () => abort(),
      streamTimeout + 1e3
    );
    const { pipe, abort } = renderToPipeableStream(
      /* @__PURE__ */ jsx(ServerRouter, { context: routerContext, url: request.url }),
      {
        [readyOption]() {
          shellRendered = true;
          const body = new PassThrough({
            final(callback) {
              clearTimeout(timeoutId);
              timeoutId = void 0;
              callback();
            }
          });
          const stream2 = createReadableStreamFromReadable(body);
          responseHeaders.set("Content-Type", "text/html");
          pipe(body);
          resolve(
            new Response(stream2, {
              headers: responseHeaders,
              status: responseStatusCode
            })
          );
        },
        onShellError(error) {
          reject(error);
        },
        onError(error) {
          responseStatusCode = 500;
          if (shellRendered) {
            console.error(error);
          }
        }
      }
    );
  });
}
const entryServer = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: handleRequest,
  streamTimeout
}, Symbol.toStringTag, { value: "Module" }));
const middleware = [async (_, next) => {
  const response = await next();
  response.headers.set("x-app", "counter");
  return response;
}];
const root = UNSAFE_withComponentProps(function Root() {
  return null;
});
const route0 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: root,
  middleware
}, Symbol.toStringTag, { value: "Module" }));
const step = signals({ by: 1 });
const visitor = signals({ name: "" });
function createCounter() {
  const hub = createHub();
  let count = 0;
  return {
    view: hub.live("count", () => /* @__PURE__ */ jsx$1("output", { id: "count", children: count })),
    increase(by) {
      count += by;
      hub.nudge("count");
    },
    /** How many see it. */
    watching: () => hub.subscribers("count")
  };
}
const Page = ({ name }) => /* @__PURE__ */ jsxs("html", { lang: "en", children: [
  /* @__PURE__ */ jsxs("head", { children: [
    /* @__PURE__ */ jsx$1("title", { children: "Counter" }),
    /* @__PURE__ */ jsx$1(DatastarScript, {})
  ] }),
  /* @__PURE__ */ jsxs("body", { "data-signals": step, "data-init": get("/live"), children: [
    /* @__PURE__ */ jsxs("h1", { children: [
      "Hello, ",
      name ?? "stranger",
      "!"
    ] }),
    /* @__PURE__ */ jsx$1("output", { id: "count" }),
    /* @__PURE__ */ jsx$1("button", { "data-on": { click: post("/increase"), keydown: js`${step.by} = 10` }, children: "+" }),
    /* @__PURE__ */ jsx$1("form", { method: "post", action: "/name", children: /* @__PURE__ */ jsx$1("input", { name: "name" }) })
  ] })
] });
const Broken = () => {
  throw new Error("broken");
};
const nameIn = (cookies) => /\bname=(\w+)/.exec(cookies ?? "")?.[1];
const loader$4 = ({
  request
}) => pageResponse(/* @__PURE__ */ jsx$1(Page, {
  name: nameIn(request.headers.get("cookie"))
}));
const route1 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$4
}, Symbol.toStringTag, { value: "Module" }));
const counter = createCounter();
const loader$3 = ({
  request
}) => stream(request, (sse) => counter.view.subscribe(sse), {
  // Without the last word, the server compresses, and holds events back.
  headers: {
    "set-cookie": "seen=yes",
    "cache-control": "no-cache, no-transform"
  }
});
const route2 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$3
}, Symbol.toStringTag, { value: "Module" }));
const action$1 = async ({
  request
}) => {
  try {
    const {
      by
    } = await readSignals(request, step);
    counter.increase(by);
    return noContent();
  } catch (error) {
    if (error instanceof RequestError) return error.getResponse();
    throw error;
  }
};
const route3 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$1
}, Symbol.toStringTag, { value: "Module" }));
const action = async ({
  request
}) => {
  const {
    name
  } = await readForm(request, visitor);
  return redirectResponse("/", {
    request,
    headers: {
      "set-cookie": `name=${encodeURIComponent(name)}`
    }
  });
};
const route4 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action
}, Symbol.toStringTag, { value: "Module" }));
const loader$2 = ({
  request
}) => stream(request, (sse) => sse.disconnect());
const route5 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$2
}, Symbol.toStringTag, { value: "Module" }));
const loader$1 = () => new Response(String(counter.watching()));
const route6 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$1
}, Symbol.toStringTag, { value: "Module" }));
const loader = () => pageResponse(() => /* @__PURE__ */ jsx$1(Broken, {}), {
  onError: () => {
  }
});
const route7 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader
}, Symbol.toStringTag, { value: "Module" }));
const serverManifest = { "entry": { "module": "/assets/entry.client-DM6IM47k.js", "imports": ["/assets/chunk-OB3PAWPO-BkmyJZIp.js"], "css": [] }, "routes": { "root": { "id": "root", "parentId": void 0, "path": "", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": false, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": true, "hasErrorBoundary": false, "module": "/assets/root-D2r_11S9.js", "imports": ["/assets/chunk-OB3PAWPO-BkmyJZIp.js"], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/page": { "id": "routes/page", "parentId": "root", "path": void 0, "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/page-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/live": { "id": "routes/live", "parentId": "root", "path": "live", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/live-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/increase": { "id": "routes/increase", "parentId": "root", "path": "increase", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": false, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/increase-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/name": { "id": "routes/name", "parentId": "root", "path": "name", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": false, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/name-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/break": { "id": "routes/break", "parentId": "root", "path": "break", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/break-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/watching": { "id": "routes/watching", "parentId": "root", "path": "watching", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/watching-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 }, "routes/broken": { "id": "routes/broken", "parentId": "root", "path": "broken", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasClientMiddleware": false, "hasDefaultExport": false, "hasErrorBoundary": false, "module": "/assets/broken-l0sNRNKZ.js", "imports": [], "css": [], "clientActionModule": void 0, "clientLoaderModule": void 0, "clientMiddlewareModule": void 0, "hydrateFallbackModule": void 0 } }, "url": "/assets/manifest-2c23e5d8.js", "version": "2c23e5d8", "sri": void 0 };
const assetsBuildDirectory = "build/client";
const basename = "/";
const future = { "unstable_optimizeDeps": false, "v8_passThroughRequests": false, "v8_trailingSlashAwareDataRequests": false, "unstable_previewServerPrerendering": false, "v8_middleware": true, "v8_splitRouteModules": false, "v8_viteEnvironmentApi": false };
const ssr = true;
const isSpaMode = false;
const prerender = [];
const routeDiscovery = { "mode": "lazy", "manifestPath": "/__manifest" };
const publicPath = "/";
const entry = { module: entryServer };
const routes = {
  "root": {
    id: "root",
    parentId: void 0,
    path: "",
    index: void 0,
    caseSensitive: void 0,
    module: route0
  },
  "routes/page": {
    id: "routes/page",
    parentId: "root",
    path: void 0,
    index: true,
    caseSensitive: void 0,
    module: route1
  },
  "routes/live": {
    id: "routes/live",
    parentId: "root",
    path: "live",
    index: void 0,
    caseSensitive: void 0,
    module: route2
  },
  "routes/increase": {
    id: "routes/increase",
    parentId: "root",
    path: "increase",
    index: void 0,
    caseSensitive: void 0,
    module: route3
  },
  "routes/name": {
    id: "routes/name",
    parentId: "root",
    path: "name",
    index: void 0,
    caseSensitive: void 0,
    module: route4
  },
  "routes/break": {
    id: "routes/break",
    parentId: "root",
    path: "break",
    index: void 0,
    caseSensitive: void 0,
    module: route5
  },
  "routes/watching": {
    id: "routes/watching",
    parentId: "root",
    path: "watching",
    index: void 0,
    caseSensitive: void 0,
    module: route6
  },
  "routes/broken": {
    id: "routes/broken",
    parentId: "root",
    path: "broken",
    index: void 0,
    caseSensitive: void 0,
    module: route7
  }
};
const allowedActionOrigins = false;
export {
  allowedActionOrigins,
  serverManifest as assets,
  assetsBuildDirectory,
  basename,
  entry,
  future,
  isSpaMode,
  prerender,
  publicPath,
  routeDiscovery,
  routes,
  ssr
};

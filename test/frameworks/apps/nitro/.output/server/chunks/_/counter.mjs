import { jsxs, jsx } from 'datastar-tsx/jsx-runtime';
import { signals, DatastarScript, js, post, get } from 'datastar-tsx';
import { createHub } from 'datastar-tsx/hub';

const step = signals({ by: 1 });
const visitor = signals({ name: "" });
function createCounter() {
  const hub = createHub();
  let count = 0;
  return {
    view: hub.live("count", () => /* @__PURE__ */ jsx("output", { id: "count", children: count })),
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
    /* @__PURE__ */ jsx("title", { children: "Counter" }),
    /* @__PURE__ */ jsx(DatastarScript, {})
  ] }),
  /* @__PURE__ */ jsxs("body", { "data-signals": step, "data-init": get("/live"), children: [
    /* @__PURE__ */ jsxs("h1", { children: [
      "Hello, ",
      name ?? "stranger",
      "!"
    ] }),
    /* @__PURE__ */ jsx("output", { id: "count" }),
    /* @__PURE__ */ jsx("button", { "data-on": { click: post("/increase"), keydown: js`${step.by} = 10` }, children: "+" }),
    /* @__PURE__ */ jsx("form", { method: "post", action: "/name", children: /* @__PURE__ */ jsx("input", { name: "name" }) })
  ] })
] });
const Broken = () => {
  throw new Error("broken");
};

export { Broken as B, Page as P, createCounter as c, step as s, visitor as v };
//# sourceMappingURL=counter.mjs.map

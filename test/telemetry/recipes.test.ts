// The recipes of docs/telemetry.md, with the real packages: each in a process of its own, since they set what is global.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moduleOf, snippetsOf } from "../manual/snippets.js";

const root = join(import.meta.dirname, "../..");
// Inside the package, so that the recipes can import it by its name.
const folder = join(import.meta.dirname, "out");
const recipes = snippetsOf(readFileSync(join(root, "docs/telemetry.md"), "utf8"));

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a recipe. `before` and `after` are what an app does before it is loaded, and then. @returns what was printed */
function run(recipe: string, after: string, before = ""): readonly string[] {
  const [found, ...others] = recipes.filter(({ code }) => code.includes(recipe));
  if (found === undefined || others.length > 0) throw new Error(`The manual has not one recipe with ${recipe}.`);
  writeFileSync(join(folder, "recipe.ts"), moduleOf(found));
  writeFileSync(
    join(folder, "app.ts"),
    `import { readSignals, signals, stream } from "datastar-tsx";
    ${before}
    const recipe = await import("./recipe.js");
    const ask = (path, headers = {}) => new Request("http://localhost" + path, { headers });
    ${after}`,
  );
  const args = ["--conditions=datastar-tsx:source", join(folder, "app.ts")];
  const printed = execFileSync(join(root, "node_modules/.bin/tsx"), args, { encoding: "utf8" });
  return printed.trim().split("\n");
}

/** All spans, in the order in which they were started. */
const openTelemetry = `
  import { context, propagation, trace, ROOT_CONTEXT } from "@opentelemetry/api";
  import { BasicTracerProvider } from "@opentelemetry/sdk-trace-base";
  const spans = [];
  const done = async () => {};
  const collector = { onStart: (span) => void spans.push(span), onEnd() {}, forceFlush: done, shutdown: done };
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [collector] }));
`;

test("what the manual shows first", () => {
  const printed = run(
    "console.log(stream.request.path, reason",
    `await stream(ask("/feed?datastar={}"), (sse) => sse.patchSignals({ a: 1 })).text();
    await readSignals(ask("/save?datastar={"), signals({ a: 1 })).catch(() => {});`,
  );
  expect(printed).toEqual([
    "/feed done 1 events 53 bytes 0 dropped",
    expect.stringMatching(/^GET \/save 400 The query parameter "datastar" is not JSON/),
  ]);
});

test("OpenTelemetry: a span for each stream, in the trace of its request", () => {
  const [spans = ""] = run(
    'tracer.startSpan("datastar.stream", { attributes: { "http.request.method"',
    `const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await stream(ask("/feed", { traceparent }), (sse) => sse.patchSignals({ a: 1 })).text();
    await stream(ask("/bad"), () => { throw new Error("No tea.") }, { onError() {} }).text();
    console.log(JSON.stringify(spans.map((span) => [
      span.name, span.parentSpanContext?.spanId, span.attributes, span.status.code, span.ended, span.events.map(({ name }) => name),
    ])));`,
    `${openTelemetry}
    // That of W3CTraceContextPropagator, which comes with the SDK for Node.js.
    propagation.setGlobalPropagator({
      inject() {},
      fields: () => ["traceparent"],
      extract(active, carrier, getter) {
        const [, traceId, spanId] = getter.get(carrier, "traceparent")?.split("-") ?? [];
        return traceId ? trace.setSpanContext(active, { traceId, spanId, traceFlags: 1, isRemote: true }) : active;
      },
    });`,
  );
  expect(JSON.parse(spans)).toEqual([
    [
      "datastar.stream",
      "b7ad6b7169203331",
      {
        "http.request.method": "GET",
        "url.path": "/feed",
        "datastar.reason": "done",
        "datastar.events": 1,
        "datastar.bytes": 53,
      },
      0,
      true,
      [],
    ],
    ["datastar.stream", null, expect.objectContaining({ "datastar.reason": "error" }), 2, true, ["exception"]],
  ]);
});

test("OpenTelemetry: metrics", () => {
  const [metrics = ""] = run(
    "createObservableGauge",
    `const { createHub } = await import("datastar-tsx/hub");
    const hub = createHub();
    hub.stream(ask("/feed"), "news");
    await hub.patchSignals("news", { a: 1 });
    await stream(ask("/done"), (sse) => sse.patchSignals({ a: 1 })).text();
    await readSignals(ask("/save?datastar={"), signals({ a: 1 })).catch(() => {});
    await reader.forceFlush();
    const [{ scopeMetrics: [scope] }] = exported.getMetrics();
    console.log(JSON.stringify(scope.metrics.flatMap(({ descriptor: { name }, dataPoints }) => dataPoints.map(({ value, attributes }) =>
      [name, value.count ?? value, attributes]))));
    process.exit();`,
    `import { metrics } from "@opentelemetry/api";
    import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
    const exported = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter: exported });
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));`,
  );
  expect((JSON.parse(metrics) as readonly unknown[]).toSorted()).toEqual(
    [
      ["datastar.stream.duration", 1, { reason: "done" }],
      ["datastar.stream.events", 2, {}],
      ["datastar.stream.io", 106, {}],
      ["datastar.stream.open", 1, {}],
      ["datastar.stream.queue", 0, {}],
      ["datastar.request.refused", 1, { "http.response.status_code": 400 }],
      ["datastar.hub.subscribers", 1, { topic: "news" }],
    ].toSorted(),
  );
});

test("OpenTelemetry: what a handler does is below the span of its stream", () => {
  const [spans = ""] = run(
    "contextManager: ContextManager",
    `context.setGlobalContextManager(recipe.contextManager);
    const tracer = trace.getTracer("app");
    const query = async (name) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      tracer.startSpan(name).end();
    };
    await Promise.all(["/a", "/b"].map((path) => stream(ask(path), () => query("query of " + path)).text()));
    const [streamOfA] = spans;
    context.bind(trace.setSpan(ROOT_CONTEXT, streamOfA), () => tracer.startSpan("bound").end())();
    const nameOf = (id) => spans.find((span) => span.spanContext().spanId === id)?.name;
    console.log(JSON.stringify(spans.map((span) => [span.name, nameOf(span.parentSpanContext?.spanId)])));`,
    openTelemetry,
  );
  expect(JSON.parse(spans)).toEqual([
    ["stream /a", null],
    ["stream /b", null],
    ["query of /a", "stream /a"],
    ["query of /b", "stream /b"],
    ["bound", "stream /a"],
  ]);
});

test("pino", () => {
  const lines = run(
    "pino({ mixin",
    `await stream(ask("/feed?datastar={}", { "x-request-id": "r1" }), async (sse) => {
      await sse.patchSignals({ a: 1 });
      recipe.log.info("handled");
    }).text();
    await readSignals(ask("/save?datastar={"), signals({ a: 1 })).catch(() => {});
    const { pageResponse, raw } = await import("datastar-tsx");
    await pageResponse(() => new Promise((resolve) => setTimeout(resolve, 250)).then(() => raw("<p></p>")));
    await stream(ask("/bad"), () => { throw new Error("No tea.") }, { onError() {} }).text();`,
  );
  const common = {
    level: expect.any(Number),
    time: expect.any(Number),
    pid: expect.any(Number),
    hostname: expect.any(String),
  };
  const closed = { msg: "stream closed", seconds: 0, dropped: 0 };
  const ofFeed = { path: "/feed", requestId: "r1" };
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { ...common, ...ofFeed, msg: "handled" },
    { ...common, ...ofFeed, ...closed, reason: "done", events: 1, bytes: 53 },
    { ...common, level: 40, method: "GET", path: "/save", status: 400, msg: expect.stringContaining("is not JSON") },
    { ...common, level: 40, kind: "page", milliseconds: expect.any(Number), msg: "slow rendering" },
    { ...common, path: "/bad", level: 50, err: expect.objectContaining({ message: "No tea." }), msg: "No tea." },
    { ...common, path: "/bad", ...closed, reason: "error", events: 0, bytes: 0 },
  ]);
});

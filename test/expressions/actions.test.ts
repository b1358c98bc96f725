import {
  type ActionOptions,
  clipboard,
  del,
  type Expression,
  fit,
  get,
  intl,
  js,
  patch,
  peek,
  post,
  put,
  query,
  setAll,
  signals,
  toggleAll,
  url,
} from "datastar-tsx";
import { describe, expect, test } from "vitest";

const { count, draft, id, controller } = signals({ count: 1, draft: "", id: 1, controller: null });

describe("requests", () => {
  test.each<[expression: Expression, source: string]>([
    [get("/endpoint"), "@get('/endpoint')"],
    [post("/endpoint"), "@post('/endpoint')"],
    [put("/endpoint"), "@put('/endpoint')"],
    [patch("/endpoint"), "@patch('/endpoint')"],
    [del("/endpoint"), "@delete('/endpoint')"],
    [query("/endpoint"), "@query('/endpoint')"],
    [get("/search?q=it's&to=a@b(c)"), String.raw`@get('/search?q=it\x27s&to=a\x40b(c)')`],
    [get(url`/todos/${7}`), "@get('/todos/7')"],
    [get(url`/todos/${id}`), "@get('/todos/' + encodeURIComponent($id))"],
    [get(draft), "@get($draft)"],
    [get(js`${draft} + ".json"`), '@get($draft + ".json")'],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });

  test("need a URL", () => {
    expect(() => get("")).toThrow("@get needs a URL.");
    expect(() => del("")).toThrow("@delete needs a URL.");
  });
});

describe("options", () => {
  test.each<[options: ActionOptions, source: string]>([
    [{ contentType: "form" }, "{contentType: 'form'}"],
    [{ contentType: "form", selector: "#form" }, "{contentType: 'form', selector: '#form'}"],
    [{ selector: draft }, "{selector: $draft}"],
    [
      { headers: { "X-Csrf-Token": "JImikTbsoCYQ9oGOcvugov0Awc5LbqFsZW6ObRCxuq", count } },
      "{headers: {'X-Csrf-Token': 'JImikTbsoCYQ9oGOcvugov0Awc5LbqFsZW6ObRCxuq', count: $count}}",
    ],
    [
      { filterSignals: { include: /^foo\./, exclude: /(^|\.)_/ } },
      String.raw`{filterSignals: {include: /^foo\./, exclude: /(^|\.)_/}}`,
    ],
    [{ filterSignals: { include: "^foo" } }, "{filterSignals: {include: '^foo'}}"],
    [{ payload: { id: 1, draft, sum: js`$a + 1` } }, "{payload: {id: 1, draft: $draft, sum: $a + 1}}"],
    [{ payload: null }, "{payload: null}"],
    [{ openWhenHidden: true }, "{openWhenHidden: true}"],
    [{ requestCancellation: "disabled" }, "{requestCancellation: 'disabled'}"],
    [{ requestCancellation: controller as never }, "{requestCancellation: $controller}"],
    [{ retry: "never" }, "{retry: 'never'}"],
    [
      { retryInterval: 500, retryScaler: 1.5, retryMaxWait: 1e4, retryMaxCount: 0 },
      "{retryInterval: 500, retryScaler: 1.5, retryMaxWait: 10000, retryMaxCount: 0}",
    ],
    [
      { responseOverrides: { selector: "#a", mode: "append", namespace: "svg", useViewTransition: true } },
      "{responseOverrides: {selector: '#a', mode: 'append', namespace: 'svg', useViewTransition: true}}",
    ],
    [{ responseOverrides: { onlyIfMissing: true } }, "{responseOverrides: {onlyIfMissing: true}}"],
    [{ contentType: undefined, retry: "never", selector: undefined }, "{retry: 'never'}"],
  ])("%o", (options, source) => {
    expect(String(get("/x", options))).toBe(`@get('/x', ${source})`);
    expect(String(del("/x", options))).toBe(`@delete('/x', ${source})`);
  });

  test("that are all absent leave the argument out", () => {
    expect(String(post("/x", {}))).toBe("@post('/x')");
    expect(String(post("/x", { contentType: undefined }))).toBe("@post('/x')");
    expect(String(post("/x", undefined))).toBe("@post('/x')");
  });

  test("are data: none of it becomes code", () => {
    expect(String(post("/x", { payload: "'}); alert(1) //" }))).toBe(
      String.raw`@post('/x', {payload: '\x27\x7d)\x3b alert(1) \x2f\x2f'})`,
    );
  });
});

describe("signals", () => {
  test.each<[expression: Expression, source: string]>([
    [peek(count), "@peek(() => $count)"],
    [peek(js`${count} + 1`), "@peek(() => $count + 1)"],
    [setAll(true), "@setAll(true)"],
    [setAll("a@b(c)", { include: /^menu\./ }), String.raw`@setAll('a\x40b(c)', {include: /^menu\./})`],
    [setAll(count, { include: /a/, exclude: /b/ }), "@setAll($count, {include: /a/, exclude: /b/})"],
    [setAll(undefined, { include: undefined }), "@setAll(undefined)"],
    [toggleAll(), "@toggleAll()"],
    [toggleAll({ include: /^is/ }), "@toggleAll({include: /^is/})"],
    [toggleAll({ exclude: /a$/ }), "@toggleAll({exclude: /a$/})"],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

describe("Datastar Pro", () => {
  test.each<[expression: Expression, source: string]>([
    [clipboard("Hello"), "@clipboard('Hello')"],
    [clipboard("SGVsbG8", true), "@clipboard('SGVsbG8', true)"],
    [clipboard(draft), "@clipboard($draft)"],
    [fit(count, 0, 100, 0, 1), "@fit($count, 0, 100, 0, 1)"],
    [fit(count, 0, 100, 0, 1, true), "@fit($count, 0, 100, 0, 1, true)"],
    [fit(50, 0, 100, 0, 1, false, true), "@fit(50, 0, 100, 0, 1, false, true)"],
    [intl("number", 1000), "@intl('number', 1000)"],
    [
      intl("number", count, { style: "currency", currency: "EUR" }),
      "@intl('number', $count, {style: 'currency', currency: 'EUR'})",
    ],
    [
      intl("datetime", js`new Date()`, { weekday: "long" }, "de-AT"),
      "@intl('datetime', new Date(), {weekday: 'long'}, 'de-AT')",
    ],
    [intl("pluralRules", count, undefined, ["de", "en"]), "@intl('pluralRules', $count, undefined, ['de', 'en'])"],
    [intl("list", ["a", "b"], {}), "@intl('list', ['a', 'b'])"],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

import type { StandardSchemaV1 } from "@standard-schema/spec";
import { readSignals, signals } from "datastar-tsx";
import { describe, expect, expectTypeOf, test } from "vitest";
import { open, posting } from "../support/client.js";
import { answering } from "../support/reading.js";
import { servers } from "../support/servers.js";

const todo = signals({ draft: "", count: 0, tags: ["a"], ui: { open: false }, _local: "here" });

/** A schema written by hand, as any library could provide it: `{ id: "7" }` becomes `7`. */
function idSchema(asynchronous: boolean): StandardSchemaV1<unknown, number> {
  const check = (value: unknown): StandardSchemaV1.Result<number> => {
    const { id } = value as { readonly id?: unknown };
    if (typeof id === "string" && /^\d+$/.test(id)) return { value: Number(id) };
    return {
      issues: [
        { message: "not a number", path: ["id"] },
        { message: "too odd", path: [{ key: "list" }, 0] },
        { message: "no good" },
      ],
    };
  };
  return {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value) => (asynchronous ? Promise.resolve().then(() => check(value)) : check(value)),
    },
  };
}

describe.each(servers)("$name", (server) => {
  const post = async (body: unknown, schema: StandardSchemaV1): Promise<unknown> => {
    const url = await server.serve(answering(({ readSignals }) => readSignals(schema)));
    return JSON.parse(await (await open(url, posting(body))).text());
  };

  test("declared signals: what was declared comes back, the rest is dropped", async () => {
    const state = { draft: "x", count: 2, tags: ["b", "c"], ui: { open: true, more: 1 }, other: true };
    expect(await post(state, todo)).toEqual({
      value: { draft: "x", count: 2, tags: ["b", "c"], ui: { open: true }, _local: "here" },
    });
  });

  test("declared signals: every difference is an issue", async () => {
    expect(await post({ draft: 1, count: null, tags: [1], ui: [] }, todo)).toEqual({
      status: 422,
      message:
        "The signals are not what was expected: draft: expected string, got number; count: expected number, got null; " +
        "tags.0: expected string, got number; ui: expected object, got array.",
      issues: [
        { path: "draft", message: "expected string, got number" },
        { path: "count", message: "expected number, got null" },
        { path: "tags.0", message: "expected string, got number" },
        { path: "ui", message: "expected object, got array" },
      ],
    });
  });

  test("in the query as well", async () => {
    const url = await server.serve(answering(({ readSignals }) => readSignals(signals({ a: 1 }))));
    const get = async (json: string): Promise<unknown> =>
      JSON.parse(await (await open(`${url}?datastar=${json}`)).text());
    expect(await get('{"a":2}')).toEqual({ value: { a: 2 } });
    expect(await get("{}")).toMatchObject({
      status: 422,
      issues: [{ path: "a", message: "expected number, got nothing" }],
    });
  });

  test.each([
    ["synchronous", false],
    ["asynchronous", true],
  ])("any Standard Schema, %s: its output, or its issues", async (_, asynchronous) => {
    expect(await post({ id: "7" }, idSchema(asynchronous))).toEqual({ value: 7 });
    expect(await post({ id: "x" }, idSchema(asynchronous))).toEqual({
      status: 422,
      message: "The signals are not what was expected: id: not a number; list.0: too odd; no good.",
      issues: [
        { path: "id", message: "not a number" },
        { path: "list.0", message: "too odd" },
        { path: "", message: "no good" },
      ],
    });
  });

  test("a malformed request does not reach the schema", async () => {
    expect(await post([1], idSchema(false))).toMatchObject({ status: 400 });
  });

  test("what a schema throws is not the client's fault", async () => {
    const broken: StandardSchemaV1 = {
      "~standard": {
        version: 1,
        vendor: "test",
        validate: () => {
          throw new Error("broken schema");
        },
      },
    };
    expect(await post({}, broken)).toEqual({ message: "Error: broken schema" });
  });
});

test("the result has the type of the schema's output", async () => {
  const request = (): Request => new Request('http://a/?datastar={"id":"7","list":[]}');
  expectTypeOf(await readSignals(request())).toEqualTypeOf<{ [name: string]: unknown }>();
  expectTypeOf(await readSignals(request(), idSchema(true))).toEqualTypeOf<number>();
  const declared = signals({ id: "", list: [0] });
  expectTypeOf(await readSignals(request(), declared)).toEqualTypeOf<{ id: string; list: number[] }>();
});

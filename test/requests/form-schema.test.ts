// The fields of a form, as a schema checks them.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { readForm, signals } from "datastar-tsx";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type Init, open } from "../support/client.js";
import { answering } from "../support/reading.js";
import { servers } from "../support/servers.js";

/** Takes everything. */
const fields: StandardSchemaV1<unknown, { readonly [name: string]: unknown }> = {
  "~standard": { version: 1, vendor: "test", validate: (value) => ({ value: value as { [name: string]: unknown } }) },
};

const urlencoded = (body: string): Init => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body,
});

describe.each(servers)("$name", (server) => {
  const read = async (schema: StandardSchemaV1, body: string): Promise<unknown> => {
    const url = await server.serve(answering(({ readFields }) => readFields(schema)));
    return JSON.parse(await (await open(url, urlencoded(body))).text());
  };

  test("any Standard Schema gets the fields: text, and an array of what was sent several times", async () => {
    expect(await read(fields, "title=Tea&tag=a&tag=b&empty=&constructor=2")).toEqual({
      value: { title: "Tea", tag: ["a", "b"], empty: "", constructor: "2" },
    });
    expect(await read(fields, "")).toEqual({ value: {} });
  });

  test("a field named __proto__ is refused, as it is among signals: code that copies it would change a prototype", async () => {
    expect(await read(fields, "a=1&__proto__=1&__proto__=2")).toEqual({
      status: 400,
      message: 'The form has a field named "__proto__".',
    });
  });

  test("in the query as well", async () => {
    const url = await server.serve(answering(({ readFields }) => readFields(fields)));
    expect(await (await open(`${url}?a=1&a=2`)).text()).toBe('{"value":{"a":["1","2"]}}');
  });

  const Walk = z.object({
    title: z.string().min(1, "Say a title."),
    tags: z.array(z.enum(["sea", "hills"], "There is no such tag.")),
    guides: z.array(z.string()).min(2, "Name two.").optional(),
  });

  test.each([
    ["of several values", "title=Coast&tags=sea&tags=hills", ["sea", "hills"]],
    ["of one", "title=Coast&tags=sea", ["sea"]],
    ["of none, as from boxes that nobody has ticked", "title=Coast", []],
  ])("what is a list by any Standard Schema is one %s", async (_, body, tags) => {
    expect(await read(Walk, body)).toEqual({ value: { title: "Coast", tags } });
  });

  test("what is wrong in a list of one value has its place, and what is no list its own message", async () => {
    expect(await read(Walk, "title=&tags=moon")).toMatchObject({
      issues: [
        { path: "title", message: "Say a title." },
        { path: "tags.0", message: "There is no such tag." },
      ],
    });
  });

  const order = signals({
    title: "",
    count: 1,
    urgent: false,
    tags: ["a"],
    sizes: [1],
    any: null as string | null,
    ui: { open: false, note: "" },
  });

  test("a set of signals gets what it declares", async () => {
    expect(
      await read(order, "title=Tea&count=2.5&urgent=on&tags=x&sizes=1&sizes=2&any=y&ui.open=true&ui.note=n&more=1"),
    ).toEqual({
      value: {
        title: "Tea",
        count: 2.5,
        urgent: true,
        tags: ["x"],
        sizes: [1, 2],
        any: "y",
        ui: { open: true, note: "n" },
      },
    });
  });

  test("boxes that are not ticked are not sent: they are false, and no items", async () => {
    expect(await read(order, "title=&count=0&any=&ui.note=")).toMatchObject({
      value: { urgent: false, tags: [], sizes: [], ui: { open: false } },
    });
    // With a hidden field in front, as some write it.
    expect(await read(order, "title=&count=0&any=&ui.note=&urgent=false&urgent=true&ui.open=false")).toMatchObject({
      value: { urgent: true, ui: { open: false } },
    });
  });

  test("what is not what was declared is an issue", async () => {
    expect(await read(order, "count=many&count2=&any=&ui.note=a&ui.note=b&sizes=&sizes=x")).toEqual({
      status: 422,
      message:
        "The form is not what was expected: title: expected string, got nothing; count: expected number, got string; " +
        "sizes.0: expected number, got string; sizes.1: expected number, got string; ui.note: expected string, got array.",
      issues: expect.arrayContaining([{ path: "title", message: "expected string, got nothing" }]),
    });
    expect(await read(signals({ count: 0 }), "count=")).toMatchObject({ status: 422 });
    expect(await read(signals({ count: 0 }), "count=Infinity")).toMatchObject({ status: 422 });
  });
});

test("files are files", async () => {
  const form = new FormData();
  form.append("title", "Tea");
  form.append("file", new File(["x"], "a.txt"));
  const value = await readForm(new Request("http://localhost/", { method: "POST", body: form }), fields);
  expect(value).toEqual({ title: "Tea", file: expect.any(File) });
});

test("one file is a list of files, if that is what the schema says", async () => {
  const form = new FormData();
  form.append("files", new File(["x"], "a.txt"));
  const value = await readForm(
    new Request("http://localhost/", { method: "POST", body: form }),
    z.object({ files: z.array(z.file().max(10)) }),
  );
  expect(value).toEqual({ files: [expect.any(File)] });
});

test("the result has the type of the schema's output; without a schema it is the form", async () => {
  const request = (): Request => new Request("http://localhost/?title=a&urgent=on");
  expectTypeOf(await readForm(request())).toEqualTypeOf<FormData>();
  expectTypeOf(await readForm(request(), { limit: 1 })).toEqualTypeOf<FormData>();
  const order = signals({ title: "", urgent: false });
  expectTypeOf(await readForm(request(), order, { limit: 1 })).toEqualTypeOf<{ title: string; urgent: boolean }>();
  expect(await readForm(request(), order)).toEqual({ title: "a", urgent: true });
});

import { describe, expect, test } from "vitest";
import { type Init, open } from "../support/client.js";
import { answering } from "../support/reading.js";
import { servers } from "../support/servers.js";

const readForm = answering(async ({ readForm }) => {
  const fields = [...(await readForm())];
  return Promise.all(
    fields.map(async ([name, value]) =>
      typeof value === "string"
        ? [name, value]
        : [name, { name: value.name, type: value.type, text: await value.text() }],
    ),
  );
});

const boundary = "the-boundary";
const multipartType = `multipart/form-data; boundary=${boundary}`;

function multipart(...parts: readonly string[]): Init {
  const body = `${parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`).join("")}--${boundary}--\r\n`;
  return { method: "POST", headers: { "content-type": multipartType }, body };
}

describe.each(servers)("$name", (server) => {
  const ask = async (path: string, init: Init = {}): Promise<unknown> =>
    JSON.parse(await (await open((await server.serve(readForm)) + path, init)).text());

  test.each(["GET", "DELETE"])("%s: in the query", async (method) => {
    expect(await ask("?a=1&a=2&b=%C3%BC+x&c", { method })).toEqual({
      value: [
        ["a", "1"],
        ["a", "2"],
        ["b", "ü x"],
        ["c", ""],
      ],
    });
    expect(await ask("", { method })).toEqual({ value: [] });
  });

  test.each(["POST", "PUT", "PATCH"])("%s: urlencoded", async (method) => {
    const headers = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
    expect(await ask("?ignored=1", { method, headers, body: "a=1&a=2&b=%C3%BC+x&c" })).toEqual({
      value: [
        ["a", "1"],
        ["a", "2"],
        ["b", "ü x"],
        ["c", ""],
      ],
    });
    expect(await ask("", { method, headers, body: "" })).toEqual({ value: [] });
  });

  test("multipart, with a file", async () => {
    const init = multipart(
      'name="title"\r\n\r\nGrüße\r\nzweite Zeile',
      'name="file"; filename="a b.txt"\r\nContent-Type: text/plain\r\n\r\n--not the boundary\r\n',
    );
    expect(await ask("", init)).toEqual({
      value: [
        ["title", "Grüße\r\nzweite Zeile"],
        ["file", { name: "a b.txt", type: "text/plain", text: "--not the boundary\r\n" }],
      ],
    });
  });

  test("multipart, as fetch sends it", async () => {
    const form = new FormData();
    form.append("a", "1");
    form.append("file", new File([new Uint8Array([0, 255, 13, 10])], "ü.bin"), "ü.bin");
    const response = await fetch(await server.serve(readForm), { method: "POST", body: form });
    expect(await response.json()).toEqual({
      value: [
        ["a", "1"],
        ["file", { name: "ü.bin", type: "application/octet-stream", text: "\0\ufffd\r\n" }],
      ],
    });
  });

  test.each([
    [
      "without its end",
      { ...multipart('name="a"\r\n\r\n1'), body: `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1` },
    ],
    [
      "with another boundary",
      { ...multipart('name="a"\r\n\r\n1'), headers: { "content-type": "multipart/form-data; boundary=other" } },
    ],
    ["without a boundary", { ...multipart('name="a"\r\n\r\n1'), headers: { "content-type": "multipart/form-data" } }],
    ["with a part that has no name", multipart("x\r\n\r\n1")],
    ["that is empty", { ...multipart(), body: "" }],
  ])("a multipart body %s is malformed", async (_, init) => {
    expect(await ask("", init)).toEqual({ status: 400, message: "The request body is no multipart/form-data." });
  });

  test.each(["application/json", "text/plain", "multipart/mixed; boundary=x"])(
    "a body of type %s is no form",
    async (type) => {
      expect(await ask("", { method: "POST", headers: { "content-type": type }, body: "a=1" })).toEqual({
        status: 415,
        message: `Forms come urlencoded or as multipart/form-data, not as ${type}.`,
      });
    },
  );

  test("the names of fields are names, whatever they are", async () => {
    expect(await ask("?__proto__=1&constructor=2")).toEqual({
      value: [
        ["__proto__", "1"],
        ["constructor", "2"],
      ],
    });
  });
});

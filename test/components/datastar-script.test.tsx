import { DatastarScript, datastarVersion } from "datastar-tsx";
import { expect, test } from "vitest";

const cdn = (version: string): string =>
  `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${version}/bundles/datastar.js`;

const known = {
  "1.0.2": "sha384-SnyFlWTdFL3c8+9/1WsPuMFBq6AQOGC1LmS9upY4YkM3En3wZr5q2UvydHaMgOVG",
  "1.0.4": "sha384-twbOvafhSBQ0rJDNPzJdUw6DRvthVgAVfSIG1BQVmCiNO7Qh2zeVn7T5qstgjJ9q",
};

test("the newest client, from the CDN, as it was released", () => {
  expect(datastarVersion).toBe("1.0.4");
  expect(String(<DatastarScript />)).toBe(
    `<script type="module" src="${cdn("1.0.4")}" integrity="${known["1.0.4"]}" crossorigin="anonymous"></script>`,
  );
});

test("an older one whose file is known", () => {
  expect(String(<DatastarScript version="1.0.2" />)).toBe(
    `<script type="module" src="${cdn("1.0.2")}" integrity="${known["1.0.2"]}" crossorigin="anonymous"></script>`,
  );
});

test("one whose file is not known", () => {
  expect(String(<DatastarScript version="1.0.0-RC.7" />)).toBe(
    `<script type="module" src="${cdn("1.0.0-RC.7")}"></script>`,
  );
});

test("a version cannot lead elsewhere", () => {
  expect(String(<DatastarScript version={'1/../"?'} />)).toBe(
    `<script type="module" src="${cdn("1%2F..%2F%22%3F")}"></script>`,
  );
});

test("a copy of one's own", () => {
  expect(String(<DatastarScript src="/assets/datastar.js" integrity="sha384-abc" />)).toBe(
    '<script type="module" src="/assets/datastar.js" integrity="sha384-abc"></script>',
  );
});

test("a nonce", () => {
  expect(String(<DatastarScript src="/datastar.js" nonce="r4nd0m" />)).toBe(
    '<script type="module" src="/datastar.js" nonce="r4nd0m"></script>',
  );
});

test("async, to start before the whole page is there", () => {
  expect(String(<DatastarScript src="/datastar.js" async />)).toBe(
    '<script type="module" async src="/datastar.js"></script>',
  );
});

test("a hash of the CDN's copy, which the browser checks only across origins", () => {
  expect(String(<DatastarScript integrity="sha384-abc" />)).toBe(
    `<script type="module" src="${cdn("1.0.4")}" integrity="sha384-abc" crossorigin="anonymous"></script>`,
  );
});

test("explicit undefined is as good as nothing", () => {
  expect(String(<DatastarScript version={undefined} src={undefined} nonce={undefined} integrity={undefined} />)).toBe(
    String(<DatastarScript />),
  );
});

test("a javascript: URL is an error", () => {
  expect(() => <DatastarScript src="javascript:alert(1)" />).toThrow(TypeError);
});

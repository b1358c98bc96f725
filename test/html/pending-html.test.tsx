import { AsyncLocalStorage } from "node:async_hooks";
import { constants } from "node:buffer";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Html, raw } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

const soon = async <T,>(value: T): Promise<T> => value;

describe("markup that waits", () => {
  const Later = async () => {
    await null;
    return <b>later</b>;
  };

  test("is a promise of markup", async () => {
    const markup = (
      <p>
        <Later />
      </p>
    ) as Promise<Html>;
    expect(Object.prototype.toString.call(markup)).toBe("[object Promise]");
    expect(await markup).toBeInstanceOf(Html);
    expect(await markup.then(String)).toBe("<p><b>later</b></p>");
    expect(await markup.finally(() => {}).then(String)).toBe("<p><b>later</b></p>");
    expect((await Promise.all([markup, markup])).join("")).toBe("<p><b>later</b></p><p><b>later</b></p>");
  });

  test("can stand in several places, before it is there and after", async () => {
    const later = <Later />;
    const both = (
      <p>
        {later}
        {later}
      </p>
    );
    const beside = <i>{later}</i>;
    expect(String(await both)).toBe("<p><b>later</b><b>later</b></p>");
    expect(String(await beside)).toBe("<i><b>later</b></i>");
    expect(String(await (<u>{later}</u>))).toBe("<u><b>later</b></u>");
  });

  test("can be nested as deeply as markup can", async () => {
    let markup = jsx(Later, {});
    for (let depth = 0; depth < 10_000; depth++) markup = jsx("div", { children: markup });
    expect(String(await markup)).toBe(`${"<div>".repeat(10_000)}<b>later</b>${"</div>".repeat(10_000)}`);
  });

  test.each<[what: string, then: (done: (value: unknown) => void, fail: (error: Error) => void) => void, html: string]>(
    [
      ["calls back twice", (done) => [1, 2].forEach(done), "1"],
      ["fails after it has called back", (done, fail) => (done(1), fail(new Error("too late"))), "1"],
      [
        "throws after it has called back",
        (done) => {
          done(1);
          throw new Error("too late");
        },
        "1",
      ],
      ["calls back later, and twice", (done) => void setTimeout(() => [1, 2].forEach(done)), "1"],
      ["resolves to another", (done) => done({ then: (done: (value: unknown) => void) => done(1) }), "1"],
    ],
  )("hears a thenable once that %s", async (_, then, html) => {
    const thenable = { then } as never;
    const slow = new Promise<string>((resolve) => setTimeout(resolve, 5, "!"));
    expect(
      String(
        await (
          <p>
            {thenable}
            {slow}
          </p>
        ),
      ),
    ).toBe(`<p>${html}!</p>`);
    expect(
      String(
        await (
          <script>
            {thenable}
            {slow}
          </script>
        ),
      ),
    ).toBe(`<script>${html}!</script>`);
  });

  test("fails where a thenable throws", async () => {
    const throws = {
      then: () => {
        throw new Error("no connection");
      },
    } as never;
    const markup = [<p>{throws}</p>, <script>{throws}</script>];
    for (const waits of markup) await expect(waits).rejects.toThrow("no connection");
  });

  test("renders in its own context, whichever a thenable calls back in", async () => {
    const context = new AsyncLocalStorage<string>();
    const thenable = {
      then: (done: (value: unknown) => void) =>
        context.run("theirs", () =>
          setTimeout(
            done,
            0,
            (function* () {
              yield context.getStore();
            })(),
          ),
        ),
    } as never;
    expect(String(await context.run("ours", () => <p>{thenable}</p>))).toBe("<p>ours</p>");
  });

  test("has no text before it is awaited, and nobody gets [object Promise]", async () => {
    const markup = <Later />;
    const message = "This markup waits for promises and has no text yet: await it first.";
    expect(() => String(markup)).toThrow(message);
    expect(() => `${markup as never}`).toThrow(message);
    expect(() => "" + (markup as never)).toThrow(message);
    expect(() => JSON.stringify({ markup })).toThrow(message);
    expect(String(await markup)).toBe("<b>later</b>");
  });

  test("nor does any markup pass for JSON", () => {
    expect(() => JSON.stringify(<p />)).toThrow("Markup is no JSON: send String(markup) as text/html.");
    expect(JSON.stringify({ html: String(<p />) })).toBe('{"html":"<p></p>"}');
  });

  test("is a promise to messages", () => {
    expect(() => <p title={(<Later />) as never} />).toThrow("<p title> cannot be a Promise: await it first.");
  });

  test("fails when it gets longer than text can be", async () => {
    const long = raw("x".repeat(constants.MAX_STRING_LENGTH - 20));
    await expect(
      <section>
        <p>
          {long}
          <Later />
        </p>
      </section>,
    ).rejects.toThrow("Invalid string length");
    await expect(jsx("section", { children: jsx("p", { children: [soon(""), long] }) })).rejects.toThrow(
      "Invalid string length",
    );
  });

  test("keeps nothing that it was a part of in memory", async () => {
    setFlagsFromString("--expose-gc");
    const later = jsx(Later, {});
    const rendered = async (): Promise<WeakRef<object>> => {
      const whole = jsx("p", { children: later });
      await whole;
      return new WeakRef(whole);
    };
    const reference = await rendered();
    // A weak reference holds until what runs now is done.
    await new Promise((resolve) => setImmediate(resolve));
    (runInNewContext("gc") as () => void)();
    expect([reference.deref(), String(await later)]).toEqual([undefined, "<b>later</b>"]);
  });

  test("tells everybody of a failure, before it is there and after", async () => {
    const Fails = async (): Promise<never> => {
      await null;
      throw new Error("no database");
    };
    const fails = (<Fails />) as Promise<Html>;
    const both = (
      <p>
        {fails}
        {fails}
      </p>
    );
    await expect(both).rejects.toThrow("no database");
    await expect(<i>{fails}</i>).rejects.toThrow("no database");
    await expect(fails.catch((error: Error) => error.message)).resolves.toMatch("no database");
  });
});

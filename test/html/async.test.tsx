import { AsyncLocalStorage } from "node:async_hooks";
import { constants } from "node:buffer";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Html, js, raw, url } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const soon = async <T,>(value: T): Promise<T> => value;

describe("promises among the children", () => {
  const Async = async ({ name }: { name: string }) => {
    await null;
    return <b>{name}</b>;
  };
  /** Resolves after its later siblings. */
  const Slow = async ({ name }: { name: string }) => {
    for (let i = 0; i < 10; i++) await null;
    return <i>{name}</i>;
  };
  const Outer = async () => (
    <section>
      <Slow name="1" />
      <Async name="2" />
    </section>
  );

  test.each<[what: string, markup: unknown, html: string]>([
    ["a promise of text, which is escaped", <p>{soon("<b>")}</p>, "<p>&lt;b></p>"],
    ["a promise of nothing", <p>{soon(null)}</p>, "<p></p>"],
    ["a promise of a list of promises", <p>{soon(["a", soon("b"), soon([soon("c")])])}</p>, "<p>abc</p>"],
    ["any thenable", <p>{{ then: (done: (text: string) => void) => done("x") } as never}</p>, "<p>x</p>"],
    ["an async component", <Async name="Ada" />, "<b>Ada</b>"],
    [
      "children in the order of the source",
      <p>
        a<Slow name="1" />b<Async name="2" />c
      </p>,
      "<p>a<i>1</i>b<b>2</b>c</p>",
    ],
    [
      "async components within async components",
      <div>
        <Outer />!
      </div>,
      "<div><section><i>1</i><b>2</b></section>!</div>",
    ],
    [
      "a fragment",
      <>
        <Slow name="1" />
        <Async name="2" />
      </>,
      "<i>1</i><b>2</b>",
    ],
    ["text that begins with a line break in a pre", <pre>{soon("\ntext")}</pre>, "<pre>\n\ntext</pre>"],
    ["the text of a script", <script>{["1;", soon("2")]}</script>, "<script>1;2</script>"],
    ["raw markup", <p>{raw(soon("<b>1</b>"))}</p>, "<p><b>1</b></p>"],
  ])("%s", async (_, markup, html) => {
    expect(markup).toBeInstanceOf(Promise);
    expect(String(await markup)).toBe(html);
  });

  test("without a promise among them, the element is there at once", () => {
    expect(
      <p>
        <b>1</b>
      </p>,
    ).toBeInstanceOf(Html);
  });
});

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

describe("failures", () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", note);
  });
  afterEach(() => void process.off("unhandledRejection", note));
  /** Node reports unhandled rejections once the microtasks are done. */
  const reported = () => new Promise((resolve) => setImmediate(resolve));

  const Rejects = async (): Promise<never> => {
    await null;
    throw new Error("no database");
  };
  const Throws = (): never => {
    throw new Error("no such item");
  };

  test("an async component's failure is the failure of the whole", async () => {
    await expect(
      <ul>
        <li>
          <Rejects />
        </li>
      </ul>,
    ).rejects.toThrow("no database");
  });

  test("a value that cannot render is refused when it is there", async () => {
    await expect(<p>{soon({ id: 1 } as never)}</p>).rejects.toThrow(
      "<p> cannot render a plain object with id in it as a child: pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().",
    );
  });

  test.each<[what: string, render: () => unknown]>([
    [
      "behind an async component",
      () => (
        <div>
          <Rejects />
          <Throws />
        </div>
      ),
    ],
    [
      "behind an element with an async component in it",
      () => (
        <div>
          <p>
            <Rejects />
          </p>
          <Throws />
        </div>
      ),
    ],
    [
      "behind a fragment with one in it",
      () => (
        <div>
          <>
            <Rejects />
            text
          </>
          <Throws />
        </div>
      ),
    ],
    [
      "behind two of them",
      () => (
        <div>
          <p>
            <Rejects />
            <Rejects />
          </p>
          <Throws />
        </div>
      ),
    ],
    [
      "behind one in a script",
      () => (
        <div>
          <script>{[(<Rejects />) as never, "text"]}</script>
          <Throws />
        </div>
      ),
    ],
    [
      "behind raw markup that fails",
      () => (
        <div>
          {raw(Rejects())}
          <Throws />
        </div>
      ),
    ],
  ])("a component that throws %s leaves no unhandled rejection", async (_, render) => {
    expect(render).toThrow("no such item");
    await reported();
    expect(unhandled).toEqual([]);
  });

  test.each<[what: string, render: () => unknown]>([
    [
      "behind a child that is refused",
      () => (
        <div>
          {{ id: 1 } as never}
          {Rejects()}
        </div>
      ),
    ],
    ["in a list behind one", () => <div>{[[{ id: 1 } as never], [Rejects()]]}</div>],
    ["in a script, before one", () => <script>{[Rejects(), { id: 1 }] as never}</script>],
    ["in a script, behind one", () => <script>{[{ id: 1 }, Rejects()] as never}</script>],
    ["in a list in a script, behind one", () => <script>{[{ id: 1 }, [Rejects()]] as never}</script>],
  ])("nor does a promise %s", async (_, render) => {
    expect(render).toThrow(/ cannot render a plain object with id/);
    await reported();
    expect(unhandled).toEqual([]);
  });

  const Bad = undefined as never as () => null;
  test.each<[what: string, render: (value: never) => unknown, message: string]>([
    ["beside a bad attribute", (p) => jsx("p", { title: {}, children: p }), "<p title> cannot be a plain object"],
    ["beside a bad name of an attribute", (p) => jsx("p", { "a b": 1, children: [p] }), "HTML allows no attribute"],
    ["in a bad tag", (p) => jsx("a b", { children: p }), "HTML allows no tag"],
    ["in a component that is undefined", (p) => jsx(Bad, { children: p, data: [p] }), "A component is undefined"],
    [
      "in a component that throws",
      (p) => jsx(Throws as never, { children: [[p]], data: { items: [p] } }),
      "no such item",
    ],
    ["as the value of an attribute", (p) => <p title={p} />, "<p title> cannot be a Promise: await it first."],
    ["as the value of an attribute, spread", (p) => <p {...{ title: p }}>{"a"}</p>, "<p title> cannot be a Promise"],
    ["in classes", (p) => <p class={["a", p]} />, "<p class> cannot be a Promise"],
    ["in a style", (p) => <p style={{ color: p }} />, "cannot set color to a Promise"],
    ["in the value of a Datastar attribute", (p) => <p {...{ "data-signals": { a: p } }} />, "A Promise cannot"],
    ["in an object that is no child", (p) => <p>{{ items: [p] } as never}</p>, "cannot render a plain object"],
    ["in what a component returns", (p) => jsx((() => ({ p })) as never, {}), "cannot render a plain object"],
    ["in a void element", (p) => jsx("br", { children: p }), "<br> is a void element"],
  ])("nor does a promise %s", async (_, render, message) => {
    expect(() => render(Rejects() as never)).toThrow(message);
    await reported();
    expect(unhandled).toEqual([]);
  });

  test.each<[where: string, render: (promise: Promise<unknown>) => unknown, message: string]>([
    ["in a set beside an error", (p) => jsx("p", { title: {}, children: new Set([p]) }), "<p title> cannot be"],
    ["in a map", (p) => <p>{new Map([["a", p]]) as never}</p>, "cannot render a Map"],
    ["in js", (p) => js`f(${p})`, "A Promise cannot"],
    ["in url", (p) => url`/${p as never}`, "a Promise cannot"],
  ])("nor does a promise %s", async (_, render, message) => {
    expect(() => render(Rejects() as Promise<unknown>)).toThrow(message);
    await reported();
    expect(unhandled).toEqual([]);
  });

  test("nor does a promise as a key", async () => {
    expect(String(jsx("p", {}, Rejects()))).toBe("<p></p>");
    expect(String(<p {...{ key: Rejects() as never }} />)).toBe("<p></p>");
    await reported();
    expect(unhandled).toEqual([]);
  });

  test("nor do two async components that both fail", async () => {
    await expect(
      <div>
        <Rejects />
        <Rejects />
      </div>,
    ).rejects.toThrow("no database");
    await reported();
    expect(unhandled).toEqual([]);
  });

  test("nor does markup that nobody awaits", async () => {
    void (
      <p>
        <Rejects />
      </p>
    );
    await reported();
    expect(unhandled).toEqual([]);
  });
});

// What fails, or is thrown, while something is still awaited.
import { js, raw, url } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
import { unhandledRejections } from "../support/unhandled-rejections.js";

const soon = async <T,>(value: T): Promise<T> => value;

describe("failures", () => {
  const unhandled = unhandledRejections();
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
    [
      "in the value of a Datastar attribute",
      (p) => <p {...{ "data-signals": { a: p } }} />,
      'the signal "a" cannot be a Promise',
    ],
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

  test.each<[where: string, render: (children: never) => unknown]>([
    ["an element", (children) => <p>{children}</p>],
    ["a script", (children) => <script>{children}</script>],
    ["a component", (children) => jsx((() => children) as never, {})],
  ])("nor does a promise from a generator that throws behind it, in %s", async (_, render) => {
    function* rows(): Generator<unknown> {
      yield Rejects();
      yield [Rejects()];
      Throws();
    }
    expect(() => render(rows() as never)).toThrow("no such item");
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

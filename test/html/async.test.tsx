import { Html, raw } from "datastar-tsx";
import { describe, expect, test } from "vitest";

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

import { Defer, type DeferProps, type Html } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { type Elements, elementsToString } from "../../src/events/elements.js";

const Sales = ({ rows = ["a"] }: { rows?: string[] }) => (
  <Defer id="sales" as="section" class="card" placeholder={<i>…</i>} error={<p>No figures today.</p>}>
    {() => rows}
  </Defer>
);
const AsyncSales = async () => <Sales rows={["b", "c"]} />;

const placeholder = '<section id="sales" class="card" aria-busy="true"><i>…</i></section>';

/** What a patch of it consists of. */
async function patched(elements: Html | Promise<Html> | Elements[]): Promise<string> {
  return elementsToString(elements, { selector: "main", mode: "inner" });
}

describe("in a page it shows its placeholder, and patched by itself what it becomes", () => {
  test("as it stands, and within something else", async () => {
    expect(String(<Sales />)).toBe(placeholder);
    expect(String(<main>{[<Sales />]}</main>)).toBe(`<main>${placeholder}</main>`);
    expect(await patched(<Sales />)).toBe('<section id="sales" class="card">a</section>');
    expect(
      await patched(
        <main>
          <Sales />
        </main>,
      ),
    ).toBe(`<main>${placeholder}</main>`);
    expect(await elementsToString(<Sales />)).toBe(placeholder);
  });

  test("in lists, in a component that waits, and alone in a fragment", async () => {
    const content = '<section id="sales" class="card">bc</section>';
    expect(String(await (<AsyncSales />))).toBe(placeholder);
    expect(await patched(<AsyncSales />)).toBe(content);
    expect(await patched([<AsyncSales />, "<hr>"])).toBe(`${content}<hr>`);
    expect(
      await patched(
        <>
          <AsyncSales />
        </>,
      ),
    ).toBe(content);
    expect(
      await patched(
        <>
          <>
            <Sales rows={["b", "c"]} key={1} />
          </>
        </>,
      ),
    ).toBe(content);
  });

  test("whether the placeholder and the part wait or not", async () => {
    const Later = async ({ text }: { text: string }) => text;
    const part = (
      <Defer id="a" placeholder={<Later text="wait" />} error="">
        {() => [<Later text="1" />, <b>2</b>, "<3>"]}
      </Defer>
    );
    expect(String(await part)).toBe('<div id="a" aria-busy="true">wait</div>');
    expect(await patched(part)).toBe('<div id="a">1<b>2</b>&lt;3></div>');
  });

  test("it may be patched again and again, and is made each time", async () => {
    let made = 0;
    const part = (
      <Defer id="a" placeholder="" error="">
        {() => ++made}
      </Defer>
    );
    expect(made).toBe(0);
    expect([await patched(part), await patched(part)]).toEqual(['<div id="a">1</div>', '<div id="a">2</div>']);
  });
});

describe("a placeholder that asks by itself", () => {
  const part = (props: Partial<DeferProps>) => (
    <Defer id="a" placeholder="…" error="" {...props}>
      {() => "there"}
    </Defer>
  );

  test("at once, or when it comes into view; what it becomes asks no more", async () => {
    expect(String(part({ src: "/a" }))).toBe(`<div id="a" aria-busy="true" data-init="@get('/a')">…</div>`);
    expect(String(part({ src: "/a", loading: "lazy" }))).toBe(
      `<div id="a" aria-busy="true" data-on-intersect__once="@get('/a')">…</div>`,
    );
    expect(await patched(part({ src: "/a" }))).toBe('<div id="a">there</div>');
  });
});

test("without an id it is refused", () => {
  const withId = (id: unknown) => () => (
    <Defer id={id as string} placeholder="" error="">
      {() => ""}
    </Defer>
  );
  for (const id of [undefined, "", 7])
    expect(withId(id)).toThrow("<Defer> needs an id: by that the part finds its place in the page.");
});

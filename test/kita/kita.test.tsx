/** @jsxImportSource datastar-tsx/kita */
import { elementsResponse, js, post, signals, url } from "datastar-tsx";
import { describe, expect, test } from "vitest";

const todo = signals({ draft: "", open: false });
const id = "a/b";

describe("attributes of Datastar on elements of @kitajs/html", () => {
  test.each([
    ["an expression", <b data-text={js`${todo.draft} + ${'"&<'}`} />, `<b data-text="$draft + '\\x22&amp;&lt;'"></b>`],
    [
      "an action with modifiers",
      <button data-on:click={{ do: post(url`/x/${id}`), debounce: 200 }}>x</button>,
      `<button data-on:click__debounce.200ms="@post('/x/a%2Fb')">x</button>`,
    ],
    [
      "several listeners",
      <i data-on={{ click: js`a()`, keydown: js`b()` }} />,
      '<i data-on:click="a()" data-on:keydown="b()"></i>',
    ],
    [
      "a set of signals",
      <main data-signals={todo}>
        {"a"}
        {"b"}
      </main>,
      `<main data-signals="{draft: '', open: false}">ab</main>`,
    ],
    [
      "a binding on a void element",
      <input class="a" data-bind={todo.draft} required />,
      '<input class="a" required data-bind="draft"/>',
    ],
    [
      "source that is written out",
      <p data-show="$open && $draft" safe>
        {"<"}
      </p>,
      '<p data-show="$open &amp;&amp; $draft">&lt;</p>',
    ],
    ["beside attrs of text", <p attrs="x-a" data-show={todo.open} />, '<p x-a data-show="$open"></p>'],
    [
      "among attrs",
      <p attrs={{ "data-show": todo.open, title: '"' }} data-text={todo.draft} />,
      '<p title="&#34;" data-show="$open" data-text="$draft"></p>',
    ],
    [
      "two listeners of one event",
      <p data-on:click={js`a()`} data-on={{ click: js`b()` }} />,
      '<p data-on:click="a()" data-on:click__case.kebab="b()"></p>',
    ],
    ["none that is there", <p data-text={undefined} />, "<p></p>"],
    ["none", <p data-id={1} class={["a", false]} />, '<p data-id="1" class="a"></p>'],
  ])("%s", (_, markup, expected) => {
    expect(markup).toBe(expected);
  });

  test("what Datastar cannot carry is refused, by its element", () => {
    // @ts-expect-error -- no signal
    expect(() => <p data-bind={{ signal: Symbol("x") }} />).toThrow("<p> data-bind");
  });
});

test("its markup goes into a patch", async () => {
  const Row = ({ name }: { name: string }) => (
    <li id="row" data-on:click={post("/row")} safe>
      {name}
    </li>
  );
  const response = await elementsResponse(await (<Row name="<Ada>" />));
  expect(await response.text()).toBe(`<li id="row" data-on:click="@post('/row')">&lt;Ada></li>`);
});

test("types know them", () => {
  const wrong = [
    // @ts-expect-error -- no such event
    () => <p data-on={{ clik: js`a()` }} />,
    // @ts-expect-error -- no such modifier
    () => <p data-on:click={{ do: js`a()`, onec: true }} />,
    // @ts-expect-error -- text that is known at run time only
    () => <p data-text={String(Math.random())} />,
    // @ts-expect-error -- as @kitajs/html has it
    () => <p titel="x" />,
  ];
  expect(wrong).toHaveLength(4);
});

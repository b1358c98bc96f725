// What the development runtime says of elements taken together.
import { type Child, createElement } from "datastar-tsx";
import { configureDiagnostics, Fragment } from "datastar-tsx/jsx-dev-runtime";
import { describe, expect, test } from "vitest";
import { component, element, page, Reports } from "./reports.js";

const reports = new Reports();

describe("a button without type in a form that listens for submit", () => {
  const form = (...children: Child[]) => element("form", { "data-on:submit": "@post('/x')", children }, 2);
  const button = (props: object) => element("button", props, 3);

  test("runs both", () => {
    form(element("p", { children: button({ "data-on:click": { do: "$a++", stop: true } }) }, 4));
    expect(reports.texts).toEqual([
      '<button> without a type, a button sends its form: data-on:click runs, and data-on:submit of the form as well; write type="button", or leave data-on:click out. (3)',
    ]);
  });

  test("unless it has a type, prevents that, does nothing itself, or the form does not listen", () => {
    form(
      button({ type: "submit", "data-on:click": "$a++" }),
      button({ "data-on:click__prevent": "$a++" }),
      button({ "data-on:click": "evt.preventDefault()" }),
      button({}),
    );
    element("form", { children: button({ "data-on:click": "$a++" }) }, 2);
    expect(reports.findings).toEqual([]);
  });
});

describe("a button that sends a form which the browser leaves the page for", () => {
  const form = (props: object, ...buttons: Child[]) => element("form", { ...props, children: buttons }, 2);
  const button = (props: object, tag = "button", line = 3) =>
    element(tag, { "data-on:click": "@post('/x')", ...props }, line);
  const gone = (tag: string, line: number) =>
    `<${tag}> the button sends its form as well, and the browser leaves the page while the request of data-on:click is under way; write type="button", or put the action into data-on:submit of the form. (${line})`;

  test("while its request is under way", () => {
    form({}, button({}));
    form({ method: "POST" }, button({ type: "submit" }, "button", 4));
    form({ action: "/x" }, button({ type: "image", alt: "" }, "input", 5));
    expect(reports.texts).toEqual([gone("button", 3), gone("button", 4), gone("input", 5)]);
  });

  test("unless one of them keeps the browser from it, or the button sends the fields", () => {
    form(
      {},
      button({ type: "button" }),
      button({ "data-on:click": "$a++" }),
      button({ "data-on:click": "evt.preventDefault(), @post('/x')" }),
      button({ "data-on:click": "@post('/x', {contentType: 'form'})" }),
      button({ type: "text", "aria-label": "a" }, "input"),
    );
    form({ method: "dialog" }, button({}));
    form({ onsubmit: "return false" }, button({}));
    expect(reports.findings).toEqual([]);
  });
});

describe("ids that two elements have", () => {
  const duplicate = (tag: string, id: string, owner: string, line: number) =>
    `<${tag}> id="${id}": the <${owner}> at /app/page.tsx:${line}:1 has this id already; a patch would find that one only.`;

  test("in a page", () => {
    expect(() =>
      page(element("i", { id: "a" }, 3), element("p", { children: element("b", { id: "a" }, 5) }, 4)),
    ).toThrow(new RegExp(`^${duplicate("b", "a", "i", 3)}\n    at /app/page.tsx:5:1$`));
  });

  test("as soon as they are together", () => {
    const twice = [element("i", { id: "a" }, 3), element("b", { id: "a" }, 4)];
    expect(() => element("p", { children: twice }, 2)).toThrow(duplicate("b", "a", "i", 3));
    const once = element("i", { id: "a" }, 3);
    expect(() => element("p", { children: [once, once] }, 2)).toThrow(duplicate("i", "a", "i", 3));
    for (const line of [5, 6]) element("p", { children: once }, line);
  });

  test("once, though every element around them sees them", () => {
    configureDiagnostics({ errors: "warn", report: reports.add });
    page(
      element(
        "div",
        { children: element("p", { children: [element("i", { id: "a" }, 3), element("b", { id: "a" }, 4)] }, 5) },
        6,
      ),
    );
    expect(reports.texts).toEqual([`${duplicate("b", "a", "i", 3)} (4)`]);
  });

  test("through components, fragments, arrays and iterators", () => {
    const Item = ({ id }: { id: number }): Child => element("li", { id }, 3);
    function* items() {
      for (const id of [1, 2, 1]) yield component(Item, { id }, 4);
    }
    expect(() => page(component(Fragment, { children: [[items()]] }, 5))).toThrow(duplicate("li", "1", "li", 3));
  });

  test("through what is asynchronous", async () => {
    const Later = async ({ line }: { line: number }) => element("li", { id: "a" }, line);
    const List = (): Child => [component(Later, { line: 3 }, 6), Promise.resolve([component(Later, { line: 4 }, 7)])];
    await expect(page(component(List, {}, 8))).rejects.toThrow(duplicate("li", "a", "li", 3));
  });

  test("through asynchronous components with a key behind a spread, which another function renders", async () => {
    const Later = async ({ line }: { line: number }) => element("li", { id: "a" }, line);
    const items = [3, 4].map((line) => createElement(Later, { line }));
    await expect(page(items)).rejects.toThrow(duplicate("li", "a", "li", 3));
  });

  test("not in templates, and doubtful in images", () => {
    const svg = (line: number) => element("svg", { children: element("linearGradient", { id: "g" }, line) }, line);
    page(
      element("template", { children: element("i", { id: "a" }, 3) }, 3),
      element("i", { id: "a" }, 4),
      svg(5),
      svg(6),
    );
    expect(reports.texts).toEqual([`${duplicate("linearGradient", "g", "linearGradient", 5)} (6)`]);
  });
});

// Mistakes that show only with the element an attribute is on, with the attributes beside it, or in none of Datastar's.
import type { GlobalAttributes } from "datastar-tsx";
import { expect, expectTypeOf, test } from "vitest";
import { type AriaAttribute, checkAria } from "../../../src/diagnostics/check-aria.js";
import { checkAttribute } from "../../../src/diagnostics/check-attribute.js";
import { checkHtmlName } from "../../../src/diagnostics/check-html-name.js";
import { checkOrder } from "../../../src/diagnostics/check-order.js";
import { checkExpressionOf } from "../../../src/diagnostics/misplaced-expression.js";
import { checkLink } from "../../../src/diagnostics/page/forms.js";

test("load, on an element that loads nothing", () => {
  const found = [
    {
      rule: "unknown-event",
      severity: "warning",
      message: "data-on:load: a <div> fires no load event; to run something once it is there, write data-init.",
    },
  ];
  expect(checkAttribute("data-on:load", "run()", "div")).toEqual(found);
  for (const tag of ["img", "iframe", "my-element", undefined])
    expect(checkAttribute("data-on:load", "run()", tag)).toEqual([]);
  expect(checkAttribute("data-on:load__window", "run()", "div")).toEqual([]);
});

test("events that fire on the window or the document, and on no element", () => {
  const found = (name: string, tag?: string) => checkAttribute(name, "run()", tag);
  expect(found("data-on:online__debounce.1s", "div")).toEqual([
    {
      rule: "unknown-event",
      severity: "warning",
      message:
        "data-on:online__debounce.1s: it fires on the window, and on no element: write data-on:online__window__debounce.1s.",
      rename: "data-on:online__window__debounce.1s",
    },
  ]);
  expect(found("data-on:visibilitychange", "body").map(({ rename }) => rename)).toEqual([
    "data-on:visibilitychange__document",
  ]);
  expect([
    ...found("data-on:resize__window", "div"),
    ...found("data-on:resize", "video"),
    ...found("data-on:visibilitychange__window", "div"),
    ...found("data-on:visibilitychange__document", "div"),
    ...found("data-on:online", "my-network"),
    ...found("data-on:online"),
  ]).toEqual([]);
});

test("submit, where the client does not keep the browser from sending the form", () => {
  const found = (name: string, tag: string, value = "@post('/x')") =>
    checkAttribute(name, value, tag).map(({ rule, message }) => `${rule} ${message}`);
  expect(found("data-on:submit", "div")).toEqual([
    "native-submit data-on:submit: only where it stands on the form does the client keep the browser from sending that; write it on the form, or with prevent.",
  ]);
  expect(found("data-on:submit", "button")).toEqual([
    "unknown-event data-on:submit: a <button> fires no submit event, its form does: write it on the form, or data-on:click.",
  ]);
  expect([
    ...found("data-on:submit", "form"),
    ...found("data-on:submit__prevent", "div"),
    ...found("data-on:submit__window", "div"),
    ...found("data-on:submit", "div", "evt.preventDefault(), @post('/x')"),
    ...found("data-on:submit", "my-form"),
  ]).toEqual([]);
});

test("data-bind, on an element whose value does not change", () => {
  const found = [
    {
      rule: "nothing-to-bind",
      severity: "warning",
      message: "data-bind: a <div> has no value that changes; bind the input, or show the signal with data-text.",
    },
  ];
  expect(checkAttribute("data-bind", "a", "div")).toEqual(found);
  for (const tag of ["input", "progress", "my-element", undefined])
    expect(checkAttribute("data-bind", "a", tag)).toEqual([]);
  expect(checkAttribute("data-bind__prop.open__event.toggle", "a", "div")).toEqual([]);
});

test("text, on an element that has nothing in it", () => {
  const found = (name: string, tag?: string) => checkAttribute(name, "$a", tag).map(({ message }) => message);
  expect(found("data-text", "input")).toEqual([
    "data-text: a <input> has nothing in it, and shows no text; bind it with data-bind.",
  ]);
  expect(found("data-text", "img")).toEqual([
    "data-text: a <img> has nothing in it, and shows no text; write it on an element around.",
  ]);
  expect([...found("data-text", "p"), ...found("data-text")]).toEqual([]);
});

test("a link that is followed while its request is under way", () => {
  const found = (
    plain: { readonly [name: string]: string },
    attributes: { readonly [name: string]: string },
    tag = "a",
  ) =>
    checkLink(
      tag,
      Object.entries(attributes).map(([name, value]) => ({ name, value })),
      (name) => plain[name],
    );
  expect(found({ href: "/x" }, { "data-on:click": "@get('/y')" })).toEqual([
    {
      rule: "event-default",
      severity: "warning",
      message:
        "data-on:click: the browser follows the link as well, and leaves the page while the request is under way; write the modifier prevent, or a <button>.",
    },
  ]);
  expect([
    ...found({ href: "#x" }, { "data-on:click": "@get('/y')" }),
    ...found({}, { "data-on:click": "@get('/y')" }),
    ...found({ href: "/x", target: "_blank" }, { "data-on:click": "@get('/y')" }),
    ...found({ href: "/x", download: "true" }, { "data-on:click": "@get('/y')" }),
    ...found({ href: "/x" }, { "data-on:click__prevent": "@get('/y')" }),
    ...found({ href: "/x" }, { "data-on:click": "evt.preventDefault(), @get('/y')" }),
    ...found({ href: "/x" }, { "data-on:click": "$a++" }),
    ...found({ href: "/x" }, { "data-on:click": "@get('/y')" }, "link"),
  ]).toEqual([]);
});

test("properties of the DOM and of React's", () => {
  const found = (name: string, tag: string) =>
    checkHtmlName(name, tag).map(({ rule, message }) => `${rule} ${message}`);
  expect([found("strokeWidth", "path"), found("defaultValue", "input"), found("value", "textarea")].flat()).toEqual([
    "property-for-attribute strokeWidth: a <path> has no such attribute in HTML; write stroke-width.",
    "property-for-attribute defaultValue: a <input> has no such attribute in HTML; write value.",
    "property-for-attribute value: a <textarea> has no such attribute in HTML; write the text as its child.",
  ]);
  expect([
    ...found("stroke-width", "path"),
    ...found("viewBox", "svg"),
    ...found("className", "p"),
    ...found("value", "option"),
    ...found("innerHTML", "my-editor"),
  ]).toEqual([]);
});

test("names that begin with aria-", () => {
  expectTypeOf<AriaAttribute>().toEqualTypeOf<Extract<keyof GlobalAttributes, `aria-${string}`>>();
  expect(checkAria("aria-lable")).toEqual([
    {
      rule: "unknown-aria",
      severity: "error",
      message: "aria-lable: there is no such ARIA attribute; did you mean aria-label?",
    },
  ]);
  for (const name of ["aria-label", "aria-describedBy", "area-x", "title"]) expect(checkAria(name)).toEqual([]);
});

test("an indicator behind the request it should show", () => {
  const message =
    "data-indicator: the client has run data-init by then, and the indicator misses the start of its request; write data-indicator in front of it.";
  expect(checkOrder(["id", "data-init", "data-indicator:busy"], "p")).toEqual([
    { rule: "indicator-order", severity: "warning", message },
  ]);
  for (const names of [["data-indicator", "data-init"], ["data-init"], ["data-on:click", "data-indicator"]])
    expect(checkOrder(names, "p")).toEqual([]);
});

test("a listener of a custom element behind what makes it fire", () => {
  const message =
    "data-on: the client has set the attributes of data-attr by then, and an event that the element fires for them is lost; write data-on in front of data-attr.";
  const names = ["id", "data-attr:value", "data-on:change"];
  expect(checkOrder(names, "my-input")).toEqual([{ rule: "listener-order", severity: "warning", message }]);
  expect([...checkOrder(names, "input"), ...checkOrder(names.toReversed(), "my-input")]).toEqual([]);
});

test("expressions in attributes that are none of Datastar's", () => {
  const said = (name: string, isObject = false) => checkExpressionOf(name, isObject).map(({ message }) => message);
  const message = (name: string, right: string, what = "an expression") => [
    `${name}: this is no attribute of Datastar, and cannot take ${what}; did you mean ${right}?`,
  ];
  for (const [name, right] of Object.entries({
    title: "data-attr:title",
    class: "data-class",
    onClick: "data-on:click",
    "data-disabled": "data-attr:disabled",
    "datat-text": "data-text",
    dataOn: "data-on",
    "data-mine": "data-attr:data-mine",
  })) {
    expect(said(name)).toEqual(message(name, right));
  }
  expect(said("data-if")).toEqual([
    "data-if: this is no attribute of Datastar, and cannot take an expression; did you mean data-show? On a template, it is Rocket's: configureClient({ rocket: true }).",
  ]);
  expect(said("data-star-text")).toEqual([
    'data-star-text: the prefix of an alias is printed, by configureClient({ alias: "star" }), and not written: write data-text.',
  ]);
  expect(said("data-events", true)).toEqual(message("data-events", "data-on", "an object"));
  expect(said("data-shwo")).toEqual(["data-shwo: Datastar has no data-shwo; did you mean data-show?"]);
  expect([...said("data-mine", true), ...said("data-show")]).toEqual([]);
});

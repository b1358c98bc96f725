// Attribute plugins and actions that a project has besides those of Datastar.
import { action, definePlugin, js, signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";

definePlugin("on-keys", { keyed: "expression", keyCase: "kebab", modifiers: ["once", "throttle"], runs: "statements" });
definePlugin("on-remove", { value: "expression", runs: "statements" });
definePlugin("tooltip", { value: "expressions", keyed: "expression", runs: "shown" });
const beacon = action<[url: string, data?: object]>("beacon");
const { open, position } = signals({ open: false, position: 0 });

describe("attributes", () => {
  test.each<readonly [what: string, element: unknown, html: string]>([
    ["source", <p data-on-remove="$a++" />, '<p data-on-remove="$a++"></p>'],
    ["an expression", <p data-on-remove={js`${open} = true`} />, '<p data-on-remove="$open = true"></p>'],
    ["a sequence", <p data-on-remove={[js`$a++`, js`$b++`]} />, '<p data-on-remove="$a++; $b++"></p>'],
    ["a key", <p data-on-keys:ctrl-k={js`${open} = true`} />, '<p data-on-keys:ctrl-k="$open = true"></p>'],
    [
      "modifiers",
      <p data-on-keys:ctrl-k={{ do: js`${open} = true`, once: true, throttle: "1s" }} />,
      '<p data-on-keys:ctrl-k__once__throttle.1s="$open = true"></p>',
    ],
    ["an object of names", <p data-tooltip={{ text: open }} />, '<p data-tooltip="{text: $open}"></p>'],
    ["a signal", <p data-tooltip:text={open} />, '<p data-tooltip:text="$open"></p>'],
    ["nothing", <p data-on-remove={null} />, "<p></p>"],
  ])("%s", (_what, element, html) => {
    expect(String(element)).toBe(html);
  });

  test("know their modifiers", () => {
    expect(() => String(<p data-on-keys:k={{ do: js`$a++`, ones: true }} />)).toThrow("ones");
  });
});

describe("actions", () => {
  test("take values, and what the browser computes", () => {
    expect(String(<p data-on-remove={beacon("left", { at: position })} />)).toBe(
      "<p data-on-remove=\"@beacon('left', {at: $position})\"></p>",
    );
    expect(beacon("it's").source).toBe(String.raw`@beacon('it\x27s')`);
  });
});

describe("what cannot be declared", () => {
  test.each<readonly [name: string, plugin: Parameters<typeof definePlugin>[1], message: string]>([
    ["on", { keyed: "expression" }, "data-on is an attribute of Datastar."],
    ["On-Keys", { keyed: "expression" }, 'No plugin can be named "On-Keys".'],
    ["a:b", { keyed: "expression" }, 'No plugin can be named "a:b".'],
    ["empty", {}, 'data-empty needs the form of its value: "value" without a key, "keyed" with one.'],
    // @ts-expect-error There is no such form.
    ["odd", { value: "markup" }, 'data-odd: there is no form "markup"; there are expression, datum,'],
  ])("%s", (name, plugin, message) => {
    expect(() => definePlugin(name, plugin)).toThrow(message);
  });

  test("an action that Datastar has", () => {
    expect(() => action("get")).toThrow("@get is an action of Datastar, which has a helper of its own.");
  });

  test("an action of a name that none can have", () => {
    expect(() => action("a-b")).toThrow('No action can be named "a-b".');
  });
});

// What the server writes for Rocket: components, signals of their own, conditions and loops; and what is said of them.
import {
  action,
  configureClient,
  DatastarScript,
  js,
  localSignals,
  post,
  rocket,
  signals,
  type Codecs,
} from "datastar-tsx";
import { configureDiagnostics, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useClient } from "../../src/base/configure-client.js";
import { checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { lint } from "../eslint/lint.js";

configureClient({ rocket: true });

const props = ({ number, string, bool, date, json, bin, array, object, oneOf }: Codecs) => ({
  count: number.step(1).min(0).default(3),
  label: string.trim.default("Counter"),
  isOpen: bool.default(true),
  startAt: date.default(() => new Date()),
  series: array(number),
  options: json,
  data: bin,
  tone: oneOf("neutral", "info").default("info"),
  row2Items: object({ title: string, at: date }),
});
const Counter = rocket("demo-counter", { props });
const local = localSignals<{ count: number; ui: { open: boolean }; letters: string[] }>();
const { name } = signals({ name: "" });

describe("a component", () => {
  test("its props become the attributes that its codecs read", () => {
    const element = (
      <Counter
        id="stock"
        count={5}
        label="A & B"
        isOpen={false}
        startAt={new Date(0)}
        series={[1, 2]}
        data={new Uint8Array([255, 254])}
        tone="neutral"
        row2Items={{ title: "a", at: new Date(0) }}
        data-on:change={post("/count")}
      >
        <b slot="title">x</b>
      </Counter>
    );
    expect(String(element)).toBe(
      '<demo-counter id="stock" count="5" label="A &amp; B" is-open="false" start-at="1970-01-01T00:00:00.000Z" ' +
        'series="[1,2]" data="//4=" tone="neutral" row-2-items="{&quot;title&quot;:&quot;a&quot;,&quot;at&quot;:' +
        '&quot;1970-01-01T00:00:00.000Z&quot;}" data-on:change="@post(\'/count\')"><b slot="title">x</b></demo-counter>',
    );
  });

  test("what is left out gets the default of the component", () => {
    expect(String(<Counter id="a" count={undefined} label={null} />)).toBe('<demo-counter id="a"></demo-counter>');
  });

  test("types are those of the codecs", () => {
    const Plain = rocket("demo-plain");
    expect(String(<Plain id="p" />)).toBe('<demo-plain id="p"></demo-plain>');
    // @ts-expect-error -- a number
    expect(() => <Counter count="5" />).toThrow("<demo-counter> count cannot be a string.");
    // @ts-expect-error -- one of two
    void (() => <Counter tone="loud" />);
    // @ts-expect-error -- no prop
    void (() => <Counter cuont={5} />);
  });

  test("values of the browser are set by data-attr", () => {
    // @ts-expect-error -- a signal is no number
    expect(() => <Counter count={local.count} />).toThrow(
      "<demo-counter> count takes a value of the server, not the signal $$count: data-attr sets it in the browser.",
    );
    expect(String(<Counter data-attr:count={name} />)).toBe('<demo-counter data-attr:count="$name"></demo-counter>');
  });

  test("a name without a hyphen", () => {
    expect(() => rocket("counter")).toThrow(TypeError);
  });
});

describe("signals of a component", () => {
  test.each([
    ["text", <p data-text={local.count} />, '<p data-text="$$count"></p>'],
    [
      "js",
      <p data-on:click={js`${local.count}++; ${local.ui.open} = ${name}`} />,
      '<p data-on:click="$$count++; $$ui.open = $name"></p>',
    ],
    ["what stands beside one", <p data-text={js`${local.count}-${1}`} />, '<p data-text="$$count- 1"></p>'],
    ["data-bind", <input data-bind={local.count} />, '<input data-bind="$$count">'],
    ["source", <p data-show="$$count > 1" />, '<p data-show="$$count > 1"></p>'],
  ])("%s", (_, element, html) => {
    expect(String(element)).toBe(html);
  });
});

test("conditions and loops", () => {
  const letters = (
    <div>
      <template data-if={js`${local.count} === 0`}>none</template>
      <template data-else-if={local.ui.open}>open</template>
      <template data-else>some</template>
      <template data-for={{ of: local.letters, item: "letter", index: "row" }}>
        <li data-text={js`row + letter`} />
      </template>
    </div>
  );
  expect(String(letters)).toBe(
    '<div><template data-if="$$count === 0">none</template><template data-else-if="$$ui.open">open</template>' +
      '<template data-else>some</template><template data-for="letter, row in $$letters"><li data-text="row + letter"></li></template></div>',
  );
});

test("the bundle with Rocket", () => {
  expect(String(<DatastarScript />)).toBe(
    '<script type="module" src="https://cdn.jsdelivr.net/gh/starfederation/datastar@v1.0.4/bundles/datastar-rocket.js" ' +
      'integrity="sha384-vUxZojLrF1Ar3de5h7VINqhJXBgjyZS4U49pHvGa87kum6j5Xn6JRziuARNw5ELG" crossorigin="anonymous"></script>',
  );
});

describe("what is said where the client has Rocket, and where it has not", () => {
  const said = (name: string, value: string | true, tag = "template") =>
    checkAttribute(name, value, tag).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  beforeEach(() => useClient({ rocket: true }));
  afterEach(() => useClient({ rocket: true }));

  const right: [name: string, value: string | true, tag: string][] = [
    ["data-text", "$$count + 1", "p"],
    ["data-bind", "$$count", "input"],
    ["data-on:click", "@copy($$text)", "button"],
    ["data-if", "$$step === 0", "template"],
    ["data-else", true, "template"],
    ["data-for", "$$letters", "template"],
    ["data-for", "letter, row in $$letters.filter(Boolean)", "template"],
  ];

  test.each(right)("%s=%j is right with it", (name, value, tag) => {
    expect(said(name, value, tag)).toEqual([]);
  });

  test("and wrong, or somebody else's, without", () => {
    useClient({});
    expect(said("data-text", "$$count + 1", "p")[0]).toContain("configureClient({ rocket: true })");
    expect(said("data-bind", "$$count", "input")[0]).toContain("invalid-path");
    expect(said("data-if", "$$step === 0")).toEqual([
      "error unknown-plugin: data-if: data-if is Rocket's: configureClient({ rocket: true }) says that the client has it.",
    ]);
    expect(said("data-for", "a", "template")[0]).toContain("warning unknown-plugin");
    expect(said("data-if", "x", "p")).toEqual([]);
    expect(() => <Counter id="a" />).toThrow("configureClient({ rocket: true })");
  });

  test.each<[name: string, value: string | true, tag: string, found: string]>([
    [
      "data-if",
      "$a",
      "p",
      "error invalid-value: data-if: the client reads the if of <template> only; put a <template> around.",
    ],
    [
      "data-for",
      "item, i, j in $$a",
      "template",
      "error invalid-value: data-for: the names are those of an item and its index, with in behind: item, i in $list.",
    ],
    [
      "data-on:click",
      "@psot('/x')",
      "p",
      "warning unknown-action: data-on:click: @psot is no action of Datastar; did you mean @post, or an action of the component?",
    ],
  ])("%s=%j in <%s>", (name, value, tag, found) => {
    expect(said(name, value, tag)).toEqual([found]);
  });

  test("actions of components can be declared", () => {
    const copy = action<[text: string]>("copyText");
    expect(copy(local.count as never).source).toBe("@copyText($$count)");
  });

  test("the lint goes by its settings", () => {
    const code = "<template data-if={js`$$step === 0`}>a</template>";
    expect(lint(code, { datastar: { client: { rocket: true } } })).toEqual([]);
    expect(lint(code, {})).not.toEqual([]);
  });

  test("__root, by which a key names a signal of the page", () => {
    for (const name of ["data-bind:name__root", "data-computed:twice__root", "data-indicator:busy__root"]) {
      const value = name.startsWith("data-computed") ? "$a * 2" : true;
      expect(said(name, value, "input")).toEqual([]);
      useClient({});
      expect(said(name, value, "input")).toEqual([
        `error unknown-modifier: ${name}: root is Rocket's: configureClient({ rocket: true }) says that the client has it.`,
      ]);
      useClient({ rocket: true });
    }
    expect(said("data-text__root", "$a", "p")[0]).toContain("error unknown-modifier");
  });
});

describe("branches of a condition that Rocket would throw for", () => {
  const missing = (branch: string) =>
    `data-${branch} goes on with the condition of the <template data-if> right before it, and there is none.`;
  const late = (branch: string) =>
    `data-else is the last branch of a condition, and data-${branch} comes behind one: put it before, or begin with data-if.`;

  test.each<[templates: string, messages: readonly string[]]>([
    ["if else-if else-if else", []],
    ["if . else if else", []],
    ["if if else", []],
    ["else", [missing("else")]],
    ["if p else-if else", [missing("else-if")]],
    ["if else else", [late("else")]],
    ["if else else-if", [late("else-if")]],
    ["if+else", ["a template is one branch of a condition, and this one has data-if and data-else: make it several."]],
  ])("%s", (templates, messages) => {
    const written = templates.split(" ").map((branches) => {
      if (branches === ".") return "text";
      if (branches === "p") return "<p />";
      const attributes = branches.split("+").map((branch) => (branch === "else" ? "data-else" : `data-${branch}="$a"`));
      return `<template ${attributes.join(" ")} />`;
    });
    const elements = templates
      .split(" ")
      .map((branches) =>
        branches === "."
          ? "text"
          : branches === "p"
            ? jsxDEV("p", {})
            : jsxDEV(
                "template",
                Object.fromEntries(
                  branches.split("+").map((branch) => [`data-${branch}`, branch === "else" ? true : "$a"]),
                ),
              ),
      );
    for (const around of ["div", Counter]) {
      const reported: string[] = [];
      configureDiagnostics({ errors: "warn", report: ({ message }) => void reported.push(message) });
      jsxDEV(around, { children: elements });
      configureDiagnostics();
      expect(reported).toEqual(messages.map((message) => `<template> ${message}`));
    }
    const linted = (code: string) =>
      lint(code, { datastar: { client: { rocket: true } } }).map((text) =>
        text.replace(/^\S+ error broken-condition: /, ""),
      );
    expect(linted(`<div>${written.join("")}</div>`)).toEqual(messages);
    expect(linted(`<Box><p />${written.join("")}</Box>`)).toEqual(messages);
    // What is not known may be a branch.
    expect(linted(`<div>{list.map(show)}${written.join("")}</div>`)).toEqual([]);
  });
});

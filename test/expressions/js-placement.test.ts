import { type Expression, js } from "datastar-tsx";
import { describe, expect, test } from "vitest";

const value = "x";

describe("a value inside something that is not code is refused", () => {
  const message = (source: string, where: string): string =>
    `js\`${source}\` has a value inside a ${where}. Values become literals with quotes of their own: end the ${where} and join the value with +.`;

  test.each<[where: string, source: string, write: () => Expression]>([
    ["string", "'Hello ${…}'", () => js`'Hello ${value}'`],
    ["string", '"Hello ${…}"', () => js`"Hello ${value}"`],
    ["string", String.raw`'It\'s ${"${…}"}'`, () => js`'It\'s ${value}'`],
    ["string", `"a'" + '"\${…}'`, () => js`"a'" + '"${value}'`],
    ["string", "'never closed ${…}", () => js`'never closed ${value}`],
    ["string", "f(${…}, '${…}')", () => js`f(${value}, '${value}')`],
    ["string", "a / b + '${…}' / c", () => js`a / b + '${value}' / c`],
    ["string", "/'/ + '${…}'", () => js`/'/ + '${value}'`],
    ["template literal", "\\`Hello ${…}\\`", () => js`\`Hello ${value}\``],
    ["template literal", "\\`\\${a} ${…}\\`", () => js`\`\${a} ${value}\``],
    ["template literal", "\\`\\${\\`${…}\\`}\\`", () => js`\`\${\`${value}\`}\``],
    ["template literal", "\\`\\${{ a: 1 }.a} ${…}\\`", () => js`\`\${{ a: 1 }.a} ${value}\``],
    ["comment", "a // ${…}", () => js`a // ${value}`],
    ["comment", "a /* ${…} */", () => js`a /* ${value} */`],
    ["comment", "a /* never closed ${…}", () => js`a /* never closed ${value}`],
    ["regular expression", "/a${…}/.test(b)", () => js`/a${value}/.test(b)`],
    ["regular expression", "x = /[/]${…}/", () => js`x = /[/]${value}/`],
    ["regular expression", "return /${…}/", () => js`return /${value}/`],
    ["regular expression", "f(/\\/${…}/)", () => js`f(/\/${value}/)`],
  ])("%s: %s", (where, source, write) => {
    expect(write).toThrow(message(source, where));
  });

  test("every time", () => {
    const write = () => js`'${value}'`;
    expect(write).toThrow(TypeError);
    expect(write).toThrow(TypeError);
  });
});

describe("a value beside such things is in code", () => {
  test.each<[expression: Expression, source: string]>([
    [js`'a' + ${value} + "b"`, `'a' + 'x' + "b"`],
    [js`'it\'s' + ${value}`, String.raw`'it\'s' + 'x'`],
    [js`\`a\` + ${value}`, "`a` + 'x'"],
    [js`\`a \${${value}} b\``, "`a ${'x'} b`"],
    [js`\`a \${\`b \${${value}}\`}\``, "`a ${`b ${'x'}`}`"],
    [js`\`\${{ a: 1 }.a}\` + ${value}`, "`${{ a: 1 }.a}` + 'x'"],
    [js`/* it's */ ${value}`, "/* it's */ 'x'"],
    [
      js`// it's
${value}`,
      "// it's\n'x'",
    ],
    [js`/'/.test(${value})`, "/'/.test('x')"],
    [js`/[/']/.test(${value})`, "/[/']/.test('x')"],
    [js`a / ${value} / b`, "a / 'x' / b"],
    [js`(a) / ${value} / b`, "(a) / 'x' / b"],
    [js`a[0] / ${value} / b`, "a[0] / 'x' / b"],
    [js`a++ / ${value} / b`, "a++ / 'x' / b"],
    [js`${1} / ${2} / ${3}`, "1 / 2 / 3"],
    [js`$count / ${2} + "/"`, '$count / 2 + "/"'],
    [js`a / ${2} // half`, "a / 2 // half\n"],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

import fc from "fast-check";

const variable = fc.constantFrom(
  "v.text",
  "v.empty",
  "v.number",
  "v.zero",
  "v.yes",
  "v.no",
  "v.nothing",
  "v.url",
  "v.word",
  "v.list",
  "v.props",
  "v.absent?.name",
  "v.next()",
  "state.draft",
  "state",
);
const constant = fc.constantFrom(
  "'a'",
  "'a b'",
  "'<\"&'",
  "''",
  "' '",
  "0",
  "7",
  "-1.5",
  "12n",
  "true",
  "false",
  "null",
  "undefined",
  "limit",
  "[]",
  "{}",
);
const value = fc.oneof({ weight: 3, arbitrary: variable }, { weight: 2, arbitrary: constant });
const template = fc.tuple(fc.constantFrom("", "a-", "<"), variable).map(([text, hole]) => `\`${text}\${${hole}}\``);
const test = fc.oneof(
  variable,
  fc.tuple(variable, variable).map(([x, y]) => `${x} || ${y}`),
  variable.map((x) => `!${x}`),
  fc.tuple(variable, variable, variable).map(([x, y, z]) => `(${x} ? ${y} : ${z})`),
);

const objectOf = (key: fc.Arbitrary<string>, item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.tuple(key, item).map(([key, item]) => `${key}: ${item}`) },
        {
          weight: 1,
          arbitrary: fc.constantFrom("...v.props", "...v.nothing", "number", "[v.word]: v.yes", "get g() { return 1 }"),
        },
      ),
      { maxLength: 4 },
    )
    // Two of these are an error of syntax.
    .filter((properties) => properties.filter((property) => property.startsWith("'__proto__'")).length < 2)
    .map((properties) => `{ ${properties.join(", ")} }`);

const className = fc.constantFrom("a", "b", "'c d'", "'<&'", "''", "7", "'07'", "'__proto__'", "fooBar");
const { item: classItem } = fc.letrec<{ item: string; object: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    value,
    template,
    fc
      .array(fc.oneof(tie("item"), fc.constantFrom("...v.list", "...[v.word, 'z']", "")), { maxLength: 4 })
      .map((items) => `[${items.join(", ")}]`),
    tie("object"),
    fc.tuple(test, tie("item"), tie("item")).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc.tuple(test, tie("item")).map(([test, item]) => `((${test}) && ${item})`),
  ),
  object: objectOf(
    className,
    fc.oneof(
      { weight: 3, arbitrary: test },
      { weight: 1, arbitrary: constant },
      { weight: 1, arbitrary: fc.tuple(test, variable, constant).map(([x, y, z]) => `${x} ? ${y} : ${z}`) },
    ),
  ),
}));

const property = fc.constantFrom("color", "zIndex", "'--a'", "WebkitMask", "msFlex", "background", "'no name'", "7");
const setting = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(variable, template) },
  { weight: 2, arbitrary: fc.constantFrom("'red'", "1", "0", "''", "null", "'a; b'", "'url(x)'", "'\"<\"'") },
  {
    weight: 1,
    arbitrary: fc
      .tuple(test, variable, fc.constantFrom("'blue'", "undefined", "v.unit"))
      .map(([x, y, z]) => `${x} ? ${y} : ${z}`),
  },
  { weight: 1, arbitrary: fc.tuple(variable, fc.constantFrom("'blue'", "2")).map(([x, y]) => `${x} && ${y}`) },
);

/** Attributes that list classes or declarations in literals, with whatever goes into them, right and wrong. */
export const listAttribute: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom("class", "className"), classItem).map(([name, item]) => `${name}={${item}}`),
  fc
    .tuple(fc.constantFrom("class", "className"), fc.array(classItem, { minLength: 1, maxLength: 4 }))
    .map(([name, items]) => `${name}={[${items.join(", ")}]}`),
  objectOf(property, setting).map((object) => `style={${object}}`),
  fc.tuple(test, objectOf(property, setting)).map(([test, object]) => `style={${test} ? ${object} : undefined}`),
);

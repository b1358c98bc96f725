/** Prints the typings of Datastar's attributes and events, from the table of its plugins. */
import { eases, type ModifierKind, modifierKind } from "../../src/attributes/modifier-kinds.js";
import { type Form, type Plugin, type PluginName, plugins } from "../../src/attributes/plugins.js";
import { attributeTexts, modifierTexts, renamed, renamedEvents } from "./datastar-texts.js";
import { domEvents, isLocal, localEvents, localInterface, places } from "./dom-lib.js";
import { doc, header, interfaceSource, quoted } from "./text.js";

const table = Object.entries(plugins) as [PluginName, Plugin][];
const definitionOf = (plugin: PluginName): Plugin => plugins[plugin];

const reference = (plugin: string) => `[Datastar](https://data-star.dev/reference/attributes#data-${plugin})`;
const attributeDoc = (plugin: PluginName, { pro }: Plugin) =>
  doc(`${attributeTexts[plugin]}${pro ? " Datastar Pro." : ""} ${reference(plugin)}`);

const takesModifiers = ({ modifiers = [] }: Plugin) => modifiers.some((name) => name !== "case");

/** The type of a plugin's value without a key. */
function valueType(plugin: PluginName, form: Form): string {
  const modified = takesModifiers(plugins[plugin]);
  const name = JSON.stringify(plugin);
  switch (form) {
    case "expression":
      return modified ? `ExpressionOf<${name}>` : "ExpressionValue | Absent";
    case "expressions":
      return `ExpressionsOf<${name}>`;
    case "functions":
      return "ComputedSignals";
    case "data":
      return "SignalsValue";
    case "path":
      if (plugin === "bind") return 'Binding<"any">';
      return plugin === "indicator" ? "SignalPath<boolean | null | undefined>" : "SignalPath";
    case "filter":
      return modified ? `FilterOf<${name}>` : "FilterValue";
    case "text":
      return "string | Absent";
    case "loop":
      return "LoopValue";
    case "names":
      return "string | readonly string[] | Absent";
    case "events":
      return "EventListeners | Absent";
    case "none":
      return modified ? `FlagOf<${name}>` : "Flag";
    case "datum":
      throw new Error("Only a keyed attribute takes a datum.");
  }
}

const modifierTypes: { readonly [kind in ModifierKind]: string } = {
  flag: "boolean",
  duration: "Duration",
  debounce: "Duration | Timing",
  throttle: "Duration | Timing",
  interval: "Duration | Interval",
  percent: "number",
  case: "Case",
  ease: "Ease",
  name: "string",
  names: "string | readonly string[]",
};

// A case is that of a key; among the attributes without one, only the object of `data-on` has keys.
const modifiersOf = (plugin: PluginName, { modifiers = [] }: Plugin) =>
  modifiers.filter((name) => plugin === "on" || name !== "case");

// An interface for each, since tsc prints its name.
const interfaceName = (plugin: string) =>
  `${plugin.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}Modifiers`;

// Paths and data are objects of their own; the modifiers of a path stand in its type.
const modified = table.flatMap(([plugin, definition]) => {
  const modifiers = definition.value === "path" || definition.value === "data" ? [] : modifiersOf(plugin, definition);
  return modifiers.length === 0 ? [] : [{ plugin, modifiers }];
});

const modifierInterfaces = modified.map(
  ({ plugin, modifiers }) =>
    `/** The modifiers of \`data-${plugin}\`. */\n${interfaceSource(
      interfaceName(plugin),
      [],
      modifiers.map(
        (name) =>
          `${doc(modifierTexts[name] ?? "")}  readonly ${name}?: ${modifierTypes[modifierKind(definitionOf(plugin), name) ?? "flag"]} | undefined;\n`,
      ),
    )}`,
);

const modifierMap = `/** The modifiers that each attribute takes. */\n${interfaceSource(
  "Modifiers",
  [],
  modified.map(({ plugin }) => `  readonly ${quoted(plugin)}: ${interfaceName(plugin)};\n`),
)}`;

const unkeyedOn = (element: string | undefined) =>
  table.flatMap(([plugin, definition]) =>
    definition.value === undefined || definition.on !== element
      ? []
      : [`${attributeDoc(plugin, definition)}  "data-${plugin}"?: ${valueType(plugin, definition.value)};\n`],
  );

/** The elements that have attributes of their own, each with the name of their interface. */
export const datastarElements: ReadonlyMap<string, string> = new Map(
  table.flatMap(([, { on }]) =>
    on === undefined ? [] : [[on, `${on[0]?.toUpperCase()}${on.slice(1)}DatastarAttributes`]],
  ),
);

/** Flags can stand in the name: those without which an attribute does something else, of the free attributes. */
const flagged = table.flatMap(([plugin, { value, modifiers = [], pro }]) =>
  value === undefined || value === "events" || pro
    ? []
    : modifiers.flatMap((name) =>
        modifierKind(definitionOf(plugin), name) === "flag" && name !== "viewtransition"
          ? [
              `${doc(`\`data-${plugin}\`: ${modifierTexts[name] ?? ""} ${reference(plugin)}`)}  "data-${plugin}__${name}"?: ${valueType(plugin, value)};\n`,
            ]
          : [],
      ),
);

const article = (noun: string) => (/^[AEIO]/.test(noun) ? "an" : "a");
const eventDoc = (event: string, type: string) =>
  doc(`Runs on \`${event}\`; \`evt\` is ${article(type)} \`${type}\`. ${reference("on")}`);

const listenersTo = (events: Iterable<readonly [name: string, type: string]>) =>
  [...events].map(([event, type]) => `${eventDoc(event, type)}  "data-on:${event}"?: EventListenerValue;\n`);

const listenersSource = (isMember: (event: string) => boolean) =>
  listenersTo([...domEvents].filter(([event]) => isMember(event)));

/** What the client fires itself. */
const clientEvents = [
  ["datastar-fetch", "CustomEvent"],
  ["datastar-ready", "CustomEvent"],
  ["datastar-signal-patch", "CustomEvent"],
] as const;

const deprecated = [
  ...renamedEvents.map((event) => [`data-on-${event}`, `data-on:${event}`]),
  ...Object.entries(renamed),
].map(([old, name]) => `  /** @deprecated Write \`${name}\`. */\n  "${old}"?: RenamedTo<"${name}">;\n`);

/** What the modifiers take behind their names. */
const modifierValues = `/** A time: milliseconds as a number, or with its unit. */
export type Duration = number | \`\${number}ms\` | \`\${number}s\`;

/** When a debounced or throttled expression runs. */
export interface Timing {
  /** How long to wait. */
  readonly wait: Duration;
  /** Whether to run at the start of the wait. Default: \`false\` when debounced, \`true\` when throttled. */
  readonly leading?: boolean | undefined;
  /** Whether to run at the end of the wait. Default: \`true\` when debounced, \`false\` when throttled. */
  readonly trailing?: boolean | undefined;
}

/** How often to run. */
export interface Interval {
  readonly wait: Duration;
  /** Whether to run at once, too. Default: \`false\`. */
  readonly leading?: boolean | undefined;
}

/** The cases that \`__case\` converts a key to. */
export type Case = "camel" | "kebab" | "snake" | "pascal";

/** How \`data-animate\` goes from one value to the next. */
export type Ease = ${eases.map((name) => JSON.stringify(name)).join(" | ")};
`;

/** The modifiers of the attributes: `src/generated/modifiers.ts`. */
export function modifiersSource(): string {
  return [header + modifierValues, ...modifierInterfaces, modifierMap].join("\n");
}

/** The Datastar attributes of elements: `src/generated/datastar-attributes.ts`. */
export function datastarAttributesSource(): string {
  return [
    `${header}import type {
  Absent,
  Binding,
  ComputedSignals,
  CustomAttributes,
  EventListeners,
  EventListenerValue,
  ExpressionOf,
  ExpressionsOf,
  ExpressionValue,
  FilterOf,
  FilterValue,
  Flag,
  FlagOf,
  LoopValue,
  RenamedTo,
  SignalPath,
  SignalsValue,
} from "../attributes/types.js";
`,
    // No base that is a type alias, such as a mapped type: TypeScript would take all elements for types that depend on
    // `this`, which costs time, and editors would lose the comments.
    `/**
 * The Datastar attributes of every element.
 *
 * @see https://data-star.dev/reference/attributes
 */
${interfaceSource(
  "DatastarAttributes",
  ["CustomAttributes"],
  [
    ...unkeyedOn(undefined),
    ...flagged,
    ...listenersSource((event) => !isLocal(event)),
    ...listenersTo(clientEvents),
    ...deprecated,
  ],
)}`,
    ...Array.from(
      datastarElements,
      ([element, name]) =>
        `/** Datastar attributes of \`<${element}>\` alone. */\n${interfaceSource(name, [], unkeyedOn(element))}`,
    ),
    ...places.map(
      (place) =>
        `/** Datastar attributes for events of the ${place}. */\n${interfaceSource(
          localInterface(place),
          [],
          listenersSource((event) => localEvents[place].has(event)),
        )}`,
    ),
  ].join("\n");
}

/** The events of the DOM: `src/generated/dom-events.ts`. */
export function domEventsSource(): string {
  const members = [...domEvents].map(([event, type]) => `${eventDoc(event, type)}  readonly ${event}?: Value;\n`);
  return `${header}
/** What runs on the events that elements, documents and windows fire. */
${interfaceSource("DomEventListeners<Value>", [], members)}
/** The events that elements, documents and windows fire. */
export type DomEventName = keyof DomEventListeners<unknown>;

/** Their names, which a type does not tell at run time. */
export const domEvents: ReadonlySet<string> = new Set([
${[...domEvents.keys()].map((name) => `  "${name}",\n`).join("")}]);
`;
}

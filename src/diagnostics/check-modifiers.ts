import { cases as listedCases, eases, type ModifierKind, modifierKind } from "../attributes/modifier-kinds.js";
import type { Plugin } from "../attributes/plugins.js";
import { kebab } from "../base/kebab.js";
import { longestTime } from "../base/limits.js";
import { checkEvent } from "./check-event.js";
import { type Diagnostic, error, warning } from "./diagnostic.js";
import { suggest } from "./nearest.js";
import type { AttributeName, Modifier } from "./parse-name.js";

const cases: readonly string[] = listedCases;
const kinds: readonly string[] = eases;

/** Checks the modifiers of an attribute against those that its plugin has. */
export function checkModifiers(name: AttributeName, plugin: Plugin): readonly Diagnostic[] {
  return name.modifiers.flatMap((modifier) => {
    // HTML folds capitals, and the client knows the names in lower case.
    const folded = modifier.name.toLowerCase();
    const kind = modifierKind(plugin, folded);
    return kind === undefined
      ? [unknownModifier(name, modifier, plugin)]
      : checkTags({ ...modifier, name: folded }, kind, name);
  });
}

function unknownModifier(name: AttributeName, modifier: Modifier, plugin: Plugin): Diagnostic {
  if (plugin.rocketModifiers?.includes(modifier.name.toLowerCase()))
    return error(
      "unknown-modifier",
      `${modifier.name} is Rocket's: configureClient({ rocket: true }) says that the client has it.`,
    );
  const known = plugin.modifiers ?? [];
  const joined = new RegExp(
    `^(${known.join("|")})[_:=-]?(\\d+(?:ms|s)?|(?<=case[_:=-])(?:${cases.join("|")}))$`,
    "i",
  ).exec(modifier.name);
  if (known.length > 0 && joined !== null) {
    const right = `__${joined[1]?.toLowerCase()}.${joined[2]}`;
    return error("unknown-modifier", `what a modifier takes follows a dot: ${right}.`, rename(name, modifier, right));
  }
  const meant = elsewhere[modifier.name.toLowerCase()];
  if (meant !== undefined && known.includes(meant)) {
    return error(
      "unknown-modifier",
      `data-${name.plugin} has no modifier "${modifier.name}"; did you mean ${meant}?`,
      rename(name, modifier, `__${meant}`),
    );
  }
  if (name.plugin === "on" && keys.test(modifier.name)) {
    return error(
      "unknown-modifier",
      `data-on has no modifier "${modifier.name}"; look at the key in the expression, as in evt.key === 'Enter' && ….`,
    );
  }
  if (name.plugin === "class" && !cases.includes(modifier.name)) {
    return error(
      "unknown-modifier",
      `data-class has no modifier "${modifier.name}", as which the client reads what follows two underscores; a class with "__" in its name goes into an object: data-class={{ "${name.key ?? ""}__${modifier.name}": … }}.`,
    );
  }
  if (cases.includes(modifier.name) && known.includes("case")) {
    const right = `__case.${modifier.name}`;
    return error("unknown-modifier", `what a modifier takes follows a dot: ${right}.`, rename(name, modifier, right));
  }
  const all =
    known.length === 0
      ? `data-${name.plugin} takes none.`
      : `the modifiers of data-${name.plugin} are ${known.join(", ")}.`;
  return error(
    "unknown-modifier",
    `data-${name.plugin} has no modifier "${modifier.name}"; ${suggest(modifier.name, known, all)}`,
  );
}

// As the DOM, other frameworks and other parts of Datastar name them.
const elsewhere: { readonly [name: string]: string | undefined } = {
  preventdefault: "prevent",
  stoppropagation: "stop",
  onlyifmissing: "ifmissing",
  interval: "duration",
  every: "duration",
  "view-transition": "viewtransition",
};

const keys = /^(?:enter|esc|escape|space|tab|up|down|left|right|ctrl|shift|alt|meta|cmd|key|[a-z])$/i;

/** The whole name, with one of its modifiers written in another way. */
function rename({ plugin, key, modifiers }: AttributeName, changed: Modifier, written: string): string {
  const tail = modifiers.map((modifier) =>
    modifier === changed || modifier.name === changed.name ? written : print(modifier),
  );
  return `data-${plugin}${key === undefined ? "" : `:${key}`}${tail.join("")}`;
}

function print({ name, tags }: Modifier): string {
  return `__${[name, ...tags].join(".")}`;
}

type TagCheck = (tags: readonly string[], modifier: Modifier, name: AttributeName) => readonly Diagnostic[];

const checks: { readonly [kind in ModifierKind]: TagCheck } = {
  flag: (tags, { name }) => tags.map((tag) => error("unknown-tag", `${name} stands alone, without ".${tag}".`)),
  duration: timed(),
  debounce: timed("leading", "notrailing"),
  throttle: timed("noleading", "trailing"),
  interval: timed("leading"),
  percent: ([tag = "", ...rest], { name }) => {
    const fits = rest.length === 0 && /^\d+$/.test(tag) && Number(tag) <= 100;
    return fits ? [] : [error("unknown-tag", `${name} takes a whole number from 0 to 100: __${name}.25.`)];
  },
  case: (tags) => {
    if (tags.length === 0)
      return [error("unknown-tag", "case needs one of camel, kebab, snake, pascal: __case.camel.")];
    return tags
      .filter((tag) => !cases.includes(tag.toLowerCase()))
      .map((tag) =>
        error("unknown-tag", `there is no case "${tag}"; ${suggest(tag, cases, `there are ${cases.join(", ")}.`)}`),
      );
  },
  ease: ([tag = "", ...rest], { name }) =>
    rest.length === 0 && kinds.includes(tag)
      ? []
      : [
          error(
            "unknown-tag",
            `${name} takes one of its kinds; ${suggest(tag, eases, `there are ${eases.join(", ")}.`)}`,
          ),
        ],
  name: (tags, modifier, name) => {
    const [tag = ""] = tags;
    if (tag === "" || tags.length > 1)
      return [error("unknown-tag", `${modifier.name} takes the name of one property: __${modifier.name}.checked.`)];
    if (!/[A-Z]/.test(tag)) return [];
    const right = `__${modifier.name}.${kebab(tag)}`;
    return [
      error("folded-capitals", `HTML folds the capitals of "${tag}"; write ${right}.`, rename(name, modifier, right)),
    ];
  },
  names: (tags, { name }) => {
    if (tags.length === 0 || tags.includes(""))
      return [error("unknown-tag", `${name} needs the names of events: __${name}.change.`)];
    return tags.flatMap((tag) => checkEvent(tag));
  },
};

function checkTags(modifier: Modifier, kind: ModifierKind, name: AttributeName): readonly Diagnostic[] {
  return checks[kind](modifier.tags, modifier, name);
}

function timed(...edges: readonly string[]): TagCheck {
  return ([wait = "", ...rest], { name }) => {
    // The client takes the first tag for the time, whatever it is.
    if (!/^\d+(?:ms|s)?$/i.test(wait)) {
      return [
        error(
          "unknown-tag",
          wait === ""
            ? `${name} needs a time: __${name}.500ms.`
            : `"${wait}" is no time; write __${name}.500ms or __${name}.1s.`,
        ),
      ];
    }
    if (parseInt(wait) * (/\ds$/i.test(wait) ? 1000 : 1) > longestTime) {
      return [
        error(
          "unknown-tag",
          `${name} is longer than timers know, and would be over at once: write at most ${longestTime}ms.`,
        ),
      ];
    }
    if (name === "duration" && parseInt(wait) === 0)
      return [
        warning("idle-modifier", "a duration of 0 runs it as often as the browser can; give it a time: __duration.1s."),
      ];
    return rest
      .filter((tag) => !edges.includes(tag.toLowerCase()))
      .map((tag) => {
        if (/^\d+m?s$/.test(tag))
          return error(
            "unknown-tag",
            `a dot ends the time; write whole milliseconds: __${name}.${Number(`${wait}.${parseInt(tag)}`) * (tag.endsWith("ms") ? 1 : 1000)}ms.`,
          );
        const all = edges.length === 0 ? "it takes a time only." : `it takes ${edges.join(" and ")}.`;
        if (edges.includes(`no${tag}`))
          return warning("unknown-tag", `${tag} is what ${name} does anyway; leave it out.`);
        const old = edges.find((edge) => edge.startsWith(tag));
        return error(
          "unknown-tag",
          `${name} has no "${tag}"; ${old === undefined ? suggest(tag, edges, all) : `did you mean ${old}?`}`,
        );
      });
  };
}

import { findPlugin, isRocketPlugin, plugins } from "../attributes/plugins.js";
import { setting } from "../base/client.js";
import { kebab } from "../base/kebab.js";
import { domEvents } from "../generated/dom-events.js";
import { actions } from "./actions.js";
import { actionCall } from "./client-source.js";
import { type Diagnostic, diagnostic, error, warning } from "./diagnostic.js";
import { nearest, slips } from "./nearest.js";
import { type AttributeName } from "./parse-name.js";

/** A value as the client will read it: source text, `true` for none, `undefined` when it is not known. */
export type AttributeValue = string | true | undefined;

/**
 * Names from before Datastar 1.0. Those that could as well belong to somebody else count with a Datastar value only.
 */
const renamed: { readonly [name: string]: { readonly to: string; readonly common?: true } } = {
  "on-load": { to: "init" },
  "on-signal-change": { to: "on-signal-patch" },
  "on-signals-change": { to: "on-signal-patch" },
  "merge-signals": { to: "signals" },
  "fetch-indicator": { to: "indicator", common: true },
  intersects: { to: "on-intersect", common: true },
  store: { to: "signals", common: true },
  model: { to: "bind", common: true },
};

/** Attributes whose key once followed a hyphen; nobody else has names that begin with the certain ones. */
const onceHyphenated = /^(?<plugin>(?<certain>on|signals|computed)|bind|class|attr|style|ref|indicator)-(?<key>.+)$/;

// One letter away from a short plugin name, and likely to be meant as it stands.
const ordinary = new Set(
  (
    "affect animation att band bins bond classes computer ext find glass href hint how hunt ignored int inits key kind knit mind next once one only own " +
    "packet pocket red refs rel rev rest shop shot shown shows slow snow socket socks styled styles tent test texts title unit units wind"
  ).split(" "),
);

/** Checks a name that no plugin has. Most are none of Datastar's business. */
export function checkUnknownName(
  name: AttributeName,
  value: AttributeValue,
  tag: string | undefined,
): readonly Diagnostic[] {
  const { plugin, key, tail } = name;
  const folded = kebab(plugin).replace(/^-/, "");
  const keyed = key === undefined ? "" : `:${key}`;
  if (findPlugin(plugin.toLowerCase()) !== undefined) {
    const right = `data-${plugin.toLowerCase()}${keyed}${tail}`;
    return [error("folded-capitals", `the names of Datastar are in lower case: write ${right}.`, right)];
  }
  if (findPlugin(folded) !== undefined) {
    const right = `data-${folded}${keyed}${tail}`;
    return [
      error(
        "folded-capitals",
        `HTML folds the capitals, and Datastar has no data-${plugin.toLowerCase()}: write ${right}.`,
        right,
      ),
    ];
  }
  const certain = isDatastar(name, value);
  return (
    withoutRocket(name, certain, tag) ??
    aliased(name) ??
    (key === undefined
      ? oldSpelling(onceHyphenated.test(plugin) ? plugin : folded, tail, value, certain)
      : undefined) ??
    misspelling(name, folded, value, certain)
  );
}

/** What would be an attribute of a client that has Rocket. */
function withoutRocket(
  { plugin, key }: AttributeName,
  certain: boolean,
  tag: string | undefined,
): readonly Diagnostic[] | undefined {
  if (key !== undefined || !isRocketPlugin(plugin) || !(certain || tag === "template")) return undefined;
  return [
    diagnostic(
      "unknown-plugin",
      certain ? "error" : "warning",
      `data-${plugin} is Rocket's: configureClient({ rocket: true }) says that the client has it.`,
    ),
  ];
}

/** The name as it is printed for a client with an alias. */
function aliased({ plugin, key, tail }: AttributeName): readonly Diagnostic[] | undefined {
  const [, alias, bare = ""] = /^([a-z][a-z\d]*)-(.+)$/.exec(plugin) ?? [];
  if ((alias !== "star" && alias !== setting.client.alias) || findPlugin(bare) === undefined) return undefined;
  const right = `data-${bare}${key === undefined ? "" : `:${key}`}${tail}`;
  return [
    error(
      "unknown-plugin",
      `the prefix of an alias is printed, by configureClient({ alias: "${alias}" }), and not written: write ${right}.`,
      right,
    ),
  ];
}

function oldSpelling(
  name: string,
  tail: string,
  value: AttributeValue,
  certain: boolean,
): readonly Diagnostic[] | undefined {
  const found = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  if (found !== undefined) {
    if (found.common && !certain) return undefined;
    const right = `data-${found.to}${tail}`;
    return [error("old-spelling", `since Datastar 1.0 this is ${right}.`, right)];
  }
  const parts = onceHyphenated.exec(name)?.groups;
  if (parts === undefined) return undefined;
  const { plugin = "", key = "" } = parts;
  const isEvent = plugin === "on" && domEvents.has(key);
  if (!isEvent && nearest(name, hyphenatedPlugins) !== undefined) return undefined;
  const right = `data-${plugin}:${key}${tail}`;
  // A key names the signal here, so that there is no value.
  const isPath = findPlugin(plugin)?.value === "path" && (value === true || value === "");
  const isError = isEvent || isPath || certain || (parts["certain"] !== undefined && plugin !== "on");
  // What is no code can well be data of the author's own: `data-ref-id="7"`.
  const isCode = value === undefined ? plugin === "on" : value !== true && /[()[\]{}=!?<>'"`;]/.test(value);
  if (!isError && !isCode) return [];
  return [
    diagnostic(
      "old-spelling",
      isError ? "error" : "warning",
      `since Datastar 1.0 a key follows a colon: ${right}.`,
      right,
    ),
  ];
}

// Those of Rocket are anybody's words.
const pluginNames = Object.keys(plugins).filter((name) => !isRocketPlugin(name));
const hyphenatedPlugins = pluginNames.filter((name) => name.includes("-"));

function misspelling(
  name: AttributeName,
  folded: string,
  value: AttributeValue,
  certain: boolean,
): readonly Diagnostic[] {
  const { plugin, key, tail } = name;
  const severity = certain ? "error" : "warning";
  const event = /^(?:on[._]?)(.+)$/.exec(plugin.toLowerCase())?.[1] ?? "";
  if (key === undefined && domEvents.has(event)) {
    const right = `data-on:${event}${tail}`;
    return [
      diagnostic(
        "unknown-plugin",
        severity,
        `Datastar has no data-${plugin}; the event follows a colon: ${right}.`,
        right,
      ),
    ];
  }
  const near = nearest(folded, pluginNames, Math.min(slips(folded), certain || folded.includes("-") ? 2 : 1));
  if (near !== undefined && (certain || !ordinary.has(folded))) {
    return [diagnostic("unknown-plugin", severity, `Datastar has no data-${plugin}; did you mean data-${near}?`)];
  }
  if (typeof value !== "string" || !isSource(value)) return [];
  const meant = domEvents.has(folded) ? `; did you mean data-on:${folded}?` : ", so that its value is plain text.";
  return [warning("unknown-plugin", `Datastar has no data-${plugin}${meant}`)];
}

/** Whether a value is source of Datastar, whatever it stands in: it calls an action, or is a signal and nothing else. */
function isSource(value: string): boolean {
  return (
    /^!?\s*\$[A-Za-z_]\w*(?:\.\w+)*$/.test(value.trim()) ||
    Array.from(value.matchAll(actionCall)).some(([, action = ""]) => actions.has(action))
  );
}

/** Whether an attribute shows by its form that it was meant for Datastar. */
function isDatastar({ key, modifiers }: AttributeName, value: AttributeValue): boolean {
  return (
    key !== undefined || modifiers.length > 0 || (typeof value === "string" && /\$[A-Za-z_]|@[A-Za-z]\w*\(/.test(value))
  );
}

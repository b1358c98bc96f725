import { setting } from "../base/client.js";

/** What a modifier takes behind its name. */
export type ModifierKind =
  | "flag"
  | "duration"
  | "debounce"
  | "throttle"
  | "interval"
  | "percent"
  | "case"
  | "ease"
  | "name"
  | "names";

/** The cases that the modifier `__case` converts a key to. */
export const cases = ["camel", "kebab", "snake", "pascal"] as const;

/** How `data-animate` goes from one value to the next. Three more that it names throw in the client. */
// oxfmt-ignore
export const eases = [
  "linear", "quadratic", "cubic", "elastic", "inquad", "outquad", "inoutquad", "incubic", "outcubic", "inoutcubic",
  "inquart", "outquart", "inoutquart", "inquint", "outquint", "inoutquint", "insine", "outsine", "inoutsine", "inexpo",
  "outexpo", "inoutexpo", "incirc", "outcirc", "inoutcirc", "inelastic", "outelastic", "inoutelastic", "inback",
  "outback", "inoutback", "outbounce", "ingolden", "outgolden",
] as const;

// What a modifier takes is mostly the same in every plugin; those that are not here are flags.
const modifierKinds: { readonly [modifier: string]: ModifierKind } = {
  case: "case",
  debounce: "debounce",
  delay: "duration",
  duration: "interval",
  ease: "ease",
  event: "names",
  prop: "name",
  threshold: "percent",
  throttle: "throttle",
};

/** What has modifiers. */
interface Modified {
  readonly modifiers?: readonly string[];
  readonly rocketModifiers?: readonly string[];
  readonly kinds?: { readonly [modifier: string]: ModifierKind };
}

/** What a modifier takes; `undefined` for one that the plugin does not have. */
export function modifierKind({ modifiers, rocketModifiers, kinds }: Modified, name: string): ModifierKind | undefined {
  const isThere = modifiers?.includes(name) || (setting.client.rocket && rocketModifiers?.includes(name));
  return isThere ? (kinds?.[name] ?? modifierKinds[name] ?? "flag") : undefined;
}

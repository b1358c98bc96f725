import { setting } from "../base/client.js";
import { describe } from "../base/describe.js";
import { isFromBrowser } from "../expressions/held-value.js";
import type { GlobalAttributes } from "../generated/elements.js";
import type { Html } from "../html/html.js";
import { declareElement, type ElementOf } from "../jsx/element-component.js";
import { jsx } from "../jsx/jsx.js";
import { type Codec, type Codecs, codecs, encode, type Props } from "./rocket-codecs.js";

export type { Codec, Codecs, Props } from "./rocket-codecs.js";

/** What the server needs to know of a component: the same function that the browser's `rocket()` gets. */
export interface RocketDefinition<Defs> {
  readonly props?: ((codecs: Codecs) => Defs) | undefined;
}

type Defined = { readonly [name: string]: Codec<unknown> };

/** The props of a component of Rocket in TSX: its own, and what every element takes. */
export type RocketProps<Defs extends Defined> = Omit<GlobalAttributes, keyof Defs> & {
  readonly [name in keyof Props<Defs>]?: Props<Defs>[name] | null | undefined;
};

/**
 * Declares a component of Rocket that the browser defines, so that TSX knows its tag and its props. Each prop becomes
 * the attribute that its codec reads; what is left out gets the default of the component. An `id` names the instance.
 *
 * ```tsx
 * const Counter = rocket("demo-counter", {
 *   props: ({ number, string }) => ({ count: number.min(0), label: string.trim.default("Counter") }),
 * });
 *
 * <Counter id="stock" count={5} label="Inventory" />; // <demo-counter id="stock" count="5" label="Inventory">
 * ```
 *
 * @param tag the name of the element, with a hyphen
 * @throws TypeError for what is no name of a custom element; the component throws where the client has no Rocket, and
 *   for a value that its codec cannot carry
 * @see https://data-star.dev/reference/rocket
 */
export function rocket<Defs extends Defined = Record<never, never>>(
  tag: string,
  { props }: RocketDefinition<Defs> = {},
): (props: RocketProps<Defs>) => Html | Promise<Html> {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(tag))
    throw new TypeError(
      `The name of a component has a hyphen and no capitals: "demo-counter", not ${JSON.stringify(tag)}.`,
    );
  const defined = new Map(Object.entries<Codec<unknown>>(props?.(codecs) ?? {}));
  const elementOf: ElementOf = (given) => {
    if (!setting.client.rocket)
      throw new TypeError(
        `<${tag}> is a component of Rocket: configureClient({ rocket: true }) says that the client has it.`,
      );
    const attributes: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(given)) {
      const codec = defined.get(name);
      if (codec === undefined) attributes[name] = value;
      else attributes[attributeOf(name)] = encoded(codec, value, `<${tag}> ${name}`);
    }
    return { tag, props: attributes };
  };
  return declareElement((given: RocketProps<Defs>) => {
    const element = elementOf(given);
    return jsx(element.tag, element.props);
  }, elementOf);
}

function encoded(codec: Codec<unknown>, value: unknown, where: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object" && isFromBrowser(value))
    throw new TypeError(
      `${where} takes a value of the server, not ${describe(value)}: data-attr sets it in the browser.`,
    );
  return encode(codec, value, where);
}

/** The attribute of a prop, as Rocket writes it. */
function attributeOf(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([a-z])(\d+)/gi, "$1-$2")
    .replace(/(\d+)([a-z])/gi, "$1-$2")
    .replace(/[\s_]+/g, "-")
    .toLowerCase();
}

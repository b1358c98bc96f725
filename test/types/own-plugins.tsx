// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { action, type Expression, type ExpressionOf, js, signals } from "datastar-tsx";

declare module "datastar-tsx" {
  interface CustomAttributes {
    readonly "data-on-swipe:left"?: ExpressionOf<"on">;
    readonly "data-hint"?: string;
  }
}

const { open } = signals({ open: false });
const beacon = action<[url: string, data?: object]>("beacon");
const clamp = action<[value: number, to: number], number>("clamp");

export const right = (
  <>
    <p data-on-swipe:left={js`${open} = true`} data-hint="Open" />
    <circle data-on-swipe:left={{ do: beacon("left", { open }), once: true }} />
    <p data-text={clamp(js<number>`1`, 2)} />
  </>
);
export const number: Expression<number> = clamp(1, 2);

// @ts-expect-error What runs is source or an expression.
export const value = <p data-on-swipe:left={5} />;
// @ts-expect-error
export const modifier = <p data-on-swipe:left={{ do: "$a++", ones: true }} />;
// @ts-expect-error
export const text = <p data-hint={5} />;
// @ts-expect-error
export const argument = beacon(5);
// @ts-expect-error
export const missing = clamp(1);

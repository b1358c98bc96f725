import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export const toMarkup = (value: VNode): string => renderToString(value);

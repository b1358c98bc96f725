// Checked by the newest tsc only: it takes seconds, since TypeScript intersects the attributes of all elements.
import type { JSX } from "datastar-tsx/jsx-runtime";

declare const Tag: keyof JSX.IntrinsicElements;

export const ofAnyName = (
  <Tag id="a" class="b" data-show="$a === 1">
    text <b>and elements</b>
  </Tag>
);

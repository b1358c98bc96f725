import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { type Elements, elementsToString } from "../events/elements.js";
import type { EventMethods } from "../events/event-methods.js";
import { elementsPatcher } from "../events/patch-elements.js";
import type { PatchElementsOptions } from "../events/patch-options.js";
import { report } from "./channel-options.js";
import type { Channel } from "./channel.js";
import { isConsequence } from "./closed.js";

/** Options of `patchEach`: how all parts are patched. */
export type PatchEachOptions = PatchElementsOptions & {
  /** Gets what a part fails with, and its place among them, from 0. Default: `onError` of the stream. */
  readonly onError?: ((error: unknown, part: number) => void) | undefined;
};

/** Patches parts of a page, each as soon as it is ready. */
export function patchEach(
  sse: EventMethods<Promise<void>>,
  channel: Channel,
  parts: readonly Elements[],
  { onError, ...patch }: PatchEachOptions = {},
): Promise<void> {
  const reportPart = (error: unknown, part: number): void => {
    if (onError === undefined) channel.report(error);
    else report({ onError: (failure) => onError(failure, part) }, error);
  };
  if (!Array.isArray(parts)) {
    abandon(parts);
    throw new TypeError(`patchEach takes an array of parts, not ${describe(parts)}.`);
  }
  // Before the options are checked: promises among the elements are looked after from here on.
  const made = parts.map(async (part, index) =>
    elementsToString(part, patch, {
      get signal() {
        return channel.signal;
      },
      report: (error) => reportPart(error, index),
    }),
  );
  for (const html of made) html.catch(() => {});
  elementsPatcher(patch);
  const send = async (html: Promise<string>, part: number): Promise<void> => {
    try {
      const markup = await html;
      // Absent ones are left out.
      if (markup !== "") await sse.patchElements(markup, patch);
    } catch (error) {
      if (isConsequence(error, channel)) throw error;
      reportPart(error, part);
    }
  };
  const release = channel.holds.add();
  const sent = Promise.all(made.map(send)).then(release, (error: unknown) => {
    release();
    throw error;
  });
  // Nobody has to wait for it.
  sent.catch(() => {});
  return sent;
}

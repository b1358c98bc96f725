import { shared } from "./shared.js";

const advised: { listener?: (advice: string) => void } = shared("advice", () => ({}));

/** For the development runtime, which is the only one that listens: production has nobody to advise. */
export function onAdvice(listen: (advice: string) => void): void {
  advised.listener = listen;
}

/** Tells whoever develops what works, and is hardly meant. */
export function advise(advice: () => string): void {
  advised.listener?.(advice());
}

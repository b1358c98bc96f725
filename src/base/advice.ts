let listener: ((advice: string) => void) | undefined;

/** For the development runtime, which is the only one that listens: production has nobody to advise. */
export function onAdvice(listen: (advice: string) => void): void {
  listener = listen;
}

/** Tells whoever develops what works, and is hardly meant. */
export function advise(advice: () => string): void {
  listener?.(advice());
}

export const numbers: readonly number[] = Array.from({ length: 250 }, (_, i) => i);

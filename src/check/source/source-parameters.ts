import type { WrittenSource } from "./written-source.js";

/** What an expression may name besides the browser's: of one that may stand anywhere, nothing is known. */
export function parametersOf({ place }: WrittenSource): readonly (readonly [name: string, type: string])[] {
  if (place === undefined) return ["evt", "el", "patch"].map((name) => [name, "any"]);
  const tag = place.tag === undefined ? "undefined" : JSON.stringify(place.tag);
  const element = ["el", place.tag === undefined ? "any" : `__ds.ElementOf<${tag}>`] as const;
  if (place.plugin === "on" && place.event !== undefined) {
    const event = `__ds.EventOf<${JSON.stringify(place.event)}, ${tag}>`;
    // The window has it under another name.
    return [["evt", event], ["event", event], element];
  }
  if (place.plugin === "on-signal-patch") return [["patch", "__ds.Patch"], element];
  return [element];
}

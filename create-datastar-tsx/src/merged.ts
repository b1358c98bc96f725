/** What JSON has. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A file of JSON that was written in two parts. Of what both have, the second counts. */
export function merged(first: Json, second: Json): Json {
  if (!isObject(first) || !isObject(second)) return second;
  const entries = Object.entries(second).map(([key, value]): [string, Json] => {
    const before = first[key];
    return [key, before === undefined ? value : merged(before, value)];
  });
  return { ...first, ...Object.fromEntries(entries) };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

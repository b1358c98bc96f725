/** Names a value for an error message: "a function", "an Array", "a plain object with id, title in it". */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const name = typeof value === "object" ? value.constructor?.name : typeof value;
  if (name === "") return "an object of a class without a name";
  if (name === undefined || name === "Object")
    return `a plain object with ${Object.keys(value).slice(0, 3).join(", ") || "nothing"} in it`;
  // Most classes whose names begin with a U are spoken with a consonant: User, URL, Uint8Array.
  return `${/^(?:[aeio]|html)/i.test(name) ? "an" : "a"} ${name}`;
}

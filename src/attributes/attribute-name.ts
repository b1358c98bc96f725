/**
 * Checks the name of an attribute, or what is to stand in one behind a prefix.
 *
 * @param where what the attribute belongs to, for the error message
 * @throws TypeError for a name that HTML does not allow
 * @see https://html.spec.whatwg.org/multipage/syntax.html#attributes-2
 */
export function checkAttributeName(name: string, where: string, prefix = ""): void {
  if (!/^[^\s"'<>/=\p{Cc}]+$/u.test(name)) {
    throw new TypeError(`${where}: HTML allows no attribute named ${JSON.stringify(prefix + name)}.`);
  }
}

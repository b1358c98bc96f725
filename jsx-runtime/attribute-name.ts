/**
 * @param where what the attribute belongs to, for the error message
 * @throws TypeError for a name that an attribute cannot have
 * @see https://html.spec.whatwg.org/multipage/syntax.html#attributes-2
 */
export function checkAttributeName(name: string, where: string): void {
  if (!/^[^\s"'<>/=\p{Cc}]+$/u.test(name)) {
    throw new TypeError(`${where}: HTML allows no attribute named ${JSON.stringify(name)}.`);
  }
}

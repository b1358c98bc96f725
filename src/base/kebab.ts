/**
 * Writes `fooBar` as `foo-bar`: the conversion of CSS names, which Datastar's client reverses exactly.
 *
 * @see https://drafts.csswg.org/cssom/#idl-attribute-to-css-property
 */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** Where a patch goes, as its options say. */
export interface PatchTarget {
  readonly selector?: string | undefined;
  readonly mode?: string | undefined;
}

/**
 * Markup that is safe to put into a page: what a JSX expression evaluates to. It is recognised by identity, which no
 * data can forge, and prints as its markup.
 */
export class Html {
  // Keeps objects that merely have the same shape from passing for markup in the type checker.
  declare protected readonly brand: never;

  /** The markup. */
  readonly html: string;

  /** For the runtime; {@link raw} is the way to make one. */
  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }

  /** The development runtime checks here what is about to be patched. */
  checkPatch?(target: PatchTarget): void;
}

/**
 * Takes a string as markup, unescaped: the one escape hatch. Never pass it anything a user wrote. It also takes what
 * components of @kitajs/html return, which are strings.
 *
 * @throws TypeError for anything but a string
 */
export function raw(html: string): Html;
export function raw(html: Promise<string>): Promise<Html>;
export function raw(html: string | Promise<string>): Html | Promise<Html>;
export function raw(html: string | Promise<string>): Html | Promise<Html> {
  if (typeof html === "string") return new Html(html);
  if (html instanceof Promise) {
    const markup = html.then((text) => raw(text));
    // A failure is for whoever awaits this; it must not end the process when an error elsewhere keeps it from being used.
    markup.catch(() => {});
    return markup;
  }
  throw new TypeError(`raw() takes a string of HTML, not ${String(html)}.`);
}

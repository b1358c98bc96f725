import { hasBrand } from "../base/brand.js";

const brand: unique symbol = Symbol.for("datastar-tsx.Html");

/** Where a patch goes, as its options say. */
export interface PatchTarget {
  readonly selector?: string | undefined;
  readonly mode?: string | undefined;
}

/** For whom a patch is made. */
export interface PatchContext {
  /** Aborted when nobody waits for the patch any more. */
  readonly signal?: AbortSignal | undefined;
  /** Takes an error that the patch shows, and that nobody else would hear of. Default: `console.error`. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/**
 * Markup that is safe to put into a page: what a JSX expression evaluates to. It is recognised by a brand, which no
 * data can forge, and prints as its markup.
 */
export class Html {
  // Also keeps objects that merely have the same shape from passing for markup in the type checker.
  get [brand](): true {
    return true;
  }

  // Declared only: a field would be set twice, and cost each construction a call.
  /** The markup. */
  declare readonly html: string;

  /** For the runtime; {@link raw} is the way to make one. */
  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }

  /**
   * Keeps markup from being sent as JSON by frameworks that send objects so.
   *
   * @throws TypeError always
   */
  toJSON(): never {
    throw new TypeError(
      "Markup is no JSON: send String(markup) as text/html. Within JSON, write String(markup) where it is meant.",
    );
  }

  /** The development runtime checks here what is about to be patched. */
  checkPatch?(target: PatchTarget): void;

  /** What takes its place when it is patched by itself, of what shows a placeholder in a page. */
  declare readonly later?: ((context: PatchContext) => Promise<Html>) | undefined;
}

/** Whether a value is markup, of this copy of the package or of another. */
export function isHtml(value: unknown): value is Html {
  return value instanceof Html || hasBrand(value, brand);
}

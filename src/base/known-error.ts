import { hasBrand } from "./brand.js";

/**
 * What `instanceof` answers for a class of errors: instances of another copy of the package are recognised, too. Of
 * classes derived from it, only the own ones are.
 *
 * @param asked the class on the right of `instanceof`
 */
export function isKnownError(asked: unknown, owner: object, brand: symbol, value: unknown): boolean {
  return asked === owner ? hasBrand(value, brand) : Function.prototype[Symbol.hasInstance].call(asked, value);
}

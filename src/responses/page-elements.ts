import type { Elements } from "../events/elements.js";

/** What a page consists of: elements, or a function that returns them, and gets the nonce if there is one. */
export type PageElements<Nonce extends string | undefined = string | undefined> =
  | Elements
  | ((nonce: Nonce) => Elements);

/** A page of either kind, whose function gets what its options say: as a method, it takes one type for the other. */
export type AnyPage = Elements | { page(nonce: string | undefined): Elements }["page"];

/** Options of a page that has a nonce for certain. */
export type WithNonce<Options> = Options & { readonly nonce: true | string };

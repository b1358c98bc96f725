import type { AttributeSignals } from "../attribute-signals.js";
import type { Diagnostic } from "../diagnostic.js";

/**
 * What an element has to do with sending a form. A form listens for that, or the browser leaves the page for it. A
 * button sends it and does something else: by its type or for want of one, with a request or without.
 */
export type FormRole = "listens" | "leaves" | "sends" | "sends and requests" | "submits and requests";

/** The branch of a condition of Rocket that a template is. */
export type Branch = "if" | "else-if" | "else";

/** An element, as far as checks across elements need to know it. `Place` says where it stands in the source. */
export interface PageElement<Place> {
  readonly tag: string;
  readonly id: string | undefined;
  readonly place: Place;
  readonly signals: readonly AttributeSignals[];
  /** Whether it has an attribute that the client reads. */
  readonly isForClient: boolean;
  readonly formRole: FormRole | undefined;
  /** Those that it is, of which there should be one. */
  readonly branches: readonly Branch[];
}

/** Something wrong, and the element it is wrong with. */
export interface PageFinding<Place> {
  readonly diagnostic: Diagnostic;
  readonly element: PageElement<Place>;
}

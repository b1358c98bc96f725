import { abandon } from "../base/promises.js";
import type { Elements } from "../events/elements.js";
import { EventMethods } from "../events/event-methods.js";
import type { DatastarEvent } from "../events/event.js";
import type { PatchElementsOptions } from "../events/patch-options.js";
import type { PatchContext } from "../html/html.js";
import { idRefused } from "./event-id.js";

/** Publishes events to one topic. */
export class TopicEvents extends EventMethods<Promise<void>> {
  readonly #publish: (event: DatastarEvent | Promise<DatastarEvent>) => Promise<void>;
  readonly #givesIds: boolean;
  readonly #context: PatchContext;

  constructor(
    publish: (event: DatastarEvent | Promise<DatastarEvent>) => Promise<void>,
    givesIds: boolean,
    context: PatchContext,
  ) {
    super();
    this.#publish = publish;
    this.#givesIds = givesIds;
    this.#context = context;
  }

  override patchElements(elements: Elements, options?: PatchElementsOptions): Promise<void> {
    // At the call: elements may take their time.
    if (this.#givesIds && options?.eventId !== undefined) {
      abandon(elements);
      throw idRefused();
    }
    return super.patchElements(elements, options);
  }

  protected override get patchContext(): PatchContext {
    return this.#context;
  }

  protected deliver(event: DatastarEvent | Promise<DatastarEvent>): Promise<void> {
    return this.#publish(event);
  }
}

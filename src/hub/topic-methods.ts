import { EventMethods } from "../events/event-methods.js";

type TopicFirst<Method, TopicName extends string> = Method extends (...args: infer Rest) => infer Result
  ? // As a method, so that a hub of some topics is also one of any.
    { method(topic: TopicName, ...args: Rest): Result }["method"]
  : never;

type AllTopicFirst<TopicName extends string> = {
  [Name in keyof EventMethods<Promise<void>>]: TopicFirst<EventMethods<Promise<void>>[Name], TopicName>;
};

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface TopicMethods<TopicName extends string> extends AllTopicFirst<TopicName> {}

/** The methods of a stream that send events, each with a topic in front. */
export abstract class TopicMethods<TopicName extends string> {
  static {
    for (const name of Object.getOwnPropertyNames(EventMethods.prototype)) {
      if (name === "constructor") continue;
      const value = function (this: TopicMethods<string>, topic: string, ...args: readonly unknown[]): unknown {
        const events = this.to(topic);
        return Reflect.apply(Reflect.get(events, name), events, args);
      };
      Object.defineProperty(this.prototype, name, { value, writable: true, configurable: true });
    }
  }

  /** What sends events to one topic. */
  protected abstract to(topic: TopicName): EventMethods<Promise<void>>;
}

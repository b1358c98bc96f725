import type { PastEvent, Transport, TransportReceiver } from "datastar-tsx/hub";
import { TransportError } from "datastar-tsx/hub";

/** A service in memory whose connections go down and come up when a test says so. With `isLog`, it keeps the events. */
export class MemoryService {
  readonly #isLog: boolean;
  readonly #transports: MemoryTransport[] = [];
  readonly log: PastEvent[] = [];

  constructor({ isLog = false } = {}) {
    this.#isLog = isLog;
  }

  transport(): MemoryTransport {
    const transport = new MemoryTransport(this, this.#isLog);
    this.#transports.push(transport);
    return transport;
  }

  event(topic: string, frame: string): void {
    const event = { topic, frame, id: `log-${this.log.length + 1}` };
    if (this.#isLog) this.log.push(event);
    for (const transport of this.#transports) transport.event(event);
  }

  nudge(topic: string, from: MemoryTransport): void {
    for (const transport of this.#transports) if (transport !== from) transport.nudged(topic);
  }
}

class MemoryTransport implements Transport {
  readonly isLog: boolean;
  readonly topics = new Set<string>();
  readonly #service: MemoryService;
  #receiver: TransportReceiver | undefined;
  #isUp = false;
  #read = 0;

  constructor(service: MemoryService, isLog: boolean) {
    this.#service = service;
    this.isLog = isLog;
  }

  start(receiver: TransportReceiver): void {
    this.#receiver = receiver;
  }

  up(missed = true): void {
    this.#isUp = true;
    if (this.isLog && missed) {
      this.#receiver?.past(this.#service.log);
      this.#read = this.#service.log.length;
    }
    this.#receiver?.up(missed);
    for (const event of this.#service.log.slice(this.#read)) this.event(event);
  }

  down(): void {
    this.#isUp = false;
    this.#receiver?.down();
  }

  event({ topic, frame, id }: PastEvent): void {
    if (!this.#isUp) return;
    this.#read++;
    if (this.isLog) this.#receiver?.event(topic, frame, id);
    else if (this.topics.has(topic)) this.#receiver?.event(topic, frame);
  }

  nudged(topic: string): void {
    if (this.#isUp && this.topics.has(topic)) this.#receiver?.nudge(topic);
  }

  publish(topic: string, frame: string): Promise<void> {
    return this.#send(() => this.#service.event(topic, frame));
  }

  nudge(topic: string): Promise<void> {
    return this.#send(() => this.#service.nudge(topic, this));
  }

  async subscribe(topic: string): Promise<void> {
    this.topics.add(topic);
  }

  unsubscribe(topic: string): void {
    this.topics.delete(topic);
  }

  async close(): Promise<void> {
    this.down();
  }

  async #send(send: () => void): Promise<void> {
    if (!this.#isUp) throw new TransportError("down");
    send();
  }
}

import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** What lies between a browser and a site: it can be cut, frozen and slow. */
export class Network {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #down = false;
  #frozen = false;
  #delay = 0;
  #waiting: (() => void)[] = [];

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("connection", (near: Socket) => {
      if (this.#down) {
        near.destroy();
        return;
      }
      const far = connect(to, "127.0.0.1");
      this.#carry(near, far);
      this.#carry(far, near);
    });
  }

  static async to(site: string): Promise<Network> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Network(server, Number(new URL(site).port));
  }

  /** Breaks all connections, and takes no others. */
  cut(): void {
    this.#down = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#down = false;
  }

  /** Carries nothing any more, and tells nobody. */
  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
    for (const carry of this.#waiting.splice(0)) carry();
  }

  /** Carries everything so many milliseconds later. */
  slow(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #carry(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on("error", () => {});
    from.on("data", (data) => this.#pass(() => to.write(data)));
    from.on("end", () => this.#pass(() => to.end()));
    from.on("close", () => {
      this.#sockets.delete(from);
      this.#pass(() => to.destroy());
    });
  }

  #pass(carry: () => void): void {
    setTimeout(() => (this.#frozen ? this.#waiting.push(carry) : carry()), this.#delay);
  }
}

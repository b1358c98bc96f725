import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Command, Figures } from "./commands.js";

type Report = Exclude<Figures, { readonly port: number }>;

/** The server of a contender, and its clients, which count what they get. */
export class Subject {
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #sockets: Socket[] = [];
  readonly #request: string;
  // One for all: nobody looks at what has arrived after the callback.
  readonly #buffer = new Uint8Array(64 * 1024);
  #onBytes: (bytes: Uint8Array) => void = () => {};
  #bytes = 0;

  private constructor(child: ChildProcess, port: number, acceptEncoding: string) {
    this.#child = child;
    this.#port = port;
    this.#request = `GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${acceptEncoding}\r\n\r\n`;
  }

  static async start(contender: string, acceptEncoding = "identity"): Promise<Subject> {
    const child = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [contender], {
      execArgv: [...process.execArgv, "--expose-gc"],
    });
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    return new Subject(child, port, acceptEncoding);
  }

  /** Connects clients, and returns when all of them have their headers. */
  async connect(count: number): Promise<void> {
    const target = this.#sockets.length + count;
    for (let begun = this.#sockets.length; begun < target;) {
      // Fewer at a time than the server's backlog.
      const some = Array.from({ length: Math.min(200, target - begun) }, () => this.#open());
      begun += some.length;
      this.#sockets.push(...(await Promise.all(some)));
    }
    await this.quiet();
  }

  /** Has the server send events to all clients. */
  async send(events: readonly string[]): Promise<Report> {
    const command: Command = { events };
    this.#child.send(command);
    const [report] = (await once(this.#child, "message")) as [Report];
    return report;
  }

  /** The bytes of all clients until nothing more arrives. */
  async quiet(): Promise<number> {
    for (let before = -1; before !== this.#bytes;) {
      before = this.#bytes;
      await delay(300);
    }
    const bytes = this.#bytes;
    this.#bytes = 0;
    return bytes;
  }

  /** Waits until all clients together have got so many bytes. */
  received(bytes: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#bytes < bytes) return;
        this.#onBytes = () => {};
        resolve();
      };
      this.#onBytes = look;
      look();
    });
  }

  /** Calls back with what the clients get, as it arrives. */
  watch(callback: (bytes: Uint8Array) => void): void {
    this.#onBytes = callback;
  }

  reset(): void {
    this.#bytes = 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#child.kill();
    await once(this.#child, "exit");
  }

  #open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      let first = true;
      const socket = connect({
        port: this.#port,
        host: "127.0.0.1",
        onread: {
          buffer: this.#buffer,
          callback: (length, buffer) => {
            if (first) resolve(socket);
            first = false;
            this.#bytes += length;
            this.#onBytes(buffer.subarray(0, length));
            return true;
          },
        },
      });
      socket.on("error", reject);
      socket.write(this.#request);
    });
  }
}

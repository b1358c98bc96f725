import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A client that writes bytes and reads bytes. */
export class Wire {
  readonly socket: Socket;
  #text = "";

  constructor(url: string, text: string) {
    this.socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("utf8");
    onTestFinished(() => void this.socket.destroy());
    this.socket.on("error", () => {});
    this.socket.on("data", (text: string) => (this.#text += text));
    this.socket.write(text);
  }

  async until(ending: string): Promise<string> {
    while (!this.#text.endsWith(ending)) await once(this.socket, "data");
    return this.#text;
  }

  async all(): Promise<string> {
    if (!this.socket.readableEnded) await once(this.socket, "end");
    return this.#text;
  }
}

/** A request for it to write. */
export const get = (path = "/", version = "1.1", more = ""): string =>
  `GET ${path} HTTP/${version}\r\nHost: a\r\n${more}\r\n`;

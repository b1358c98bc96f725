import { connect } from "node:net";

/**
 * Waits until a server on this machine accepts connections: each attempt that it refuses is followed by another one.
 *
 * @param check called after each that was refused, to give up by throwing
 */
export async function accepting(port: number, check: () => void = () => {}): Promise<void> {
  while (!(await accepts(port))) check();
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    }).on("error", () => resolve(false));
  });
}

// One process at a time has the database. The library locks it by a folder, which stays when that process is killed.
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * Claims a file for this process, and takes away the lock of one that was killed.
 *
 * @returns a function that gives it back
 * @throws Error if another process has it
 */
export function claim(file: string): () => void {
  const note = `${file}.pid`;
  const owner = ownerIn(note);
  if (owner !== undefined && owner !== process.pid && isAlive(owner))
    throw new Error(`The process ${owner} uses ${file}. If it is another program by now, remove ${note}.`);
  rmSync(`${file}.lock`, { recursive: true, force: true });
  writeFileSync(note, String(process.pid));
  return () => rmSync(note, { force: true });
}

function ownerIn(note: string): number | undefined {
  try {
    return Number(readFileSync(note, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

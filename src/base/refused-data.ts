import { shared } from "./shared.js";

const limit = 1000;
const reported = new Set<string>();

/** Says what was refused, once for each place: data is without end, and one value mostly comes with others like it. */
function reportOnce(where: string, problem: string): void {
  if (reported.has(where) || reported.size >= limit) return;
  reported.add(where);
  console.error(`${where} ${problem}`);
}

const handling = shared("refused-data", () => ({ refused: reportOnce }));

/**
 * Tells of data that is left out, or made harmless, because a page cannot hold it. Somebody who enters such data must
 * not take the page down for everybody who is shown it, so that production reports it; development throws.
 *
 * @param where how the message begins: with the place in the program, and none of the data
 * @param problem how it goes on: what is wrong, what to do, what has become of it
 */
export function refuseData(where: string, problem: string): void {
  handling.refused(where, problem);
}

/** @param isWanted whether to throw what is refused from now on, and not to report it */
export function throwRefusedData(isWanted: () => boolean): void {
  handling.refused = (where, problem) => {
    if (isWanted()) throw new TypeError(`${where} ${problem}`);
    reportOnce(where, problem);
  };
}

/** Calls a function in which nothing is to be left out: what is refused is thrown. */
export function strictly<T>(render: () => T): T {
  const before = handling.refused;
  throwRefusedData(() => true);
  try {
    return render();
  } finally {
    handling.refused = before;
  }
}

/** Data in a message, of which there can be any amount. */
export function shown(data: string): string {
  return JSON.stringify(data.length > 80 ? `${data.slice(0, 80)}…` : data);
}

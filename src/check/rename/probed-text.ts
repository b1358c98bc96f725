import type { NamePlace, State } from "./name-places.js";
import type { ModuleNames } from "./signal-names.js";

/** A name that is written into a module so that TypeScript can be asked about it. */
export interface Probe {
  /** The signal that it is, if it is one. */
  readonly path?: string;
  /** The name in the module that it stands for, if there is one. */
  readonly place?: NamePlace;
}

interface Insertion {
  readonly at: number;
  /** What it stands in the middle of comes before what stands at the same place, and behind it. */
  readonly text: readonly (string | (Probe & { readonly name: string }))[];
}

interface PlacedProbe extends Probe {
  readonly start: number;
  readonly end: number;
}

/**
 * A module as TypeScript is asked about it: as it is written, and with properties of what TypeScript does not know to
 * have any. `${cart.user}.email` is text to it, and becomes `${(cart.user).email}.email`.
 */
export class ProbedText {
  readonly text: string;
  readonly probes: readonly PlacedProbe[];
  // Where text has been put in: its place in the module and in this text, and its length.
  readonly #insertions: readonly { readonly at: number; readonly start: number; readonly length: number }[];

  /**
   * @param name of the signal that is looked for
   * @param paths that it may have
   */
  constructor(module: ModuleNames, name: string, paths: readonly string[]) {
    const { code } = module;
    const probes: PlacedProbe[] = [];
    const insertions: { at: number; start: number; length: number }[] = [];
    let text = "";
    let from = 0;
    for (const { at, text: pieces } of insertionsOf(module, name, paths).toSorted((a, b) => a.at - b.at)) {
      text += code.slice(from, at);
      from = at;
      const start = text.length;
      for (const piece of pieces) {
        if (typeof piece === "string") text += piece;
        else {
          probes.push({ ...piece, start: text.length, end: text.length + piece.name.length });
          text += piece.name;
        }
      }
      insertions.push({ at, start, length: text.length - start });
    }
    this.text = text + code.slice(from);
    this.probes = probes;
    this.#insertions = insertions;
  }

  /** Where in this text something stands that begins at an offset of the module. */
  offsetOf(at: number): number {
    return this.#insertions.reduce((offset, one) => (one.at <= at ? offset + one.length : offset), at);
  }

  /** What stands at an offset of this text: a probe, an offset of the module, or nothing that anybody has written. */
  at(offset: number): Probe | number | undefined {
    const probe = this.probes.find(({ start, end }) => start <= offset && offset < end);
    if (probe !== undefined) return probe;
    const before = this.#insertions.filter(({ start }) => start <= offset);
    if (before.some(({ start, length }) => offset < start + length)) return undefined;
    return before.reduce((at, { length }) => at - length, offset);
  }
}

function insertionsOf(module: ModuleNames, name: string, paths: readonly string[]): readonly Insertion[] {
  const { code, properties, holes, picks, states } = module;
  const probed = states.flatMap((state) => {
    const tails = paths.filter((path) => path.startsWith(state.prefix));
    return tails.length > 0 ? [{ state, tails }] : [];
  });
  return [
    ...properties
      .filter((one) => one.form === "shorthand" && one.name === name)
      .filter(({ start }) => !probed.some(({ state }) => state.form === "shorthand" && state.start === start))
      .map(({ end }) => ({ at: end, text: [`: ${name}`] })),
    ...holes
      .filter(({ members }) => members.some((member) => member.name === name))
      .flatMap(({ hole, members }) => [
        { at: hole.start, text: ["("] },
        {
          at: hole.end,
          text: [
            "\n)",
            ...members.flatMap((member) => memberOf(member.name, member.name === name ? { place: member } : undefined)),
          ],
        },
      ]),
    ...picks
      .filter((pick) => pick.name === name)
      .flatMap((pick) => [
        {
          at: pick.beside.start,
          text: [`((${code.slice(pick.set.start, pick.set.end)}\n)`, ...memberOf(name, { place: pick }), ", "],
        },
        { at: pick.beside.end, text: [")"] },
      ]),
    ...probed.flatMap(({ state, tails }) => probesOf(state, code.slice(state.start, state.end), tails)),
  ];
}

/** Puts properties of a state beside it, in brackets. */
function probesOf(state: State, value: string, paths: readonly string[]): readonly Insertion[] {
  const asked = (of: string): Insertion["text"] =>
    paths.flatMap((path) => {
      const names = path.slice(state.prefix.length).split(".");
      const members = names.flatMap((one, i) => memberOf(one, i === names.length - 1 ? { path } : undefined));
      return [of, ...members, ", "];
    });
  switch (state.form) {
    case "value":
      return [
        { at: state.start, text: ["(", ...asked(`(${value}\n)`)] },
        { at: state.end, text: [")"] },
      ];
    case "shorthand":
      return [{ at: state.end, text: [": (", ...asked(value), `${value})`] }];
    case "promise":
      return [{ at: state.end, text: [".then((state) => (", ...asked("state"), "state))"] }];
  }
}

function memberOf(name: string, probe: Probe | undefined): Insertion["text"] {
  const [before, after] = /^[A-Za-z_$][\w$]*$/.test(name) ? ["!.", ""] : ['!["', '"]'];
  return [before, probe === undefined ? name : { ...probe, name }, after];
}

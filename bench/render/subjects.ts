import { type Contender, contenders, modulePath } from "./contenders.js";
import { type Workload, workloads } from "./workloads.js";

/** A workload, as one of the contenders renders it. */
export interface Subject {
  readonly contender: Contender;
  readonly workload: Workload;
  /** Renders it. */
  readonly markup: () => string | Promise<string>;
}

interface Compiled {
  readonly markup: (data: unknown) => string | Promise<string>;
}

/**
 * Loads the compiled programs; for those that measure, which are compiled into the same folder.
 *
 * @param only a part of the names of the workloads to load
 * @param takes whether to load a contender's
 */
export async function subjects(
  only = "",
  takes: (contender: Contender) => boolean = () => true,
): Promise<readonly Subject[]> {
  const chosen = workloads.filter(({ name }) => name.includes(only));
  const present = contenders.filter(takes);
  const pairs = chosen.flatMap((workload) =>
    present.filter(({ isAsync }) => isAsync || !workload.isAsync).map((contender) => ({ workload, contender })),
  );
  return Promise.all(
    pairs.map(async ({ workload, contender }) => {
      const { markup } = (await import(
        new URL(modulePath(contender, workload.folder), import.meta.url).href
      )) as Compiled;
      return { workload, contender, markup: () => markup(workload.data) };
    }),
  );
}

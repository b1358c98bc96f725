import type { Hub } from "datastar-tsx/hub";
// All examples, in the order in which the gallery shows them.
import type { Hono } from "hono";

export const groups = ["Forms", "Lists", "Interface", "Live"] as const;

export interface Entry {
  /** The file or folder of the example, and its path in the gallery. */
  readonly name: string;
  readonly title: string;
  readonly group: (typeof groups)[number];
  /** What it shows, in one line. */
  readonly about: string;
  /** What is copied to run it, beside what is {@link shared}: the first one has the app. */
  readonly files: readonly [string, ...string[]];
  readonly load: () => Promise<{ readonly default: Hono; readonly hubs?: readonly Hub[] }>;
}

/** What all examples need. */
export const shared = ["layout.tsx", "style.css", "site.ts", "serve.ts"] as const;

export const catalogue: readonly Entry[] = [
  {
    name: "click-to-edit",
    title: "Click to edit",
    group: "Forms",
    about: "A contact becomes a form, and a contact again.",
    files: ["click-to-edit.tsx"],
    load: () => import("../click-to-edit.js"),
  },
  {
    name: "file-upload",
    title: "File upload",
    group: "Forms",
    about: "Files go out with the form, and are checked when they arrive.",
    files: ["file-upload.tsx"],
    load: () => import("../file-upload.js"),
  },
  {
    name: "store",
    title: "Store",
    group: "Forms",
    about: "One handler: signals in; elements, signals, a script and a redirect out.",
    files: ["store.tsx"],
    load: () => import("../store.js"),
  },
  {
    name: "active-search",
    title: "Active search",
    group: "Lists",
    about: "Results follow what is typed, with and without JavaScript.",
    files: ["active-search.tsx"],
    load: () => import("../active-search.js"),
  },
  {
    name: "todo",
    title: "To do",
    group: "Lists",
    about: "A list that all open tabs share.",
    files: ["todo.tsx"],
    load: () => import("../todo.js"),
  },
  {
    name: "clock",
    title: "Clock",
    group: "Live",
    about: "The server pushes its time every second.",
    files: ["clock.tsx"],
    load: () => import("../clock.js"),
  },
  {
    name: "counter",
    title: "Counter",
    group: "Live",
    about: "A stream per visitor, cleaned up when the visitor leaves.",
    files: ["counter.tsx"],
    load: () => import("../counter.js"),
  },
  {
    name: "chat",
    title: "Chat",
    group: "Live",
    about: "A room that several servers can share.",
    files: ["chat.tsx"],
    load: () => import("../chat.js"),
  },
];

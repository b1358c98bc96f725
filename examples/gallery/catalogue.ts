// All examples, in the order in which the gallery shows them.
import type { Example } from "../site.js";

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
  readonly load: () => Promise<Example>;
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
    name: "todo-mvc",
    title: "TodoMVC",
    group: "Lists",
    about: "The list that every framework has written.",
    files: ["todo-mvc.tsx"],
    load: () => import("../todo-mvc.js"),
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
  {
    name: "session",
    title: "A session in many tabs",
    group: "Live",
    about: "One long GET for each tab, short POSTs, and a cart that only its owner sees.",
    files: ["session.tsx"],
    load: () => import("../session.js"),
  },
  {
    name: "board",
    title: "A board for all",
    group: "Live",
    about: "Cards that everybody moves, by drag and drop or by keyboard.",
    files: ["board.tsx"],
    load: () => import("../board.js"),
  },
  {
    name: "radar",
    title: "Live radar",
    group: "Live",
    about: "A picture ten times a second, rendered once for all.",
    files: ["radar.tsx"],
    load: () => import("../radar.js"),
  },
  {
    name: "game-of-life",
    title: "Game of life",
    group: "Live",
    about: "One world for fifty visitors, who bring cells to life.",
    files: ["game-of-life.tsx"],
    load: () => import("../game-of-life.js"),
  },
  {
    name: "frames",
    title: "Sixty frames a second",
    group: "Live",
    about: "Frames made on the server, compressed, for as long as somebody looks.",
    files: ["frames.tsx"],
    load: () => import("../frames.js"),
  },
  {
    name: "dbmon",
    title: "DBmon",
    group: "Live",
    about: "A table that changes twenty times a second.",
    files: ["dbmon.tsx"],
    load: () => import("../dbmon.js"),
  },
];

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
    name: "sortable",
    title: "Sortable",
    group: "Lists",
    about: "A library drags, an event tells, the server keeps the order.",
    files: ["sortable/index.tsx", "sortable/sortable.js", "file.ts"],
    load: () => import("../sortable/index.js"),
  },
  {
    name: "lazy-load",
    title: "Lazy load",
    group: "Lists",
    about: "What is slow comes when it is ready, or when it is seen.",
    files: ["lazy-load.tsx"],
    load: () => import("../lazy-load.js"),
  },
  {
    name: "dialogs",
    title: "Dialogs",
    group: "Interface",
    about: "The browser's own, sent when they are asked for.",
    files: ["dialogs.tsx"],
    load: () => import("../dialogs.js"),
  },
  {
    name: "lazy-tabs",
    title: "Lazy tabs",
    group: "Interface",
    about: "Panels that are loaded when they are chosen, by mouse or keys.",
    files: ["lazy-tabs.tsx"],
    load: () => import("../lazy-tabs.js"),
  },
  {
    name: "toasts",
    title: "Toasts",
    group: "Interface",
    about: "Good news leaves by itself; problems stay.",
    files: ["toasts.tsx"],
    load: () => import("../toasts.js"),
  },
  {
    name: "animations",
    title: "Animations",
    group: "Interface",
    about: "What changes, comes and goes does so by CSS.",
    files: ["animations/index.tsx", "animations/animations.css", "file.ts"],
    load: () => import("../animations/index.js"),
  },
  {
    name: "view-transitions",
    title: "View transitions",
    group: "Interface",
    about: "Cards move to their new places.",
    files: ["view-transitions.tsx"],
    load: () => import("../view-transitions.js"),
  },
  {
    name: "svg-morphing",
    title: "SVG morphing",
    group: "Interface",
    about: "Sun and moon follow the hour.",
    files: ["svg-morphing/index.tsx", "svg-morphing/sky.css", "file.ts"],
    load: () => import("../svg-morphing/index.js"),
  },
  {
    name: "web-component",
    title: "Web component",
    group: "Interface",
    about: "Attributes in, typed events out.",
    files: ["web-component/index.tsx", "web-component/star-rating.js", "file.ts"],
    load: () => import("../web-component/index.js"),
  },
  {
    name: "custom-event",
    title: "Custom event",
    group: "Interface",
    about: "One event, from the server or the page, and its declared type.",
    files: ["custom-event.tsx"],
    load: () => import("../custom-event.js"),
  },
  {
    name: "redirects",
    title: "Redirects",
    group: "Interface",
    about: "To another page: at once, after a while, and without JavaScript.",
    files: ["redirects.tsx"],
    load: () => import("../redirects.js"),
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
  {
    name: "progress-bar",
    title: "Progress bar",
    group: "Live",
    about: "A stream tells how far the work is.",
    files: ["progress-bar.tsx"],
    load: () => import("../progress-bar.js"),
  },
  {
    name: "progressive-load",
    title: "Progressive load",
    group: "Live",
    about: "One stream brings each part of a page when it is ready.",
    files: ["progressive-load.tsx"],
    load: () => import("../progressive-load.js"),
  },
  {
    name: "title-update",
    title: "Title update",
    group: "Live",
    about: "The title of the tab counts what has not been read.",
    files: ["title-update.tsx"],
    load: () => import("../title-update.js"),
  },
];

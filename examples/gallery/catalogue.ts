// All examples, in the order in which the gallery shows them.

interface Row {
  /** The file or folder of the example, and its path in the gallery. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in one line. */
  readonly about: string;
  /** What is copied to run it, beside what is {@link shared}: the first one has the app. Default: `<name>.tsx`. */
  readonly files?: readonly [string, ...string[]];
}

const table: Readonly<Record<string, readonly Row[]>> = {
  Forms: [
    { name: "click-to-edit", title: "Click to edit", about: "A contact becomes a form, and a contact again." },
    {
      name: "file-upload",
      title: "File upload",
      about: "Files go out with the form, tell how far they are, and are checked when they arrive.",
      files: ["file-upload/index.tsx", "file-upload/send-form.js", "file.ts"],
    },
    {
      name: "store",
      title: "Store",
      about: "One handler: signals in; elements, signals, a script and a redirect out.",
    },
    { name: "edit-row", title: "Edit row", about: "One row at a time becomes a form." },
    {
      name: "inline-validation",
      title: "Inline validation",
      about: "What is wrong, beside each field, while somebody types.",
    },
    { name: "custom-validity", title: "Custom validity", about: "The browser's own messages say what you mean." },
    {
      name: "form-data",
      title: "Form data",
      about: "The fields as the browser would send them, with and without JavaScript.",
    },
    { name: "every-input", title: "Every input, bound", about: "Each kind of field, and a signal of its type." },
    { name: "persisted-signals", title: "Persisted signals", about: "What the browser keeps for the next visit." },
  ],
  Lists: [
    {
      name: "active-search",
      title: "Active search",
      about: "Results follow what is typed, with and without JavaScript.",
    },
    { name: "todo", title: "To do", about: "A list that all open tabs share." },
    { name: "todo-mvc", title: "TodoMVC", about: "The list that every framework has written." },
    {
      name: "sortable",
      title: "Sortable",
      about: "A library drags, an event tells, the server keeps the order.",
      files: ["sortable/index.tsx", "sortable/sortable.js", "file.ts"],
    },
    { name: "lazy-load", title: "Lazy load", about: "What is slow comes when it is ready, or when it is seen." },
    { name: "bulk-update", title: "Bulk update", about: "Tick several rows, and change them with one request." },
    { name: "delete-row", title: "Delete row", about: "A row goes, once somebody has confirmed." },
    { name: "click-to-load", title: "Click to load", about: "More rows at the end of a table." },
    { name: "infinite-scroll", title: "Infinite scroll", about: "What comes into view asks for what follows." },
  ],
  Interface: [
    { name: "dialogs", title: "Dialogs", about: "The browser's own, sent when they are asked for." },
    { name: "lazy-tabs", title: "Lazy tabs", about: "Panels that are loaded when they are chosen, by mouse or keys." },
    { name: "toasts", title: "Toasts", about: "Good news leaves by itself; problems stay." },
    {
      name: "animations",
      title: "Animations",
      about: "What changes, comes and goes does so by CSS.",
      files: ["animations/index.tsx", "animations/animations.css", "file.ts"],
    },
    { name: "view-transitions", title: "View transitions", about: "Cards move to their new places." },
    {
      name: "svg-morphing",
      title: "SVG morphing",
      about: "Sun and moon follow the hour.",
      files: ["svg-morphing/index.tsx", "svg-morphing/sky.css", "file.ts"],
    },
    {
      name: "web-component",
      title: "Web component",
      about: "Attributes in, typed events out.",
      files: ["web-component/index.tsx", "web-component/star-rating.js", "file.ts"],
    },
    {
      name: "custom-event",
      title: "Custom event",
      about: "One event, from the server or the page, and its declared type.",
    },
    {
      name: "redirects",
      title: "Redirects",
      about: "To another page: at once, after a while, and without JavaScript.",
    },
    { name: "key-handling", title: "Keys", about: "Shortcuts, Enter and Escape, and a dot that the arrows move." },
    { name: "on-signal-patch", title: "On signal patch", about: "Every change of a signal, told as it happens." },
  ],
  Live: [
    { name: "clock", title: "Clock", about: "The server pushes its time every second." },
    { name: "counter", title: "Counter", about: "A stream per visitor, cleaned up when the visitor leaves." },
    { name: "chat", title: "Chat", about: "A room that several servers can share." },
    {
      name: "session",
      title: "A session in many tabs",
      about: "One long GET for each tab, short POSTs, and a cart that only its owner sees.",
    },
    { name: "board", title: "A board for all", about: "Cards that everybody moves, by drag and drop or by keyboard." },
    { name: "radar", title: "Live radar", about: "A picture ten times a second, rendered once for all." },
    { name: "game-of-life", title: "Game of life", about: "One world for fifty visitors, who bring cells to life." },
    {
      name: "frames",
      title: "Sixty frames a second",
      about: "Frames made on the server, compressed, for as long as somebody looks.",
    },
    { name: "dbmon", title: "DBmon", about: "A table that changes twenty times a second." },
    { name: "progress-bar", title: "Progress bar", about: "A stream tells how far the work is." },
    {
      name: "progressive-load",
      title: "Progressive load",
      about: "One stream brings each part of a page when it is ready.",
    },
    { name: "title-update", title: "Title update", about: "The title of the tab counts what has not been read." },
  ],
};

export interface Entry extends Required<Row> {
  readonly group: string;
}

/** What all examples need. */
export const shared = ["layout.tsx", "style.css", "site.ts", "serve.ts"] as const;

export const groups = Object.keys(table);

export const catalogue: readonly Entry[] = Object.entries(table).flatMap(([group, rows]) =>
  rows.map((row) => ({ group, files: [`${row.name}.tsx`], ...row })),
);

// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import {
  elementsResponse,
  list,
  post,
  readSignals,
  record,
  type ServerSentEventGenerator,
  type Signal,
  type SignalFile,
  signals,
} from "datastar-tsx";

interface Item {
  readonly id: number;
  readonly title: string;
}
const todo = signals({
  draft: "",
  items: [] as Item[],
  selected: null as Item | null,
  filter: "all" as "all" | "done",
  ui: { open: false },
});

export const state: typeof todo.State = {
  draft: "x",
  items: [{ id: 1, title: "x" }],
  selected: null,
  filter: "done",
  ui: { open: true },
};
export const open: Signal<boolean> = todo.ui.open;
export const items: Signal<Item[]> = todo.items;
export const patch = todo.patch({ ui: { open: true }, selected: null, draft: null, items: [] });

const upload = signals({ files: list<SignalFile>(), byId: record<Item>(), rows: [[1]] });
export const fileName: Signal<string> | undefined = upload.files[0]?.name;
export const title: Signal<string> | undefined = upload.byId["x"]?.title;
export const cell: Signal<number> | undefined = upload.rows[0]?.[1];
export const bound = <input type="file" data-bind={upload.files} />;
export const changed: typeof todo.State = todo.with({ draft: "x", ui: { open: true } });
export const initial: typeof todo.State = todo.initial;
const part = todo.pick("draft", "ui");
export const partState: typeof part.State = { draft: "", ui: { open: true } };
export const partRef: Signal<boolean> = part.ui.open;
export const sent = post("/x", { filterSignals: part });
export const page = <main data-signals={todo.with({ draft: "x" })} />;

// @ts-expect-error
todo.with({ darft: "" });
// @ts-expect-error
todo.with({ ui: { open: "yes" } });
// @ts-expect-error
todo.with({ draft: null });
// @ts-expect-error
todo.pick("darft");
// @ts-expect-error
todo.pick();
// @ts-expect-error
part.items;
// @ts-expect-error
upload.byId["x"]?.titel;
// @ts-expect-error
signals({ at: list<Date>() });
// @ts-expect-error
export const otherType: Signal<string> = todo.ui.open;
// @ts-expect-error
todo.nothing;
// @ts-expect-error
todo.patch({ darft: "" });
// @ts-expect-error
todo.patch({ ui: { open: "yes" } });
// @ts-expect-error
signals({ at: new Date() });
// @ts-expect-error
signals({ run: () => 1 });
// @ts-expect-error
signals({ big: 1n });
// @ts-expect-error
export const stateOfOtherType: typeof todo.State = { ...state, draft: 1 };

export async function streams(
  sse: ServerSentEventGenerator,
  request: Request,
  mode: "outer" | "replace",
  item: Item,
): Promise<void> {
  const { draft, ui } = await readSignals(request, todo);
  const checked: [string, boolean] = [draft, ui.open];
  const unchecked: { [name: string]: unknown } = await readSignals(request);
  void [checked, unchecked];

  await sse.patchElements(<p id="x" />);
  await sse.patchElements([<p id="x" />, "<p>", null, Promise.resolve(<p />)], { mode, useViewTransition: true });
  await sse.patchElements(<p />, { mode: "inner", selector: "#x", retryDuration: 1, eventId: "1" });
  await sse.patchSignals(todo.patch({ draft: "" }), { onlyIfMissing: true });
  await sse.patchSignals('{"a":1}');
  await sse.patchSignals(todo);
  await sse.patchSignals({ items: state.items, ui: { open: null }, selected: item, missing: undefined });
  await sse.patchSignals(item);
  await sse.removeSignals([todo.ui.open, "a.b"]);
  await elementsResponse(<p />, { mode: "append", selector: "#x" });

  // @ts-expect-error
  await sse.patchElements(<p />, { mode: "inner" });
  // @ts-expect-error
  await sse.patchElements(<p />, { mode: "middle", selector: "#x" });
  // @ts-expect-error
  await sse.patchElements(<p />, { selectr: "#x" });
  // @ts-expect-error
  await sse.patchElements({ html: "<p>" });
  // @ts-expect-error
  await sse.patchSignals(1);
  // @ts-expect-error
  await sse.patchSignals([1]);
  // @ts-expect-error
  await sse.patchSignals(new Map());
  // @ts-expect-error
  await sse.patchSignals(() => ({ a: 1 }));
  // @ts-expect-error
  await sse.patchSignals({ at: new Date() });
  // @ts-expect-error
  await sse.patchSignals({ ui: { run: () => 1 } });
  // @ts-expect-error
  await sse.removeElements();
  // @ts-expect-error
  await elementsResponse(<p />, { mode: "append" });
  // @ts-expect-error
  await elementsResponse(<p />, { viewTransitionSelector: "#x" });
  // @ts-expect-error
  await sse.executeScript("x", { autoremove: true });
  // @ts-expect-error
  (await readSignals(request, todo)).darft;
}

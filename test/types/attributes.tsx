// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { get, js, post, setAll, signals, url } from "datastar-tsx";

const todo = signals({ draft: "", count: 0, ui: { open: false } });
declare const text: string;
declare const condition: boolean;

export const right = (
  <>
    <p data-text="$count" data-show={todo.ui.open} data-effect={js`console.log(1)`} data-init={get("/feed")} />
    <p data-show={condition && js`${todo.count} > 1`} data-text={undefined} data-init={null} />
    <p data-on:click={[js`${todo.count}++`, condition && post("/x")]} data-on:keydown={{ do: "evt.key", window: true, debounce: { wait: "1s", leading: true } }} />
    <p data-on={{ click: post(url`/x/${text}`), input: { do: setAll(true), throttle: 500, once: condition } }} />
    <p data-signals={todo} data-signals__ifmissing={{ a: 1, b: [{ c: "x" }], d: js`Date.now()` }} />
    <p data-signals={todo.patch({ ui: { open: true } })} data-class={{ open: todo.ui.open, "is-many": js`$count > 2`, on: true }} />
    <p data-attr={{ title: js`'x'` }} data-style={{ color: js`'red'` }} data-computed={{ double: js`$count * 2`, ui: { shut: js`!$open` } }} />
    <p data-bind={todo.draft} data-ref="input" data-indicator={{ signal: "busy" }} data-preserve-attr={["open", "class"]} />
    <input data-bind={{ signal: todo.draft, event: ["change", "blur"] }} />
    <p data-ignore data-ignore-morph data-scope-children data-json-signals={{ include: /^ui/, terse: true }} data-on-signal-patch="$x = patch" />
    <p data-on-intersect={{ do: get("/more"), once: true, threshold: 25 }} data-on-interval={{ do: "$count++", duration: { wait: "5s", leading: true } }} />
    <svg data-on:click="$count++">
      <circle r="5" data-show="$count > 1" />
    </svg>
    <p data-scroll-into-view={{ smooth: true, vcenter: true }} data-persist={{ include: /^ui/, session: true }} data-view-transition="'card'" />
  </>
);

// An expression is never text that is only known at run time: it could be what somebody else wrote.
// @ts-expect-error
export const dynamicSource = <p data-text={text} />;
// @ts-expect-error
export const dynamicListener = <p data-on:click={text} />;
// @ts-expect-error
export const dynamicInObject = <p data-on={{ click: text }} />;
// @ts-expect-error
export const serverValue = <p data-show={condition} />;

// @ts-expect-error
export const unknownEvent = <p data-on={{ clik: js`1` }} />;
// @ts-expect-error
export const unknownModifier = <p data-on:click={{ do: js`1`, debouce: 200 }} />;
// @ts-expect-error
export const otherAttributesModifier = <p data-init={{ do: js`1`, once: true }} />;
// @ts-expect-error
export const wrongDuration = <p data-on:click={{ do: js`1`, debounce: "soon" }} />;
// @ts-expect-error
export const modifiersAlone = <p data-on:click={{ debounce: 200 }} />;
// @ts-expect-error
export const functionListener = <p data-on:click={() => 1} />;
// @ts-expect-error
export const stringInClass = <p data-class={{ open: "$open" }} />;
// @ts-expect-error
export const functionInSignals = <p data-signals={{ a: () => 1 }} />;
// @ts-expect-error
export const dateInSignals = <p data-signals={{ a: new Date() }} />;
// @ts-expect-error
export const numberBound = <p data-bind={1} />;
// @ts-expect-error
export const actionOption = post("/x", { contenttype: "form" });
// @ts-expect-error
export const actionOptionValue = post("/x", { retry: "sometimes" });
// @ts-expect-error
export const urlPart = url`/x/${{ id: 1 }}`;

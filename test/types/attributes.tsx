// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { get, js, post, setAll, type Signal, signals, url } from "datastar-tsx";

interface Item {
  readonly id: number;
  readonly tags?: readonly string[];
}
interface State {
  readonly item: Item;
}
const todo = signals({ draft: "", count: 0, ui: { open: false } });
declare const text: string;
declare const condition: boolean;
declare const item: Item;
declare const state: State;

export const expressions = (
  <>
    <p data-text="$count" data-show={todo.ui.open} data-effect={js`console.log(1)`} data-init={get("/feed")} />
    <p
      data-show={condition && js`${todo.count} > 1`}
      data-text={undefined}
      data-init={null}
      data-effect={[js`1`, false, "$a = 1"]}
    />
    <p
      data-class={{ open: todo.ui.open, "is-many": js`$count > 2`, on: true, off: undefined }}
      data-attr={{ title: js`'x'`, tabindex: 1, hidden: false }}
    />
    <p
      data-style={{ color: js`'red'`, "--gap": 1, top: false }}
      data-computed={{ double: js`$count * 2`, ui: { shut: js`!$open`, same: todo.ui.open } }}
    />
    <p
      data-class="{open: $ui.open}"
      data-attr={js`{title: $draft}`}
      data-style={js`$styles`}
      data-computed="{a: () => 1}"
    />
    <p data-ref="input" data-indicator={{ signal: "busy" }} data-preserve-attr={["open", "class"]} />
    <p data-ignore data-ignore-morph data-scope-children data-ignore__self data-preserve-attr="open" />
    <p
      data-json-signals={{ include: /^ui/, terse: true }}
      data-json-signals__terse
      data-on-signal-patch-filter={{ exclude: "a" }}
    />
    <p
      data-scroll-into-view={{ smooth: true, vcenter: true }}
      data-persist={{ include: /^ui/, session: true }}
      data-view-transition="'card'"
    />
    <p
      data-query-string={{ filter: true }}
      data-replace-url={js`'/x'`}
      data-custom-validity="$a ? '' : 'b'"
      data-animate={js`1`}
    />
    <p data-attr:disabled={js`1`} data-class:isOpen="$open" data-signals:fooBar={1} data-ref:input />
  </>
);

export const values = (
  <>
    <p
      data-signals={todo}
      data-signals__ifmissing={{ a: 1, b: [{ c: "x", d: null }], e: js`Date.now()`, f: undefined }}
    />
    <p data-signals={todo.patch({ ui: { open: true } })} />
    <p data-signals={{ item, items: [item], nested: { item }, mixed: { a: { b: js`1` }, c: todo.count } }} />
    <p data-signals={state} />
    <p data-signals="{a: 1}" />
  </>
);

// Text that is only known at run time is not source: it could be what somebody else wrote.
// @ts-expect-error
export const dynamicText = <p data-text={text} />;
// @ts-expect-error
export const dynamicShow = <p data-show={text} />;
// @ts-expect-error
export const dynamicSignals = <p data-signals={text} />;
// @ts-expect-error
export const dynamicClass = <p data-class={text} />;
// @ts-expect-error
export const word = <p data-show="open" />;
// @ts-expect-error
export const empty = <p data-text="" />;
// @ts-expect-error
export const noValue = <p data-text />;

// What only the browser knows, a promise or a function would always be true as the condition of a class.
export const classes = <p class={{ a: condition, b: text, c: item, d: item.tags, e: new Date(), f: null, g: 1n }} />;
// @ts-expect-error
export const signalAsCondition = <p class={{ a: todo.ui.open }} />;
// @ts-expect-error
export const signalOfOthersAsCondition = <p class={["b", { a: todo.ui }]} />;
// @ts-expect-error
export const expressionAsCondition = <p class={{ a: js`!${todo.ui.open}` }} />;
// @ts-expect-error
export const setAsCondition = <p class={{ a: todo }} />;
// @ts-expect-error
export const promiseAsCondition = <p class={{ a: Promise.resolve(true) }} />;
// @ts-expect-error
export const functionAsCondition = <p class={{ a: () => true }} />;

// Neither are values of the server expressions.
// @ts-expect-error
export const serverCondition = <p data-show={condition} />;
// @ts-expect-error
export const serverNumber = <p data-text={1} />;
// @ts-expect-error
export const setOfSignals = <p data-effect={todo} />;
// @ts-expect-error
export const functionEffect = <p data-effect={() => 1} />;

// Objects of expressions.
// @ts-expect-error: a string could be meant as source or as a value
export const stringInClass = <p data-class={{ open: "$open" }} />;
// @ts-expect-error
export const functionInClass = <p data-class={{ open: () => true }} />;
// @ts-expect-error
export const stringInAttr = <p data-attr={{ title: text }} />;
// @ts-expect-error
export const dateInAttr = <p data-attr={{ title: new Date() }} />;
// @ts-expect-error
export const stringInStyle = <p data-style={{ color: "red" }} />;
// @ts-expect-error
export const trueInStyle = <p data-style={{ color: true }} />;
// @ts-expect-error
export const valueInComputed = <p data-computed={{ double: 2 }} />;
// @ts-expect-error
export const functionInComputed = <p data-computed={{ double: () => 2 }} />;
// @ts-expect-error
export const functionInNestedComputed = <p data-computed={{ ui: { double: () => 2 } }} />;

// Signals hold what JSON carries.
// @ts-expect-error
export const functionInSignals = <p data-signals={{ a: () => 1 }} />;
// @ts-expect-error
export const dateInSignals = <p data-signals={{ a: new Date() }} />;
// @ts-expect-error
export const dateInNestedSignals = <p data-signals={{ a: { b: [new Date()] } }} />;
// @ts-expect-error
export const mapInSignals = <p data-signals={{ a: new Map([["b", 1]]) }} />;
// @ts-expect-error
export const setInSignals = <p data-signals={{ a: new Set([1]) }} />;
// @ts-expect-error
export const patternInSignals = <p data-signals={{ a: /x/ }} />;
// @ts-expect-error
export const bigintInSignals = <p data-signals={{ a: 1n }} />;
// @ts-expect-error
export const symbolInSignals = <p data-signals={{ a: Symbol() }} />;
// @ts-expect-error
export const promiseInSignals = <p data-signals={{ a: Promise.resolve(1) }} />;
// @ts-expect-error
export const arrayOfSignals = <p data-signals={[1]} />;
// @ts-expect-error
export const numberForSignals = <p data-signals={1} />;
// @ts-expect-error
export const functionForSignals = <p data-signals={() => ({ a: 1 })} />;

// Paths, filters, names and flags.
// @ts-expect-error
export const setAsPath = <p data-ref={todo} />;
// @ts-expect-error
export const expressionAsPath = <p data-indicator={js`$busy`} />;
// @ts-expect-error
export const modifierOfNone = <p data-indicator={{ signal: "a", prop: "x" }} />;
// @ts-expect-error
export const unknownInFilter = <p data-json-signals={{ includes: /a/ }} />;
// @ts-expect-error
export const patternAsFilter = <p data-persist={[/a/]} />;
// @ts-expect-error
export const numberAsName = <p data-preserve-attr={1} />;
// @ts-expect-error
export const valueOfFlag = <p data-ignore-morph="true" />;
// @ts-expect-error
export const unknownFlag = <p data-scroll-into-view={{ smoth: true }} />;

// Actions and URLs.
export const open: Signal<boolean> = todo.ui.open;
export const action = post(url`/x/${text}`, {
  headers: { a: js`$b` },
  payload: { at: new Date(0) },
  requestCancellation: "cleanup",
});
// @ts-expect-error
export const noUrl = post();
// @ts-expect-error
export const actionOption = post("/x", { contenttype: "form" });
// @ts-expect-error
export const actionOptionValue = post("/x", { retry: "sometimes" });
// @ts-expect-error
export const actionFilter = get("/x", { filterSignals: /a/ });
// @ts-expect-error
export const filterOption = setAll(1, { includes: "a" });
// @ts-expect-error
export const urlPart = url`/x/${{ id: 1 }}`;

// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { type GlobalAttributes, type Signal, type SignalFile, signals } from "datastar-tsx";

declare module "datastar-tsx/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "my-slider": GlobalAttributes & { readonly max?: number };
    }
  }
}

const form = signals({
  name: "",
  age: 0,
  agreed: false,
  tags: [] as string[],
  years: [] as number[],
  boxes: [false, "x"],
  files: [] as SignalFile[],
  kind: "a" as "a" | "b",
  chosen: null as string | null,
  place: { x: 0, y: 0 },
});
declare const condition: boolean;
declare const signal: Signal<string>;

export const right = (
  <>
    <input data-bind={form.name} />
    <input type="text" data-bind={form.age} />
    <input type="number" data-bind={form.age} />
    <input type="range" data-bind={form.name} />
    <input type="date" data-bind={form.chosen} />
    <input type="hidden" data-bind={signal} />
    <input type="radio" name="kind" value="a" data-bind={form.kind} />
    <input type="radio" value="1" data-bind={form.age} />
    <input type={condition ? "text" : "password"} data-bind={form.name} />
    <input type="checkbox" data-bind={form.agreed} />
    <input type="checkbox" value="a" data-bind={form.kind} />
    <input type="checkbox" data-bind={form.tags} />
    <input type="checkbox" data-bind={form.boxes} />
    <input type="file" multiple data-bind={form.files} />
    <select data-bind={form.kind} />
    <select data-bind={form.age} />
    <select multiple={false} data-bind={form.chosen} />
    <select multiple data-bind={form.tags} />
    <select multiple data-bind={form.years} />
    <textarea data-bind={form.name} />
    <my-slider max={5} data-bind={form.age} />
    <my-slider data-bind={form.place} />
    <p data-bind={form.agreed} />
  </>
);

// A path is text; a property can be anything; and nothing binds nothing.
export const anywhere = (
  <>
    <input type="checkbox" data-bind="form.agreed" />
    <select multiple data-bind="tags" />
    <input type="file" data-bind="files" />
    <input type="number" data-bind={{ signal: form.age, event: ["change", "blur"] }} />
    <input type="number" data-bind={{ signal: form.place, prop: "valueAsNumber" }} />
    <video data-bind={{ signal: form.age, prop: "currentTime", event: "timeupdate" }} />
    <textarea data-bind={condition && form.name} />
    <input data-bind={undefined} />
  </>
);

// @ts-expect-error
export const numberOnCheckbox = <input type="checkbox" data-bind={form.age} />;
// @ts-expect-error
export const numbersOnCheckbox = <input type="checkbox" data-bind={form.years} />;
// @ts-expect-error
export const booleanOnText = <input data-bind={form.agreed} />;
// @ts-expect-error
export const booleanOnNumber = <input type="number" data-bind={form.agreed} />;
// @ts-expect-error
export const arrayOnText = <input type="text" data-bind={form.tags} />;
// @ts-expect-error
export const booleanOnRadio = <input type="radio" data-bind={form.agreed} />;
// @ts-expect-error
export const stringOnFile = <input type="file" data-bind={form.name} />;
// @ts-expect-error
export const stringsOnFile = <input type="file" data-bind={form.tags} />;
// @ts-expect-error
export const filesOnText = <input data-bind={form.files} />;
// @ts-expect-error
export const arrayOnSelect = <select data-bind={form.tags} />;
// @ts-expect-error
export const booleanOnSelect = <select data-bind={form.agreed} />;
// @ts-expect-error
export const stringOnMultiple = <select multiple data-bind={form.name} />;
// @ts-expect-error
export const booleansOnMultiple = <select multiple data-bind={form.boxes} />;
// @ts-expect-error
export const arrayOnTextarea = <textarea data-bind={form.tags} />;
// @ts-expect-error: the client would put text into it
export const numberOnTextarea = <textarea data-bind={form.age} />;
// @ts-expect-error
export const objectOnInput = <input data-bind={form.place} />;
// @ts-expect-error: fits one of the two only
export const dynamicType = <input type={condition ? "checkbox" : "text"} data-bind={form.agreed} />;
// @ts-expect-error
export const withEvent = <input type="checkbox" data-bind={{ signal: form.age, event: "change" }} />;

// @ts-expect-error
export const value = <input type="number" data-bind={1} />;
// @ts-expect-error
export const set = <input data-bind={form} />;
// @ts-expect-error
export const undeclaredSignal = <input data-bind={form.nmae} />;
// @ts-expect-error
export const unknownModifier = <textarea data-bind={{ signal: form.name, events: "change" }} />;
// @ts-expect-error
export const noSignal = <input data-bind={{ event: "change" }} />;
// @ts-expect-error
export const unknownType = <input type="chekbox" data-bind={form.agreed} />;

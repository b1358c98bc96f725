import { text } from "../../text.js";
import type { Field } from "./data.js";

const Input = ({ field }: { field: Field }) => (
  <label for={field.name} class="field" title={field.label} lang="en" dir="ltr">
    {text(field.label)}
    <input
      id={field.name}
      name={field.name}
      type="text"
      class={field.required ? "input input-required" : "input"}
      value={field.value}
      placeholder={field.label}
      maxlength={field.max}
      tabindex={0}
      autocomplete="off"
      required={field.required}
      disabled={field.disabled}
      aria-label={field.label}
      aria-describedby={`${field.name}-help`}
      data-field={field.name}
      style={{ color: field.color }}
    />
  </label>
);

export const render = (fields: readonly Field[]) => (
  <form action="/save" method="post" id="form" class="form">
    {fields.map((field) => (
      <Input field={field} />
    ))}
  </form>
);

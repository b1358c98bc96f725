// Small things that several views show.
import type { Child } from "datastar-tsx";

export const Label = ({ name }: { readonly name: string }) => <span class={["label", name]}>{name}</span>;

export const State = ({ state }: { readonly state: "open" | "closed" }) => (
  <span class={["state", state]}>{state === "open" ? "Open" : "Closed"}</span>
);

const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

export const When = ({ date }: { readonly date: Date }) => (
  <time datetime={date.toISOString()}>{format.format(date)}</time>
);

/** Text that somebody has written, with its paragraphs. */
export const Prose = ({ children }: { readonly children: string }) => (
  <div class="prose">
    {children.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
);

interface OptionsProps {
  readonly of: readonly string[];
  readonly chosen: string;
  /** What stands for none of them. */
  readonly none?: Child;
}

export const Options = ({ of, chosen, none }: OptionsProps) => (
  <>
    {none !== undefined && <option value="">{none}</option>}
    {of.map((name) => (
      <option value={name} selected={name === chosen}>
        {name.charAt(0).toUpperCase() + name.slice(1)}
      </option>
    ))}
  </>
);

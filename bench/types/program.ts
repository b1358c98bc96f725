/** One component of the program: what a page of a Datastar application is made of, in what all toolkits can spell. */
function component(n: number): string {
  return `
export const Item${n} = ({ id, title, done, tags }: { id: number; title: string; done: boolean; tags: string[] }) => (
  <li id={"item-" + id} class={done ? "done" : "open"} data-show="$filter === 'all' || $filter === '${n}'">
    <form data-on:submit="@post('/items/${n}')" data-indicator="busy${n}">
      <label for="title-${n}">Title</label>
      <input id="title-${n}" name="title" type="text" maxlength={80} required value={title} data-bind="title${n}" />
      <input type="checkbox" checked={done} data-bind="done${n}" aria-label="Done" />
      <select name="kind" data-bind="kind${n}" data-on:change="@patch('/items/${n}/kind')">
        <option value="a" selected>A</option>
        <option value="b">B</option>
      </select>
      <button type="submit" disabled={done} data-attr:disabled="$busy${n}" data-class:active="$title${n} !== ''">
        Save
      </button>
    </form>
    <p data-signals="{count${n}: 0}" data-text="$count${n}" data-on:click="$count${n}++" title={title} />
    <a href={"/items/" + id} target="_blank" rel="noopener">{title}</a>
    <img src={"/images/" + id} alt="" width={40} height={40} loading="lazy" />
    <ul>{tags.map((tag) => <li class="tag">{tag}</li>)}</ul>
    <svg viewBox="0 0 10 10" width="10" height="10"><circle cx="5" cy="5" r="4" /><path d="M0 0L10 10" /></svg>
  </li>
);
`;
}

const componentsPerFile = 50;

/** The files of a program of so many components. */
export function program(components: number): Map<string, string> {
  const files = new Map<string, string>();
  for (let first = 0; first < components; first += componentsPerFile) {
    const numbers = Array.from({ length: Math.min(componentsPerFile, components - first) }, (_, i) => first + i);
    files.set(`items-${first}.tsx`, numbers.map(component).join(""));
  }
  return files;
}

/** A component of hardly anything but expressions, six of them: what `check` has most to do with beside `tsc`. */
function expressions(n: number): string {
  return `
import { js, post } from "datastar-tsx";
import { page } from "./state.js";

export const Item${n} = ({ id }: { id: number }) => (
  <li id={"item-" + id} data-show={js\`\${page.filter} === "all"\`}>
    <input data-bind={page.name} data-on:keydown={js\`evt.key === "Escape" && (\${page.name} = el.defaultValue)\`} />
    <button data-on:click={js\`\${page.saved}++; \${post("/items")}\`} data-attr:disabled={js\`!\${page.open}\`}>Save</button>
    <p data-text="$count + 1" data-class:open={js\`\${page.open} && \${page.count} > \${id}\`} />
  </li>
);
`;
}

/** The files of a program of so many components of expressions, each in a file of its own. */
export function expressionProgram(components: number): Map<string, string> {
  return new Map(Array.from({ length: components }, (_, n) => [`items-${n}.tsx`, expressions(n)]));
}

/** The page that declares what all components read. */
export const state = `import { signals } from "datastar-tsx";

export const page = signals({ filter: "all", name: "", count: 0, saved: 0, open: false });
`;

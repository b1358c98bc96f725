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

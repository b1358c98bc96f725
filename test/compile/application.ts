/** A small program that prints a page, and what an error in one of its components looks like. */
export const application = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: { target: "es2022", module: "nodenext", jsx: "react-jsx", jsxImportSource: "datastar-tsx" },
  }),
  "src/main.tsx": `import { js, signals, type Child } from "datastar-tsx";
import { List, type Item } from "./list.js";

const state = signals({ count: 0 });
const Layout = ({ children }: { children: Child }): unknown => (
  <main data-signals={state}>
    <button data-on:click={js\`\${state.count}++\`}>+</button>
    {children}
  </main>
);

const items: Item[] = [{ id: 1, title: "<one>" }, { id: 2, title: "two" }];
const Page = () => (
  <Layout>
    <List items={items} />
  </Layout>
);
console.log(String(<Page />));

try {
  String(<List items={[{ id: 3, title: { text: "three" } as never }]} />);
} catch (error) {
  console.log((error as Error).stack);
}
`,
  "src/list.tsx": `export interface Item {
  readonly id: number;
  readonly title: string;
}

enum Mark { New = "new" }

export const List = ({ items }: { items: readonly Item[] }) => (
  <ul>
    {items.map((item) => (
      <li id={\`item-\${item.id}\`} class={Mark.New}>
        <b>
          {item.title}
        </b>
      </li>
    ))}
  </ul>
);
`,
};

/** A module in which data would become code. */
export const refused = {
  "src/refused.tsx": `export const Row = ({ id }: { id: string }) => (
  <button data-on:click={\`@post('/rows/\${id}')\`}>Save</button>
);
console.log(String(<Row id="1" />));
`,
};

/** What each tool says of it. */
export const refusal =
  "data-on:click: id would run as code in the browser, whatever is in it; write post(url`/rows/${id}`).";

/** Where: the tools print it in their ways. */
export const refusalPlace = /src[\/\\]refused\.tsx[:(]2:2[56]/;

/** The page that it prints. */
export const page =
  '<main data-signals="{count: 0}"><button data-on:click="$count++">+</button>' +
  '<ul><li id="item-1" class="new"><b>&lt;one></b></li><li id="item-2" class="new"><b>two</b></li></ul></main>';

/** What it prints of the error. */
export const message = "<b> cannot render a plain object with text in it as a child";

/** Where the child stands that the error is about. */
export const place = /src[\/\\]list\.tsx:13:\d+/;

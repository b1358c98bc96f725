import { Feed, js } from "datastar-tsx";
import { isDevelopment } from "./development.ts";
import { Layout } from "./layout.tsx";
import { routes, todo } from "./routes.ts";
import { TodoList } from "./todo-list.tsx";
import { allTodos } from "./todos.ts";

export const TodoPage = ({ nonce }: { readonly nonce: string | undefined }) => (
  <Layout title="To do" nonce={nonce}>
    <main data-signals={todo}>
      <h1>To do</h1>
      <form data-on:submit={routes.add()}>
        <input placeholder="What is to be done?" aria-label="What is to be done?" autofocus data-bind={todo.draft} />
        <button data-attr:disabled={js`${todo.draft}.trim() === ""`}>Add</button>
      </form>
      <TodoList todos={allTodos()} />
      <p role="status" hidden data-attr:hidden={js`!${todo._offline}`}>
        No connection. What you see may be old.
      </p>
      {/* In development, the server starts again when a file is saved, and then the page is loaded again. */}
      <Feed
        url={routes.feed.url()}
        offline={todo._offline}
        missed={isDevelopment ? js`location.reload()` : undefined}
      />
    </main>
  </Layout>
);

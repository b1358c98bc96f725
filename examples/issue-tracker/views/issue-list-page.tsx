import { type Child, js } from "datastar-tsx";
import type { Filter } from "../forms.js";
import { labels } from "../issues.js";
import { routes } from "../routes.js";
import type { User } from "../users.js";
import { IssueForm } from "./issue-form.js";
import { Layout } from "./layout.js";
import { Options } from "./parts.js";

interface IssueListPageProps {
  readonly nonce: string;
  readonly user: User;
  readonly users: readonly User[];
  readonly filter: Filter;
  /** The list itself. */
  readonly children: Child;
}

export const IssueListPage = ({ nonce, user, users, filter, children }: IssueListPageProps) => (
  <Layout title="Issues" nonce={nonce} user={user}>
    <div class="heading">
      <h1>Issues</h1>
      <a
        class="button primary"
        href={routes.newIssue.url()}
        data-on:click={{ do: js`document.querySelector("dialog").showModal()`, prevent: true }}
      >
        New issue
      </a>
    </div>
    <FilterForm filter={filter} users={users} />
    {children}
    <dialog aria-labelledby="new-issue">
      <div class="heading">
        <h2 id="new-issue">New issue</h2>
        <form method="dialog">
          <button class="quiet" aria-label="Close">
            ✕
          </button>
        </form>
      </div>
      <IssueForm />
    </dialog>
  </Layout>
);

/** Searches while somebody types; without JavaScript, when it is sent. */
const FilterForm = ({ filter, users }: { readonly filter: Filter; readonly users: readonly User[] }) => (
  <form
    class="filter"
    role="search"
    action={routes.issues.url()}
    data-on={{ input: { do: routes.issues(), debounce: 200 }, submit: routes.issues() }}
  >
    <input type="search" name="search" value={filter.search} placeholder="Search" aria-label="Search" />
    <select name="state" aria-label="State">
      <Options of={["open", "closed", "all"]} chosen={filter.state} />
    </select>
    <select name="label" aria-label="Label">
      <Options of={labels} chosen={filter.label} none="Any label" />
    </select>
    <select name="assignee" aria-label="Assignee">
      <Options of={users.map(({ name }) => name)} chosen={filter.assignee} none="Anybody" />
    </select>
    <noscript>
      <button>Search</button>
    </noscript>
  </form>
);

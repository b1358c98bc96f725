import { Feed, get, js } from "datastar-tsx";
import type { Filter } from "../forms.js";
import { type IssueRow, labels, pageSize } from "../issues.js";
import { routes } from "../routes.js";
import { net } from "../signals.js";
import { Label, Options, State, When } from "./parts.js";

interface IssueListProps {
  readonly filter: Filter;
  readonly rows: readonly IssueRow[];
  readonly total: number;
  readonly mayEdit: boolean;
}

/** A filter as the parameters of an address, without what goes without saying. */
export const parametersOf = ({ search, state, label, assignee, pages }: Filter) => ({
  search: search || undefined,
  state: state === "open" ? undefined : state,
  label: label || undefined,
  assignee: assignee || undefined,
  pages: pages === 1 ? undefined : pages,
});

/** The issues of a filter: live, and with the stream that keeps them so. */
export const IssueList = ({ filter, rows, total, mayEdit }: IssueListProps) => (
  <section id="issues" aria-label="Issues">
    <p class="count" role="status">
      {total === 0 ? "No issues found." : `${total} ${total === 1 ? "issue" : "issues"}`}
    </p>
    <form
      method="post"
      action={routes.changeIssues.url()}
      data-on:submit={js`${routes.changeIssues()}.then(() => el.reset())`}
    >
      <ol class="issues">
        {rows.map((issue) => (
          <Row issue={issue} mayEdit={mayEdit} />
        ))}
      </ol>
      {rows.length < total && <More filter={filter} left={total - rows.length} />}
      {mayEdit && <BulkActions />}
    </form>
    <Feed id="feed" url={routes.issuesFeed.url(parametersOf(filter))} offline={net._offline} />
  </section>
);

const Row = ({ issue, mayEdit }: { readonly issue: IssueRow; readonly mayEdit: boolean }) => (
  <li id={`issue-${issue.id}`} class={issue.state}>
    {mayEdit && (
      <label class="select">
        <input type="checkbox" name="issue" value={issue.id} />
        <span class="visually-hidden">Select issue {issue.id}</span>
      </label>
    )}
    <div>
      <a href={routes.issue.url({ id: issue.id })}>{issue.title}</a>{" "}
      {issue.labels.map((name) => (
        <Label name={name} />
      ))}
      <p class="meta">
        {issue.state === "closed" && <State state="closed" />} #{issue.id} · <When date={issue.createdAt} /> by{" "}
        {issue.author}
        {issue.assignee && ` · for ${issue.assignee}`}
        {issue.comments > 0 && ` · ${issue.comments} ${issue.comments === 1 ? "comment" : "comments"}`}
      </p>
    </div>
  </li>
);

/** Asks for more once it comes into view; without JavaScript, a link. */
const More = ({ filter, left }: { readonly filter: Filter; readonly left: number }) => {
  const more = routes.issues.url(parametersOf({ ...filter, pages: filter.pages + 1 }));
  return (
    <p class="more" data-on-intersect={get(more)}>
      <a href={more}>{Math.min(left, pageSize)} more</a>
    </p>
  );
};

/** What can be done with all that are selected; a style shows it when some are, and counts them. */
const BulkActions = () => (
  <div class="bulk" role="group" aria-label="Selected issues">
    <output class="selected" />
    <button name="action" value="close">
      Close
    </button>
    <button name="action" value="reopen">
      Reopen
    </button>
    <select name="label" aria-label="Label for the selected issues">
      <Options of={labels} chosen="bug" />
    </select>
    <button name="action" value="label">
      Add label
    </button>
    <button type="reset" class="quiet">
      Cancel
    </button>
  </div>
);

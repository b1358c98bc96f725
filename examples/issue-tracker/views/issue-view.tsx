import { js } from "datastar-tsx";
import { type Issue, labels } from "../issues.js";
import { routes } from "../routes.js";
import { editing } from "../signals.js";
import type { User } from "../users.js";
import { AttachmentForm } from "./attachment-form.js";
import { Label, Options, Prose, State, When } from "./parts.js";

interface IssueViewProps {
  readonly issue: Issue;
  readonly mayEdit: boolean;
  /** Who looks at it now. */
  readonly viewers: readonly User[];
  readonly users: readonly User[];
}

/** All of an issue: live. What somebody is typing into it stays. */
export const IssueView = ({ issue, mayEdit, viewers, users }: IssueViewProps) => (
  <article id="issue">
    <Title issue={issue} mayEdit={mayEdit} />
    <p class="meta">
      <State state={issue.state} /> #{issue.id} · <When date={issue.createdAt} /> by {issue.author}
    </p>
    <Viewers viewers={viewers} />
    <div class="columns">
      <div class="stack">
        <Prose>{issue.body}</Prose>
        <Discussion issue={issue} />
      </div>
      <aside class="stack">
        <Properties issue={issue} mayEdit={mayEdit} users={users} />
        <Attachments issue={issue} />
      </aside>
    </div>
  </article>
);

interface PartProps {
  readonly issue: Issue;
  readonly mayEdit: boolean;
}

/** The title, and the form in its place while it is edited. A morph leaves alone which of them is shown. */
const Title = ({ issue, mayEdit }: PartProps) => (
  <>
    <div id="title" class="heading" data-attr={{ hidden: editing._titleIsOpen }} data-preserve-attr="hidden">
      <h1>{issue.title}</h1>
      {mayEdit && (
        <button
          class="quiet"
          data-on:click={js`
            ${editing.title} = ${issue.title};
            ${editing._titleError} = "";
            ${editing._titleIsOpen} = true;
            setTimeout(() => document.querySelector("#new-title").select());
          `}
        >
          Edit
        </button>
      )}
    </div>
    {mayEdit && (
      <form
        id="title-form"
        class="stack"
        hidden
        data-attr={{ hidden: js`!${editing._titleIsOpen}` }}
        data-preserve-attr="hidden"
        data-on={{
          submit: routes.rename({ id: issue.id }),
          keydown: js`if (evt.key === "Escape") ${editing._titleIsOpen} = false`,
        }}
      >
        <div class="row">
          <input
            id="new-title"
            aria-label="Title"
            aria-describedby="new-title-error"
            autocomplete="off"
            data-bind={editing.title}
            data-attr={{ "aria-invalid": js`${editing._titleError} !== ""` }}
          />
          <button class="primary">Save</button>
          <button type="button" class="quiet" data-on:click={js`${editing._titleIsOpen} = false`}>
            Cancel
          </button>
        </div>
        <p id="new-title-error" class="error" role="alert" data-text={editing._titleError} />
      </form>
    )}
  </>
);

const Viewers = ({ viewers }: { readonly viewers: readonly User[] }) => (
  <p id="viewers" class="viewers" aria-label="Who looks at this issue now">
    {viewers.length > 0 && "Here now:"}
    {viewers.map(({ name }) => (
      <span>
        <span class="avatar" aria-hidden="true">
          {name[0]}
        </span>
        {name}
      </span>
    ))}
  </p>
);

const Discussion = ({ issue }: { readonly issue: Issue }) => (
  <section class="stack" aria-labelledby="comments">
    <h2 id="comments">Comments</h2>
    {issue.discussion.map(({ id, author, body, createdAt }) => (
      <article id={`comment-${id}`} class="comment">
        <p class="meta">
          <b>{author}</b> · <When date={createdAt} />
        </p>
        <Prose>{body}</Prose>
      </article>
    ))}
    <form
      class="stack"
      method="post"
      action={routes.comment.url({ id: issue.id })}
      data-on:submit={routes.comment({ id: issue.id })}
    >
      <label>
        Your comment <textarea name="comment" rows="4" required data-bind={editing._comment} />
      </label>
      <button class="primary">Comment</button>
    </form>
  </section>
);

const Properties = ({ issue, mayEdit, users }: PartProps & Pick<IssueViewProps, "users">) => {
  if (!mayEdit)
    return (
      <section class="stack" aria-label="Properties">
        <p>{issue.assignee ? `For ${issue.assignee}` : "Nobody is assigned."}</p>
        <p>
          {issue.labels.map((name) => (
            <Label name={name} />
          ))}
        </p>
      </section>
    );
  const turn = issue.state === "open" ? routes.close : routes.reopen;
  return (
    <section class="stack" aria-label="Properties">
      <form method="post" action={turn.url({ id: issue.id })} data-on:submit={turn({ id: issue.id })}>
        <button>{issue.state === "open" ? "Close issue" : "Reopen issue"}</button>
      </form>
      <form
        class="stack"
        method="post"
        action={routes.setProperties.url({ id: issue.id })}
        data-on:change={routes.setProperties({ id: issue.id })}
      >
        <label>
          Assignee
          <select name="assignee">
            <Options of={users.map(({ name }) => name)} chosen={issue.assignee ?? ""} none="Nobody" />
          </select>
        </label>
        <fieldset>
          <legend>Labels</legend>
          {labels.map((name) => (
            <label class="choice">
              <input type="checkbox" name="label" value={name} checked={issue.labels.includes(name)} />
              <Label name={name} />
            </label>
          ))}
        </fieldset>
        <noscript>
          <button>Save</button>
        </noscript>
      </form>
    </section>
  );
};

const Attachments = ({ issue }: { readonly issue: Issue }) => (
  <section class="stack" aria-labelledby="attachments">
    <h2 id="attachments">Attachments</h2>
    <ul class="attachments">
      {issue.attachments.map(({ id, name, size }) => (
        <li>
          <a href={routes.attachment.url({ id })} download={name}>
            {name}
          </a>{" "}
          <span class="meta">{Math.ceil(size / 1000)} KB</span>
        </li>
      ))}
    </ul>
    <AttachmentForm id={issue.id} />
  </section>
);

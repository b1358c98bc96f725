import { js, type RequestError } from "datastar-tsx";
import { labels } from "../issues.js";
import { routes } from "../routes.js";
import { sending } from "../signals.js";
import { Options } from "./parts.js";

/** What was sent, and what is wrong with it. */
export type Refused = Pick<RequestError, "input" | "messages">;

/** The same form in a dialog and, without JavaScript, on a page; with what was refused beside the fields. */
export const IssueForm = ({ refused }: { readonly refused?: Refused | undefined }) => {
  const { input = {}, messages = {} } = refused ?? {};
  const titleError = messages["title"];
  const bodyError = messages["body"];
  return (
    <form
      id="issue-form"
      class="stack"
      method="post"
      action={routes.createIssue.url()}
      data-signals={sending}
      data-on:submit={routes.createIssue()}
      data-indicator={sending._sending}
    >
      <label>
        Title
        <input
          name="title"
          value={textOf(input["title"])}
          required
          autocomplete="off"
          aria-invalid={titleError !== undefined}
          aria-describedby="title-error"
        />
      </label>
      <p id="title-error" class="error" role="alert">
        {titleError}
      </p>
      <label>
        Description
        <textarea name="body" rows="6" aria-describedby="body-error">
          {textOf(input["body"])}
        </textarea>
      </label>
      <p id="body-error" class="error" role="alert">
        {bodyError}
      </p>
      <label>
        Label
        <select name="label">
          <Options of={labels} chosen={textOf(input["label"])} none="None" />
        </select>
      </label>
      <button class="primary" data-attr={{ disabled: js`${sending._sending}` }}>
        Create issue
      </button>
    </form>
  );
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

import { js } from "datastar-tsx";
import { attachmentLimit } from "../forms.js";
import { routes } from "../routes.js";

interface AttachmentFormProps {
  /** The issue. */
  readonly id: number;
  readonly message?: string | undefined;
}

// What is too large is told before it is sent, and refused if it is sent nevertheless.
const checkSize = js`
  el.setCustomValidity(el.files[0]?.size > ${attachmentLimit} ? "At most 500 KB, please." : "");
  el.reportValidity();
`;

export const AttachmentForm = ({ id, message }: AttachmentFormProps) => (
  <form
    id="attachment-form"
    class="stack"
    method="post"
    enctype="multipart/form-data"
    action={routes.attach.url({ id })}
    data-on:submit={routes.attach({ id })}
  >
    <label>
      Add a file, up to 500 KB
      <input type="file" name="file" required aria-describedby="attachment-error" data-on:change={checkSize} />
    </label>
    <p id="attachment-error" class="error" role="alert">
      {message}
    </p>
    <button>Attach</button>
  </form>
);

// File upload. The form is sent as the browser itself would, files and all, and `readForm` checks it: what kind and size
// each file has, which is said beside the field, and how many bytes there are in all. What is beyond that limit is not
// read, and the connection is closed. While files are on their way, the indicator disables the button.
import { elementsResponse, post, readForm, RequestError, signals } from "datastar-tsx";
import { Hono } from "hono";
import { z } from "zod";
import { page } from "./layout.js";

const upload = signals({ _sending: false });
const limit = 10_000_000;

const Picture = z
  .file()
  .mime(["image/png", "image/jpeg", "image/webp"], "PNG, JPEG or WebP, please.")
  .max(1_000_000, "That is more than 1 MB.");
// A field that was sent once is one value, and a list when it was sent more often.
const Pictures = z.object({ pictures: z.preprocess((sent) => [sent].flat(), z.array(Picture)) });

const Files = ({ files = [], problem }: { files?: readonly File[]; problem?: string | undefined }) => (
  <section id="files" aria-live="polite">
    {problem && <p class="problem">{problem}</p>}
    <ul>
      {files.map(({ name, type, size }) => (
        <li>
          <b>{name}</b>, {type}, {size.toLocaleString("en")} bytes
        </li>
      ))}
    </ul>
  </section>
);

export default new Hono()
  .get("/", () =>
    page(
      "File upload",
      <form
        class="card"
        enctype="multipart/form-data"
        data-signals={upload}
        data-on:submit={post("pictures", { contentType: "form" })}
        data-indicator={upload._sending}
      >
        <label>
          Pictures, each of 1 MB at most <input type="file" name="pictures" accept="image/*" multiple required />
        </label>
        <p class="row">
          <button class="primary" data-attr:disabled={upload._sending}>
            Send
          </button>
          <progress aria-label="Sending" data-show={upload._sending} />
        </p>
        <Files />
      </form>,
    ),
  )
  .post("/pictures", async (c) => {
    try {
      const { pictures } = await readForm(c.req.raw, Pictures, { limit });
      return elementsResponse(<Files files={pictures} />);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return elementsResponse(<Files problem={Object.values(error.messages)[0] ?? error.message} />);
    }
  });

// File upload with progress. A script of a few lines sends the form, as the browser itself would, and calls back with
// the percentage, which becomes a signal. `readForm` checks the files: what kind and size each has, and how many bytes
// there are in all. What is wrong comes back as text, for a signal too; what is right is stored, and then asked for.
import { elementsResponse, get, invalidInput, js, noContent, readForm, RequestError, signals } from "datastar-tsx";
import { Hono } from "hono";
import { z } from "zod";
import { file } from "../file.js";
import { page } from "../layout.js";

declare global {
  /** Of send-form.js. */
  function sendForm(
    form: HTMLFormElement,
    url: string,
    onProgress: (percent: number) => void,
  ): Promise<{ readonly status: number; readonly responseText: string }>;
}

const upload = signals({ _sending: false, _percent: 0, _problem: "" });
const limit = 10_000_000;

const Picture = z
  .file()
  .mime(["image/png", "image/jpeg", "image/webp"], "PNG, JPEG or WebP, please.")
  .max(1_000_000, "That is more than 1 MB.");
const Pictures = z.object({ pictures: z.array(Picture) });

let stored: readonly Pick<File, "name" | "type" | "size">[] = [];

const Files = () => (
  <ul id="files" aria-live="polite">
    {stored.map(({ name, type, size }) => (
      <li>
        <b>{name}</b>, {type}, {size.toLocaleString("en")} bytes
      </li>
    ))}
  </ul>
);

const send = js`
  evt.preventDefault();
  ${upload._sending} = true;
  sendForm(el, "pictures", (percent) => ${upload._percent} = percent)
    .then(({ status, responseText }) => {
      ${upload._problem} = status === 204 ? "" : responseText;
      if (status === 204) ${get("pictures")};
    })
    .catch(({ message }) => ${upload._problem} = message)
    .finally(() => ${upload._sending} = false)
`;

export default new Hono()
  .get("/send-form.js", file(new URL("send-form.js", import.meta.url)))
  .get("/", () =>
    page("File upload", (nonce) => (
      <>
        <script nonce={nonce} src="send-form.js" />
        <form class="card" data-signals={upload} data-on:submit={{ do: send }}>
          <label>
            Pictures, each of 1 MB at most <input type="file" name="pictures" accept="image/*" multiple required />
          </label>
          <p class="row">
            <button class="primary" data-attr:disabled={upload._sending}>
              Send
            </button>
            <progress
              class="wide"
              aria-label="Sent"
              max={100}
              hidden
              data-attr={{ value: upload._percent, hidden: js`!${upload._sending}` }}
            />
          </p>
          <p role="alert" data-text={upload._problem} />
          <Files />
        </form>
      </>
    )),
  )
  .get("/pictures", () => elementsResponse(<Files />))
  .post("/pictures", async (c) => {
    const sent = await readForm(c.req.raw, Pictures, { limit }).catch(invalidInput);
    // With status 200: browsers print any other as an error, and here it is none.
    if (sent instanceof RequestError) return c.text(Object.values(sent.messages)[0] ?? sent.message);
    stored = sent.pictures;
    return noContent();
  });

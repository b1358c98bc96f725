// Inline validation. While somebody types, the server says what is wrong, beside each field; the same schema decides
// when the form is sent. A message appears once a field was left, so that nobody is told off in the middle of a word.
import { type Child, invalidInput, js, post, readSignals, RequestError, signals, signalsResponse } from "datastar-tsx";
import { Hono } from "hono";
import { z } from "zod";
import { page } from "./layout.js";

const taken = ["ada@example.org"];

const nothing = { name: "", email: "" };
const account = signals({ name: "", email: "", _problems: nothing, _left: { name: false, email: false }, _done: "" });

const Account = z.object({
  name: z.string().trim().min(3, "At least three letters, please."),
  email: z
    .email("This is no address.")
    .refine((email) => !taken.includes(email), "There is an account with this address."),
});

const Field = ({ name, children }: { name: keyof typeof nothing; children: Child }) => {
  const problem = js`${account._left[name]} ? ${account._problems[name]} : ""`;
  return (
    <>
      <label>
        {children}
        <input
          type={name === "email" ? "email" : "text"}
          aria-describedby={`${name}-problem`}
          data-bind={account[name]}
          data-attr:aria-invalid={js`${problem} !== "" && "true"`}
          data-on:blur={js`${account._left[name]} = true`}
        />
      </label>
      <p id={`${name}-problem`} class="problem" aria-live="polite" data-text={problem} />
    </>
  );
};

const problemsOf = async (request: Request): Promise<typeof nothing> => {
  const sent = await readSignals(request, Account).catch(invalidInput);
  return { ...nothing, ...(sent instanceof RequestError && sent.messages) };
};

export default new Hono()
  .get("/", () =>
    page(
      "Inline validation",
      <form
        novalidate
        class="card"
        data-signals={account}
        data-on:input={{ do: post("check"), debounce: 200 }}
        data-on:submit={post("accounts")}
      >
        <Field name="name">Name</Field>
        <Field name="email">E-mail</Field>
        <p class="quiet">Somebody has ada@example.org already.</p>
        <button class="primary">Sign up</button>
        <p role="status" data-text={account._done} />
      </form>,
    ),
  )
  .post("/check", async (c) => signalsResponse(account.patch({ _problems: await problemsOf(c.req.raw) })))
  .post("/accounts", async (c) => {
    const problems = await problemsOf(c.req.raw);
    const isRight = Object.values(problems).every((problem) => problem === "");
    return signalsResponse(
      account.patch({
        _problems: problems,
        _left: { name: !isRight, email: !isRight },
        _done: isRight ? "Welcome!" : "",
      }),
    );
  });

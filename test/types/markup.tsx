// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import type { Html } from "datastar-tsx";
import { type Child, raw, url } from "datastar-tsx";

const Later = async ({ name }: { name: string }) => <b>{name}</b>;
const Text = ({ children }: { children: Child }) => children;
const List = () => [<li />, "text", 1, null];

export const right = (
  <main id="x" class={["a", { b: true }]} style={{ color: "red", "--gap": 1 }} key={1}>
    {"text"} {1} {1n} {null} {undefined} {false} {[<i />, ["nested"]]} {new Set(["a"])} {Promise.resolve("x")}{" "}
    {raw("<b>")}
    <Later name="x" />
    <Text>one</Text>
    <Text>
      one <b>two</b>
    </Text>
    <List />
    <a href={url`/x/${1}`} className="y" />
    <label htmlFor="y" />
    <input type="checkbox" checked maxlength={3} />
    <svg viewBox="0 0 1 1">
      <path d="M0 0" />
    </svg>
  </main>
);

export const html: Html | Promise<Html> = <p />;

// @ts-expect-error
export const plainObject = <p>{{ html: "<b>" }}</p>;
// @ts-expect-error
export const date = <p>{new Date()}</p>;
// @ts-expect-error
export const notCalled = <p>{() => 1}</p>;
// @ts-expect-error
export const missingProp = <Later />;
// @ts-expect-error
export const wrongProp = <Later name={1} />;
// @ts-expect-error
export const rawNumber = raw(1);

// What can be gone through is children, but for what has names beside its values.
function* numbers() {
  yield 1;
  yield <b>2</b>;
}
export const iterables = (
  <ul>
    {new Set(["a", "b"])}
    {numbers()}
    {[1, [<li>2</li>, Promise.resolve("c")]]}
    {new Map([["a", 1]]).values()}
  </ul>
);
// @ts-expect-error: its names would be shown as well
export const map = <ul>{new Map([["a", 1]])}</ul>;
// @ts-expect-error
export const query = <p>{new URLSearchParams("a=1")}</p>;
// @ts-expect-error
export const headers = <p>{new Headers()}</p>;
// @ts-expect-error
export const dates = <p>{new Set([new Date()])}</p>;

import { text } from "../../text.js";
import { find } from "./data.js";

const User = async ({ name }: { name: string }) => {
  const found = await find(name);
  return (
    <li class="user">
      <b>{text(found)}</b>
      <span>{found.length}</span>
    </li>
  );
};

export const render = (names: readonly string[]) => (
  <section>
    <ul>
      {names.map((name) => (
        <User name={name} />
      ))}
    </ul>
  </section>
);

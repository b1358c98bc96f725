import type { Child } from "datastar-tsx";
import { text } from "../../text.js";
import type { Comment } from "./data.js";

const Author = ({ name, id }: { name: string; id: number }) => (
  <a class="author" href={`/readers/${id}`}>
    <img src={`/avatars/${id}.png`} alt="" loading="lazy" width="32" height="32" />
    {text(name)}
  </a>
);

const Card = ({ id, title, children }: { id: string; title: Child; children: Child }) => (
  <article id={id} class="card">
    <header class="card-header">{title}</header>
    {children}
  </article>
);

const Thread = ({ comment }: { comment: Comment }) => (
  <li>
    <Card id={`comment-${comment.id}`} title={<Author name={comment.author} id={comment.id} />}>
      <p class="text">{text(comment.text)}</p>
      <footer>
        <button type="button" class={comment.likes > 0 ? "like liked" : "like"} value={comment.id}>
          Like
        </button>
        {comment.likes > 0 && <small>{comment.likes}</small>}
      </footer>
    </Card>
    {comment.answers.length > 0 && <Threads comments={comment.answers} />}
  </li>
);

const Threads = ({ comments }: { comments: readonly Comment[] }) => (
  <ol class="thread">
    {comments.map((comment) => (
      <Thread comment={comment} />
    ))}
  </ol>
);

export const render = (comments: readonly Comment[]) => (
  <section id="comments">
    <h2>Comments</h2>
    <Threads comments={comments} />
  </section>
);

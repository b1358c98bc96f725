// What can be asked of the issues, and what can be done with them.
import { z } from "zod";
import type { Database, Values } from "./database.js";
import type { Filter } from "./forms.js";
import type { User } from "./users.js";

export const labels = ["bug", "feature", "documentation", "performance", "question"] as const;
export const pageSize = 30;

const count = z.number();
const date = z.number().transform((time) => new Date(time));
const names = z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)));

const Row = z.object({
  id: z.number(),
  title: z.string(),
  state: z.enum(["open", "closed"]),
  authorId: z.number(),
  author: z.string(),
  assignee: z.string().nullable(),
  labels: names,
  comments: count,
  createdAt: date,
});
/** An issue in the list. */
export type IssueRow = z.infer<typeof Row>;

const Comment = z.object({ id: z.number(), author: z.string(), body: z.string(), createdAt: date });
const Attachment = z.object({ id: z.number(), name: z.string(), size: z.number() });

/** An issue with all that belongs to it. */
export interface Issue extends IssueRow {
  readonly body: string;
  readonly discussion: readonly z.infer<typeof Comment>[];
  readonly attachments: readonly z.infer<typeof Attachment>[];
}

const columns = `issues.id, title, state, author_id AS authorId, author.name AS author, assignee.name AS assignee,
  issues.created_at AS createdAt,
  (SELECT json_group_array(label) FROM labels WHERE issue_id = issues.id) AS labels,
  (SELECT count(*) FROM comments WHERE issue_id = issues.id) AS comments`;
const tables = `issues JOIN users author ON author.id = author_id LEFT JOIN users assignee ON assignee.id = assignee_id`;

/** The issues of a filter, newest first, up to its last page; and how many there are of it in all. */
export function findIssues(database: Database, filter: Filter): { readonly rows: IssueRow[]; readonly total: number } {
  const { where, values } = conditions(filter);
  const rows = database.all(Row, `SELECT ${columns} FROM ${tables} ${where} ORDER BY issues.id DESC LIMIT ?`, [
    ...values,
    filter.pages * pageSize,
  ]);
  const found = database.first(z.object({ total: count }), `SELECT count(*) AS total FROM ${tables} ${where}`, values);
  return { rows, total: found?.total ?? 0 };
}

function conditions({ search, state, label, assignee }: Filter): { readonly where: string; readonly values: Values } {
  const text = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const all: readonly (readonly [isAsked: boolean, sql: string, values: Values])[] = [
    [search !== "", String.raw`(title LIKE ? ESCAPE '\' OR body LIKE ? ESCAPE '\')`, [text, text]],
    [state !== "all", "state = ?", [state]],
    [label !== "", "EXISTS (SELECT 1 FROM labels WHERE issue_id = issues.id AND label = ?)", [label]],
    [assignee !== "", "assignee.name = ?", [assignee]],
  ];
  const asked = all.filter(([isAsked]) => isAsked);
  return {
    where: asked.length === 0 ? "" : `WHERE ${asked.map(([, sql]) => sql).join(" AND ")}`,
    values: asked.flatMap(([, , values]) => values),
  };
}

export function findIssue(database: Database, id: number): Issue | undefined {
  const issue = database.first(
    Row.extend({ body: z.string() }),
    `SELECT ${columns}, body FROM ${tables} WHERE issues.id = ?`,
    [id],
  );
  return (
    issue && {
      ...issue,
      discussion: database.all(
        Comment,
        `SELECT comments.id, name AS author, body, created_at AS createdAt
         FROM comments JOIN users ON users.id = author_id WHERE issue_id = ? ORDER BY comments.id`,
        [id],
      ),
      attachments: database.all(
        Attachment,
        "SELECT id, name, length(content) AS size FROM attachments WHERE issue_id = ? ORDER BY id",
        [id],
      ),
    }
  );
}

export function findAttachment(database: Database, id: number) {
  const File = z.object({ name: z.string(), content: z.instanceof(Uint8Array<ArrayBuffer>) });
  return database.first(File, "SELECT name, content FROM attachments WHERE id = ?", [id]);
}

/** Returns the id of the new issue. */
export function createIssue(
  database: Database,
  author: User,
  { title, body, label }: { readonly title: string; readonly body: string; readonly label: string },
): number {
  return database.transaction(() => {
    const id = database.run("INSERT INTO issues (title, body, author_id, created_at) VALUES (?, ?, ?, ?)", [
      title,
      body,
      author.id,
      Date.now(),
    ]);
    if (label !== "") addLabel(database, id, label);
    return id;
  });
}

export function renameIssue(database: Database, id: number, title: string): void {
  database.run("UPDATE issues SET title = ? WHERE id = ?", [title, id]);
}

export function setState(database: Database, id: number, state: "open" | "closed"): void {
  database.run("UPDATE issues SET state = ? WHERE id = ?", [state, id]);
}

export function addLabel(database: Database, id: number, label: string): void {
  database.run("INSERT OR IGNORE INTO labels VALUES (?, ?)", [id, label]);
}

/** @param assignee the name of a user, or nothing for nobody */
export function setProperties(
  database: Database,
  id: number,
  { assignee, label }: { readonly assignee: string; readonly label: readonly string[] },
): void {
  database.transaction(() => {
    database.run("UPDATE issues SET assignee_id = (SELECT id FROM users WHERE name = ?) WHERE id = ?", [assignee, id]);
    database.run("DELETE FROM labels WHERE issue_id = ?", [id]);
    for (const name of label) addLabel(database, id, name);
  });
}

export function addComment(database: Database, id: number, author: User, body: string): void {
  database.run("INSERT INTO comments (issue_id, author_id, body, created_at) VALUES (?, ?, ?, ?)", [
    id,
    author.id,
    body,
    Date.now(),
  ]);
}

export function addAttachment(database: Database, id: number, name: string, content: Uint8Array): void {
  database.run("INSERT INTO attachments (issue_id, name, content) VALUES (?, ?, ?)", [id, name, content]);
}

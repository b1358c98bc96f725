// What has to hold before something is done.
import { HTTPException } from "hono/http-exception";
import type { Database } from "../database.js";
import { findIssue, type Issue } from "../issues.js";
import { mayEdit, type User } from "../users.js";

/** @throws HTTPException with status 404 when there is no such issue */
export function existing(database: Database, id: string | number): Issue {
  const issue = findIssue(database, Number(id));
  if (issue === undefined) throw new HTTPException(404, { message: "There is no such issue." });
  return issue;
}

/** @throws HTTPException with status 404 when there is no such issue, and 403 when the user may not change it */
export function editable(database: Database, id: string | number, user: User): Issue {
  const issue = existing(database, id);
  if (!mayEdit(user, issue))
    throw new HTTPException(403, { message: "Only maintainers may change what others have reported." });
  return issue;
}

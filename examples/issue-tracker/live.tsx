// The query side: what pages show, kept up to date on one long stream each. Whatever changes something says so here.
import { type ServerSentEventGenerator, stream } from "datastar-tsx";
import { createHub, type Hub } from "datastar-tsx/hub";
import type { Context } from "hono";
import type { Database } from "./database.js";
import type { Filter } from "./forms.js";
import { findIssue, findIssues } from "./issues.js";
import { compress, type Env } from "./respond.js";
import { hashToken, userOfSession } from "./sessions.js";
import { findUsers, type User } from "./users.js";
import { IssueList } from "./views/issue-list.js";
import { IssueView } from "./views/issue-view.js";

type Topic = "issues" | `issue:${number}` | `session:${string}`;

/** What is shown to many is rendered once for all of them: `mayEdit` is all that tells visitors apart. */
export function createLive(database: Database) {
  const hub: Hub<Topic, User> = createHub({ presence: { key: ({ id }) => id } });
  hub.onJoin((topic) => hub.nudge(topic));
  hub.onLeave((topic) => hub.nudge(topic));

  const renderList = (filter: Filter, mayEdit: boolean) => (
    <IssueList filter={filter} mayEdit={mayEdit} {...findIssues(database, filter)} />
  );

  const renderIssue = (id: number, mayEdit: boolean) => {
    const issue = findIssue(database, id);
    if (issue === undefined) return [];
    const viewers = hub.clients(`issue:${id}`);
    return <IssueView issue={issue} mayEdit={mayEdit} viewers={viewers} users={findUsers(database)} />;
  };

  return {
    hub,
    renderList,
    renderIssue,
    list: hub.live("issues", renderList, { throttle: 100 }),
    issue: hub.live((id: number, _mayEdit: boolean) => `issue:${id}` as const, renderIssue, { throttle: 100 }),

    /** A stream of views, for as long as the session lasts. */
    stream(c: Context<Env>, show: (sse: ServerSentEventGenerator) => void): Response {
      const session = c.get("session");
      const handler = (sse: ServerSentEventGenerator): void => {
        hub.subscribe(`session:${hashToken(session)}`, sse);
        sse.every(30_000, () => userOfSession(database, session) ?? sse.close());
        show(sse);
      };
      return stream(c.req.raw, handler, { compression: compress });
    },

    /** Has everybody see that issues have changed. */
    changed(...ids: readonly number[]): void {
      hub.nudge("issues");
      for (const id of ids) hub.nudge(`issue:${id}`);
    },
  };
}
export type Live = ReturnType<typeof createLive>;

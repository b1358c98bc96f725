// The list: searched, followed, added to, and changed in bulk.
import {
  elementsResponse,
  invalidInput,
  isDatastarRequest,
  noContent,
  readForm,
  redirectResponse,
  RequestError,
  type ServerSentEventGenerator,
  stream,
} from "datastar-tsx";
import { Hono } from "hono";
import type { Database } from "../database.js";
import { addLabel, createIssue, setState } from "../issues.js";
import type { Live } from "../live.js";
import { compress, done, type Env, page } from "../respond.js";
import { routes } from "../routes.js";
import { findUsers } from "../users.js";
import { IssueForm } from "../views/issue-form.js";
import { IssueListPage } from "../views/issue-list-page.js";
import { parametersOf } from "../views/issue-list.js";
import { NewIssuePage } from "../views/new-issue-page.js";
import { editable } from "./guards.js";

export const listHandlers = (database: Database, live: Live) =>
  new Hono<Env>()
    // For a browser the page; for an action the list, with the address that shows the same.
    .on(routes.issues.method, routes.issues.path, async (c) => {
      const user = c.get("user");
      const filter = await readForm(c.req.raw, routes.issues.form);
      const list = live.renderList(filter, user.role === "maintainer");
      if (!isDatastarRequest(c.req.raw))
        return page(c, (nonce) => (
          <IssueListPage nonce={nonce} user={user} users={findUsers(database)} filter={filter}>
            {list}
          </IssueListPage>
        ));
      const show = async (sse: ServerSentEventGenerator) => {
        await sse.patchElements(list);
        await sse.replaceUrl(routes.issues.url(parametersOf(filter)));
      };
      return stream(c.req.raw, show, { compression: compress });
    })

    .on(routes.issuesFeed.method, routes.issuesFeed.path, async (c) => {
      const filter = await readForm(c.req.raw, routes.issuesFeed.form);
      return live.stream(c, (sse) => live.list.subscribe(sse, filter, c.get("user").role === "maintainer"));
    })

    .on(routes.newIssue.method, routes.newIssue.path, (c) =>
      page(c, (nonce) => <NewIssuePage nonce={nonce} user={c.get("user")} />),
    )

    .on(routes.createIssue.method, routes.createIssue.path, async (c) => {
      const issue = await readForm(c.req.raw, routes.createIssue.form).catch(invalidInput);
      if (issue instanceof RequestError)
        return isDatastarRequest(c.req.raw)
          ? elementsResponse(<IssueForm refused={issue} />)
          : page(c, (nonce) => <NewIssuePage nonce={nonce} user={c.get("user")} refused={issue} />, 422);
      const id = createIssue(database, c.get("user"), issue);
      live.changed(id);
      return redirectResponse(routes.issue.url({ id }), { request: c.req.raw });
    })

    .on(routes.changeIssues.method, routes.changeIssues.path, async (c) => {
      const { issue: ids, action, label } = await readForm(c.req.raw, routes.changeIssues.form);
      database.transaction(() => {
        for (const id of ids) {
          editable(database, id, c.get("user"));
          if (action === "label") addLabel(database, id, label);
          else setState(database, id, action === "close" ? "closed" : "open");
        }
      });
      live.changed(...ids);
      return done(c, routes.issues.url(), () => noContent());
    });

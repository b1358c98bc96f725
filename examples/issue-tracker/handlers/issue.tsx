// One issue: looked at, edited, discussed.
import {
  elementsResponse,
  invalidInput,
  isDatastarRequest,
  noContent,
  readForm,
  readSignals,
  redirectResponse,
  RequestError,
  signalsResponse,
} from "datastar-tsx";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Database } from "../database.js";
import { attachmentLimit, Title } from "../forms.js";
import * as issues from "../issues.js";
import type { Live } from "../live.js";
import { done, type Env, page } from "../respond.js";
import { routes } from "../routes.js";
import { editing } from "../signals.js";
import { mayEdit } from "../users.js";
import { AttachmentForm } from "../views/attachment-form.js";
import { IssuePage } from "../views/issue-page.js";
import { editable, existing } from "./guards.js";

export const issueHandlers = (database: Database, live: Live) => {
  const changed = (c: Context, id: number, reply = () => noContent()): Response => {
    live.changed(id);
    return done(c, routes.issue.url({ id }), reply);
  };

  return new Hono<Env>()
    .on(routes.issue.method, routes.issue.path, (c) => {
      const user = c.get("user");
      const issue = existing(database, c.req.param("id"));
      return page(c, (nonce) => (
        <IssuePage nonce={nonce} user={user} issue={issue}>
          {live.renderIssue(issue.id, mayEdit(user, issue))}
        </IssuePage>
      ));
    })

    .on(routes.issueFeed.method, routes.issueFeed.path, (c) => {
      const user = c.get("user");
      const issue = existing(database, c.req.param("id"));
      return live.stream(c, (sse) => {
        live.hub.enter(`issue:${issue.id}`, sse, user);
        live.issue.subscribe(sse, issue.id, mayEdit(user, issue));
      });
    })

    .on(routes.rename.method, routes.rename.path, async (c) => {
      const { id } = editable(database, c.req.param("id"), c.get("user"));
      const sent = await readSignals(c.req.raw, z.object({ title: Title })).catch(invalidInput);
      if (sent instanceof RequestError)
        return signalsResponse(editing.patch({ _titleError: sent.messages["title"] ?? "" }));
      issues.renameIssue(database, id, sent.title);
      return changed(c, id, () => signalsResponse(editing.patch({ _titleIsOpen: false, _titleError: "" })));
    })

    .on(routes.close.method, routes.close.path, (c) => {
      const { id } = editable(database, c.req.param("id"), c.get("user"));
      issues.setState(database, id, "closed");
      return changed(c, id);
    })

    .on(routes.reopen.method, routes.reopen.path, (c) => {
      const { id } = editable(database, c.req.param("id"), c.get("user"));
      issues.setState(database, id, "open");
      return changed(c, id);
    })

    .on(routes.setProperties.method, routes.setProperties.path, async (c) => {
      const { id } = editable(database, c.req.param("id"), c.get("user"));
      issues.setProperties(database, id, await readForm(c.req.raw, routes.setProperties.form));
      return changed(c, id);
    })

    .on(routes.comment.method, routes.comment.path, async (c) => {
      const { id } = existing(database, c.req.param("id"));
      const { comment } = await readForm(c.req.raw, routes.comment.form);
      issues.addComment(database, id, c.get("user"), comment);
      return changed(c, id, () => signalsResponse(editing.patch({ _comment: "" })));
    })

    .on(routes.attach.method, routes.attach.path, async (c) => {
      const { id } = existing(database, c.req.param("id"));
      // More is read than is taken, to say beside the field what is wrong. What is larger still is not read.
      const limit = 2 * attachmentLimit;
      const sent = await readForm(c.req.raw, routes.attach.form, { limit }).catch(invalidInput);
      if (sent instanceof RequestError && !isDatastarRequest(c.req.raw)) throw sent;
      if (sent instanceof RequestError)
        return elementsResponse(<AttachmentForm id={id} message={sent.messages["file"]} />);
      issues.addAttachment(database, id, sent.file.name, await sent.file.bytes());
      live.changed(id);
      // A form that is new, and so has no file in it.
      return isDatastarRequest(c.req.raw)
        ? elementsResponse(<AttachmentForm id={id} />, { mode: "replace" })
        : redirectResponse(routes.issue.url({ id }), { request: c.req.raw });
    })

    .on(routes.attachment.method, routes.attachment.path, (c) => {
      const file = issues.findAttachment(database, Number(c.req.param("id")));
      if (file === undefined) return c.notFound();
      // Whatever it is, it is saved, and neither shown nor run as a page of this site.
      return c.body(file.content, 200, {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "x-content-type-options": "nosniff",
      });
    });
};

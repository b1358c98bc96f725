// Every address of the app, for those who ask and for those who answer.
import { defineRoutes } from "datastar-tsx";
import * as forms from "./forms.js";
import { editing } from "./signals.js";

export const routes = defineRoutes({
  home: "GET /",
  stylesheet: "GET /tracker.css",
  icon: "GET /tracker.svg",
  loginPage: "GET /login?then",
  login: { route: "POST /login", form: forms.Credentials },
  logout: "POST /logout",

  issues: { route: "GET /issues?search&state&label&assignee&pages", form: forms.Filter },
  issuesFeed: { route: "GET /issues/feed?search&state&label&assignee&pages", form: forms.Filter },
  newIssue: "GET /issues/new",
  createIssue: { route: "POST /issues", form: forms.NewIssue },
  changeIssues: { route: "POST /issues/change", form: forms.BulkChange },

  issue: "GET /issues/:id",
  issueFeed: "GET /issues/:id/feed",
  rename: { route: "PUT /issues/:id/title", signals: editing.pick("title") },
  close: "POST /issues/:id/close",
  reopen: "POST /issues/:id/reopen",
  setProperties: { route: "POST /issues/:id/properties", form: forms.Properties },
  comment: { route: "POST /issues/:id/comments", form: forms.NewComment },
  attach: { route: "POST /issues/:id/attachments", form: forms.NewAttachment },
  attachment: "GET /attachments/:id",
});

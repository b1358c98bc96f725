import { type Child, Feed } from "datastar-tsx";
import type { Issue } from "../issues.js";
import { routes } from "../routes.js";
import { editing, net } from "../signals.js";
import type { User } from "../users.js";
import { Layout } from "./layout.js";

interface IssuePageProps {
  readonly nonce: string;
  readonly user: User;
  readonly issue: Issue;
  /** The issue itself. */
  readonly children: Child;
}

export const IssuePage = ({ nonce, user, issue, children }: IssuePageProps) => (
  <Layout title={issue.title} nonce={nonce} user={user}>
    <div data-signals={editing}>
      {children}
      <Feed url={routes.issueFeed.url({ id: issue.id })} offline={net._offline} />
    </div>
  </Layout>
);

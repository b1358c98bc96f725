import type { User } from "../users.js";
import { IssueForm, type Refused } from "./issue-form.js";
import { Layout } from "./layout.js";

interface NewIssuePageProps {
  readonly nonce: string;
  readonly user: User;
  readonly refused?: Refused | undefined;
}

/** For those without JavaScript, or who open the link in another tab. */
export const NewIssuePage = ({ nonce, user, refused }: NewIssuePageProps) => (
  <Layout title="New issue" nonce={nonce} user={user}>
    <div class="card narrow">
      <h1>New issue</h1>
      <IssueForm refused={refused} />
    </div>
  </Layout>
);

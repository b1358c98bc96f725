import { routes } from "../routes.js";
import type { User } from "../users.js";
import { Layout } from "./layout.js";

interface ErrorPageProps {
  readonly nonce: string;
  readonly status: number;
  readonly message: string;
  readonly user?: User | undefined;
}

export const ErrorPage = ({ nonce, status, message, user }: ErrorPageProps) => (
  <Layout title={message} nonce={nonce} user={user}>
    <section class="card narrow">
      <p class="status">{status}</p>
      <h1>{message}</h1>
      <p>
        <a href={routes.issues.url()}>Back to the issues</a>
      </p>
    </section>
  </Layout>
);

import { routes } from "../routes.js";
import { Layout } from "./layout.js";

interface LoginPageProps {
  readonly nonce: string;
  readonly then: string;
  /** The name with which somebody has failed. */
  readonly failed?: string | undefined;
}

export const LoginPage = ({ nonce, then, failed }: LoginPageProps) => (
  <Layout title="Log in" nonce={nonce}>
    <form class="card narrow" method="post" action={routes.login.url()}>
      <h1>Log in</h1>
      {failed !== undefined && (
        <p class="error" role="alert">
          There is nobody with this name and this password.
        </p>
      )}
      <input type="hidden" name="then" value={then} />
      <label>
        Name <input name="name" value={failed} autocomplete="username" required autofocus />
      </label>
      <label>
        Password <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button class="primary">Log in</button>
    </form>
  </Layout>
);

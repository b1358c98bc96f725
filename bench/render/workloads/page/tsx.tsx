import type { Child } from "datastar-tsx";
import { text } from "../../text.js";
import type { User } from "./data.js";

const links = [
  ["/", "Home"],
  ["/users", "Users"],
  ["/orders", "Orders"],
  ["/settings", "Settings"],
] as const;

const Layout = ({ title, children }: { title: string; children: Child }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{text(title)}</title>
      <link rel="stylesheet" href="/assets/site.css" />
    </head>
    <body>
      <header class="site-header">
        <nav>
          {links.map(([href, label]) => (
            <a href={href} class={href === "/users" ? "current" : undefined}>
              {text(label)}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">{children}</main>
      <footer>
        <p>All rights reserved.</p>
      </footer>
    </body>
  </html>
);

const Badge = ({ role }: { role: string }) => <span class={`badge badge-${role}`}>{text(role)}</span>;

const Row = ({ user }: { user: User }) => (
  <tr id={`user-${user.id}`} class={user.active ? "row" : "row row-inactive"}>
    <td class="number">{user.id}</td>
    <td>
      <a href={`/users/${user.id}`} title={user.note}>
        {text(user.name)}
      </a>
    </td>
    <td>{text(user.email)}</td>
    <td>
      <Badge role={user.role} />
    </td>
    <td class="number">{user.visits}</td>
    <td>
      <input type="checkbox" name="selected" value={user.id} checked={user.active} />
      <button type="button" class="button" disabled={!user.active}>
        Edit
      </button>
    </td>
  </tr>
);

export const render = (users: readonly User[]) => (
  <Layout title="Users & roles">
    <section class="users">
      <h1>Users</h1>
      <p>{users.length} users, sorted by name.</p>
      <table>
        <thead>
          <tr>
            <th>Id</th>
            <th>Name</th>
            <th>Email</th>
            <th>Role</th>
            <th>Visits</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <Row user={user} />
          ))}
        </tbody>
      </table>
    </section>
  </Layout>
);

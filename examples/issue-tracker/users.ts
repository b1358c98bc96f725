// Who there is, what each may do, and passwords.
import { type BinaryLike, randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import type { Database } from "./database.js";

export const User = z.object({ id: z.number(), name: z.string(), role: z.enum(["maintainer", "reporter"]) });
export type User = z.infer<typeof User>;

export function findUsers(database: Database): User[] {
  return database.all(User, "SELECT id, name, role FROM users ORDER BY name");
}

/** Whether somebody may change an issue: maintainers every one, others their own. */
export function mayEdit(user: User, issue: { readonly authorId: number }): boolean {
  return user.role === "maintainer" || issue.authorId === user.id;
}

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);
// As OWASP asks: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

/** A password as it is kept: salt and hash, in Base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("base64")}:${(await derive(password, salt, 32, cost)).toString("base64")}`;
}

// As much work for a name that nobody has: how long the answer takes does not say which names there are.
const nobody = `${randomBytes(16).toString("base64")}:${randomBytes(32).toString("base64")}`;

/** The user with this name, if that is the password. */
export async function findByPassword(database: Database, name: string, password: string): Promise<User | undefined> {
  const found = database.first(
    User.extend({ password: z.string() }),
    "SELECT id, name, role, password FROM users WHERE name = ?",
    [name],
  );
  const [salt = "", hash = ""] = (found?.password ?? nobody).split(":");
  const derived = await derive(password, Buffer.from(salt, "base64"), 32, cost);
  return timingSafeEqual(derived, Buffer.from(hash, "base64")) ? found : undefined;
}

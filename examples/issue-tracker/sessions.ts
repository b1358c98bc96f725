// Who is logged in. The browser has a random token, the database its hash: who reads the database can be nobody.
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "./database.js";
import { User } from "./users.js";

export const sessionSeconds = 14 * 24 * 60 * 60;

/** Starts a session. Returns its token, for a cookie. */
export function startSession(database: Database, user: User): string {
  const token = randomBytes(32).toString("base64url");
  database.run("DELETE FROM sessions WHERE expires_at < ?", [Date.now()]);
  database.run("INSERT INTO sessions VALUES (?, ?, ?)", [
    hashToken(token),
    user.id,
    Date.now() + sessionSeconds * 1000,
  ]);
  return token;
}

/** Whose session it is, unless it is over. */
export function userOfSession(database: Database, token: string): User | undefined {
  return database.first(
    User,
    "SELECT id, name, role FROM sessions JOIN users ON id = user_id WHERE token_hash = ? AND expires_at > ?",
    [hashToken(token), Date.now()],
  );
}

export function endSession(database: Database, token: string): void {
  database.run("DELETE FROM sessions WHERE token_hash = ?", [hashToken(token)]);
}

/** What a token is called where others may see it. It has 256 random bits: no salt, and no slow hash, is needed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

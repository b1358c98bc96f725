// The one file that knows which SQL database this is. The schema is brought up to date when a file is opened.
import sqlite from "node-sqlite3-wasm";
import type { z } from "zod";
import { claim } from "./claim.js";

/** What a statement takes in the place of each `?`. */
export type Values = (string | number | Uint8Array | null)[];

export interface Database {
  /** Runs a statement; returns the id of the row that it has inserted. */
  run(sql: string, values?: Values): number;
  /** The rows of a query, each as the schema says. */
  all<T>(row: z.ZodType<T>, sql: string, values?: Values): T[];
  /** The first row of a query, if there is one. */
  first<T>(row: z.ZodType<T>, sql: string, values?: Values): T | undefined;
  /** All that `work` changes, or nothing of it if it throws. */
  transaction<T>(work: () => T): T;
  close(): void;
}

// Each brings the schema one version further. Append to the list; what has run somewhere is never edited.
const migrations = [
  `CREATE TABLE users (
     id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, role TEXT NOT NULL,
     password TEXT NOT NULL) STRICT;
   CREATE TABLE sessions (
     token_hash TEXT PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
     expires_at INTEGER NOT NULL) STRICT;
   CREATE TABLE issues (
     id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open',
     author_id INTEGER NOT NULL REFERENCES users, assignee_id INTEGER REFERENCES users,
     created_at INTEGER NOT NULL) STRICT;
   CREATE TABLE labels (
     issue_id INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE, label TEXT NOT NULL,
     PRIMARY KEY (issue_id, label)) STRICT;
   CREATE TABLE comments (
     id INTEGER PRIMARY KEY, issue_id INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
     author_id INTEGER NOT NULL REFERENCES users, body TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
   CREATE INDEX comments_of_issue ON comments (issue_id);`,
  `CREATE TABLE attachments (
     id INTEGER PRIMARY KEY, issue_id INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
     name TEXT NOT NULL, content BLOB NOT NULL) STRICT;
   CREATE INDEX attachments_of_issue ON attachments (issue_id);`,
];

/**
 * Opens a database, and makes it if need be. Without a file, it is in memory.
 *
 * @throws Error if another process has opened the file
 */
export function openDatabase(file?: string): Database {
  const release = file === undefined ? () => {} : claim(file);
  const connection = new sqlite.Database(file);
  const database: Database = {
    run: (sql, values = []) => Number(connection.run(sql, values).lastInsertRowid),
    all: (row, sql, values = []) => connection.all(sql, values).map((found) => row.parse(found)),
    first: (row, sql, values = []) => {
      const found = connection.get(sql, values);
      return found === null ? undefined : row.parse(found);
    },
    transaction(work) {
      connection.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        connection.exec("COMMIT");
        return result;
      } catch (error) {
        connection.exec("ROLLBACK");
        throw error;
      }
    },
    close() {
      connection.close();
      release();
    },
  };
  const version = Number(connection.get("PRAGMA user_version")?.["user_version"]);
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => connection.exec(`${migration}; PRAGMA user_version = ${index + 1}`));
  }
  return database;
}

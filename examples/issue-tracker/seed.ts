// Users and issues to begin with.
import { z } from "zod";
import type { Database } from "./database.js";
import { labels } from "./issues.js";
import { hashPassword } from "./users.js";

/** The password of everybody here. */
export const demoPassword = "correct horse battery";

const people = [
  ["Ada", "maintainer"],
  ["Grace", "maintainer"],
  ["Alan", "reporter"],
] as const;

const places = [
  "The login form",
  "Search",
  "The export to CSV",
  "The calendar",
  "Dark mode",
  "The settings page",
  "The mobile menu",
  "Keyboard navigation",
  "The activity feed",
  "Print view",
  "The onboarding tour",
  "Image upload",
  "The billing page",
  "The inbox",
] as const;

const matters = [
  ["is slow with a thousand entries", "performance"],
  ["loses focus after saving", "bug"],
  ["should remember what was chosen last", "feature"],
  ["has no description in the manual", "documentation"],
  ["flickers when it is opened", "bug"],
  ["ignores the time zone of the user", "bug"],
  ["could work offline", "feature"],
  ["is not announced to screen readers", "bug"],
  ["needs an example with real data", "documentation"],
  ["shows an old state after a reload", "bug"],
  ["should be configurable per project", "feature"],
  ["asks the server twice", "performance"],
  ["breaks lines in odd places", "bug"],
  ["works differently on Fridays: is that meant?", "question"],
  ["wants a shortcut", "feature"],
] as const;

/** Fills a database that has no users yet. */
export async function seedOnce(database: Database): Promise<void> {
  if (database.first(z.object({}), "SELECT 1 FROM users") !== undefined) return;
  seed(database, await hashPassword(demoPassword), 200);
}

/** @param password the hash of everybody's password */
export function seed(database: Database, password: string, issues: number): void {
  database.transaction(() => {
    const users = people.map(([name, role]) =>
      database.run("INSERT INTO users (name, role, password) VALUES (?, ?, ?)", [name, role, password]),
    );
    const start = Date.UTC(2026, 0, 5, 9);
    for (let i = 0; i < issues; i++) {
      const place = places[i % places.length] ?? "";
      const [matter, label] = matters[(i * 7) % matters.length] ?? ["", "bug"];
      const id = database.run(
        "INSERT INTO issues (title, body, state, author_id, assignee_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        [
          `${place} ${matter}`,
          `${place} ${matter}${matter.endsWith("?") ? "" : "."}\n\nSeen in version 4.${i % 9}. It is the same in other browsers.`,
          i % 4 === 1 ? "closed" : "open",
          users[i % users.length] ?? null,
          i % 5 < 2 ? (users[(i + 1) % users.length] ?? null) : null,
          start + i * 26 * 60 * 60 * 1000,
        ],
      );
      const also = i % 11 === 0 ? [labels[i % labels.length] ?? label] : [];
      for (const name of new Set([label, ...also])) database.run("INSERT INTO labels VALUES (?, ?)", [id, name]);
      if (i % 6 === 0)
        database.run("INSERT INTO comments (issue_id, author_id, body, created_at) VALUES (?, ?, ?, ?)", [
          id,
          users[(i + 2) % users.length] ?? null,
          "I can reproduce this. A recording is on its way.",
          start + i * 26 * 60 * 60 * 1000 + 60 * 60 * 1000,
        ]);
    }
  });
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly active: boolean;
  readonly visits: number;
  readonly note: string;
}

const names = [
  "Ada Lovelace",
  "Grace Hopper",
  "Alan Turing",
  "Edsger Dijkstra",
  "Barbara Liskov",
  "Tom & Jerry",
  "Donald Knuth",
  "<Radia> Perlman",
];
const roles = ["admin", "editor", "reader"];

/** A table of users; of eight names two need escaping. */
export function users(count: number): readonly User[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    name: `${names[i % names.length]} ${i}`,
    email: `user-${i}@example.com`,
    role: roles[i % roles.length] ?? "",
    active: i % 4 !== 0,
    visits: (i * 37) % 1000,
    note: `Joined in ${2000 + (i % 25)}, writes about compilers, mathematics and tea.`,
  }));
}

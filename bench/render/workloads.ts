import { names } from "./workloads/async/data.js";
import { fields } from "./workloads/attributes/data.js";
import { comments } from "./workloads/comments/data.js";
import { numbers } from "./workloads/components/data.js";
import { todos } from "./workloads/datastar/data.js";
import { holes } from "./workloads/layout/data.js";
import { users } from "./workloads/page/data.js";
import { plain, special } from "./workloads/text/data.js";

/** What is rendered: a folder of `workloads/`, and the data that its `render` takes. */
export interface Workload {
  readonly name: string;
  readonly folder: string;
  readonly data: unknown;
  readonly isAsync?: true;
}

export const workloads: readonly Workload[] = [
  { name: "page, 100 rows", folder: "page", data: users(100) },
  { name: "page, 1,000 rows", folder: "page", data: users(1000) },
  { name: "page, 10,000 rows", folder: "page", data: users(10_000) },
  { name: "comments", folder: "comments", data: comments },
  { name: "tiny components", folder: "components", data: numbers },
  { name: "attributes", folder: "attributes", data: fields },
  { name: "plain text", folder: "text", data: plain },
  { name: "text to escape", folder: "text", data: special },
  { name: "Datastar, typed", folder: "datastar", data: todos },
  { name: "Datastar, as strings", folder: "datastar-strings", data: todos },
  { name: "static layout", folder: "layout", data: holes },
  { name: "async components", folder: "async", data: names, isAsync: true },
];

/** The workload that allocations and the first render are measured with. */
export const page = "page, 100 rows";

/** The workloads that tell how the cost of a row grows with the page, and how many rows each has. */
export const growth: readonly (readonly [workload: string, rows: number])[] = [
  ["page, 100 rows", 100],
  ["page, 1,000 rows", 1000],
  ["page, 10,000 rows", 10_000],
];

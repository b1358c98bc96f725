import type { Browser } from "./browser.js";
import type { Network, Sent } from "./network.js";

/** What a window tells. */
export interface Host {
  readonly network: Network;
  readonly browser: Browser;
  /** What pages of this tab have stored in `sessionStorage`. */
  readonly session: Map<string, string>;
  /** The page goes somewhere else. */
  navigate(url: URL, sent?: Sent): void;
  /** Something went wrong in the page. */
  problem(error: unknown): void;
  /** A task of the page begins, which ends with the function that is returned. */
  busy(): () => void;
}

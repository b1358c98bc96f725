/** A page of the site. */
export interface Page {
  /** The file, from the root of the repository. */
  readonly file: string;
  /** How the navigation calls it. */
  readonly text: string;
  /** Its place on the site. Default: the name of the file. */
  readonly path?: string;
  /** Whether its tables take the room that its headings have on other pages. */
  readonly isWide?: boolean;
}

/** A group of pages that the navigation shows together. */
export interface Group {
  readonly text: string;
  readonly pages: readonly Page[];
}

const doc = (name: string, text: string): Page => ({ file: `docs/${name}.md`, text });
const wide = (name: string, text: string): Page => ({ ...doc(name, text), isWide: true });

/** All pages of the manual, in the order in which they are read. */
export const groups: readonly Group[] = [
  {
    text: "Start",
    pages: [
      { file: "README.md", text: "In one page", path: "start" },
      doc("getting-started", "Getting started"),
      wide("coming-from", "Coming from …"),
      doc("kita", "With @kitajs/html"),
      { file: "examples/README.md", text: "Examples", path: "examples" },
    ],
  },
  {
    text: "The page",
    pages: [
      doc("markup", "Markup"),
      doc("signals", "Signals and expressions"),
      doc("attributes", "Attributes and actions"),
      doc("routes", "Routes"),
      doc("rocket", "Rocket"),
    ],
  },
  {
    text: "The client",
    pages: [
      doc("client", "Loading the client"),
      doc("content-security-policy", "Content-Security-Policy"),
      doc("staying-connected", "Staying connected"),
    ],
  },
  {
    text: "The server",
    pages: [
      wide("servers", "Servers"),
      doc("requests", "Reading requests"),
      doc("replies", "Replies"),
      doc("streams", "Streams"),
      doc("slow-parts", "Slow parts"),
    ],
  },
  {
    text: "Guides",
    pages: [
      doc("forms", "Forms and validation"),
      doc("uploads", "Uploads"),
      doc("errors", "Errors and error pages"),
      doc("security", "Logins and security"),
      doc("deployment", "Deployment"),
      doc("recipes", "Recipes"),
    ],
  },
  {
    text: "Many clients",
    pages: [
      doc("hub", "Fan-out and live views"),
      doc("scaling-out", "Scaling out"),
      doc("one-topic-a-million-clients", "One topic, a million clients"),
    ],
  },
  {
    text: "Tools",
    pages: [
      doc("development", "Development and lint"),
      doc("devtools", "Devtools"),
      wide("mistakes", "What catches which mistake"),
      doc("check", "datastar-tsx check"),
      doc("precompiling", "Precompiling"),
      doc("testing", "Testing"),
      doc("telemetry", "Telemetry"),
      wide("performance", "Performance"),
    ],
  },
  {
    text: "The project",
    pages: [
      doc("architecture", "Architecture"),
      { file: "CONTRIBUTING.md", text: "Contributing", path: "contributing" },
      { file: "CHANGELOG.md", text: "Changelog", path: "changelog" },
    ],
  },
];

export const pages: readonly Page[] = groups.flatMap((group) => group.pages);

/** Where a page is on the site, without a slash in front. */
export function pathOf({ file, path }: Page): string {
  return path ?? file.replace(/^.*\/|\.md$/g, "");
}

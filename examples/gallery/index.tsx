// The gallery: every example beside its source. `npm start` serves it.
import { elementsResponse, get, url } from "datastar-tsx";
import { Hono } from "hono";
import * as issueTracker from "../issue-tracker/index.js";
import { shell } from "../layout.js";
import type { Example } from "../site.js";
import { catalogue, type Entry, groups } from "./catalogue.js";
import { filesOf, Source } from "./source.js";

const load = async (entry: Entry): Promise<Example> => import(`../${entry.files[0]}`);

const examples = await Promise.all(catalogue.map(async (entry) => ({ entry, ...(await load(entry)) })));

export const hubs = [...examples, issueTracker].flatMap(({ hubs = [] }) => hubs);

const Header = () => (
  <>
    <a class="skip" href="#content">
      Skip to the content
    </a>
    <header>
      <a class="brand" href="/">
        datastar-<b>tsx</b>
      </a>
      <nav aria-label="Gallery">
        <a href="/">Examples</a>
      </nav>
    </header>
  </>
);

const Overview = () => (
  <>
    <Header />
    <main id="content" class="gallery">
      <h1>Examples</h1>
      <p class="lede">Each is an app of Hono in a file or two: run it here, read it beside, copy it out.</p>
      {groups.map((group) => {
        const entries = catalogue.filter((entry) => entry.group === group);
        return (
          entries.length > 0 && (
            <section aria-labelledby={group.toLowerCase()}>
              <h2 id={group.toLowerCase()}>{group}</h2>
              <ul class="cards">
                {entries.map(({ name, title, about }) => (
                  <li>
                    <a href={url`/examples/${name}`}>{title}</a>
                    <p>{about}</p>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <h2>An application</h2>
      <p>
        All of it together: an <a href={issueTracker.routes.issues.url()}>issue tracker</a>, with logins, an SQL
        database, uploads, and everybody's changes as they happen. Its source is the folder{" "}
        <code>examples/issue-tracker</code>.
      </p>
    </main>
  </>
);

const SourceView = ({ entry, file }: { entry: Entry; file: string }) => (
  <section id="source" class="source" aria-label="Source">
    <nav class="tabs" aria-label="Files">
      {filesOf(entry).map((name) => {
        const to = url`/examples/${entry.name}/source?file=${name}`;
        return (
          <a
            id={`file-${name}`}
            href={url`?file=${name}`}
            aria-current={name === file ? "true" : undefined}
            data-on:click__prevent={get(to)}
          >
            {name}
          </a>
        );
      })}
    </nav>
    <Source file={file} />
  </section>
);

const Neighbour = ({ entry, rel, label }: { entry: Entry | undefined; rel: "prev" | "next"; label: string }) =>
  entry && (
    <a href={url`/examples/${entry.name}`} rel={rel}>
      <small>{label}</small> {entry.title}
    </a>
  );

const ExamplePage = ({ entry, file }: { entry: Entry; file: string }) => {
  const at = catalogue.indexOf(entry);
  return (
    <>
      <Header />
      <main id="content" class="example">
        <h1>{entry.title}</h1>
        <p class="lede">{entry.about}</p>
        <div class="beside">
          <section class="window" aria-label="Running example">
            <p>
              <span>/{entry.name}/</span> <a href={url`/${entry.name}/`}>Open alone</a>
            </p>
            <iframe src={url`/${entry.name}/`} title={`${entry.title}, running`} />
          </section>
          <SourceView entry={entry} file={file} />
        </div>
        <nav class="neighbours" aria-label="Other examples">
          <Neighbour entry={catalogue[at - 1]} rel="prev" label="Before" />
          <Neighbour entry={catalogue[at + 1]} rel="next" label="Next" />
        </nav>
      </main>
    </>
  );
};

const gallery = new Hono().get("/", () => shell("Examples of datastar-tsx", <Overview />));

for (const { entry, default: app } of examples) {
  const asked = (file: string | undefined): string => filesOf(entry).find((name) => name === file) ?? entry.files[0];
  gallery
    .get(`/examples/${entry.name}`, (c) =>
      shell(`${entry.title}: datastar-tsx`, <ExamplePage entry={entry} file={asked(c.req.query("file"))} />),
    )
    .get(`/examples/${entry.name}/source`, (c) =>
      elementsResponse(<SourceView entry={entry} file={asked(c.req.query("file"))} />),
    )
    // The URLs of an example are relative to its folder.
    .use(`/${entry.name}`, async (c, next) => (c.req.path.endsWith("/") ? next() : c.redirect(`/${entry.name}/`)))
    .mount(`/${entry.name}`, app.fetch);
}

// The addresses of an application begin at the root; the root itself is the gallery's.
for (const { method, path } of Object.values(issueTracker.routes)) {
  if (path !== "/") gallery.on(method, path, (c) => issueTracker.default.fetch(c.req.raw));
}

export default gallery;

// The pages of the manual as pages of the site.
import { dirname, join } from "node:path";
import { type Page, pages, pathOf } from "./pages.ts";

const places = new Map(pages.map((page) => [page.file, `/${pathOf(page)}`]));

/** What tests need and readers do not: code that a snippet takes for granted. */
const forTests = /<!-- (?:with|serves)\s[^]*?-->\n/g;

/** What has its place elsewhere on the site: the list of pages. */
const sectionsOfReadme = /^## Manual\n[^]*?(?=^## )/m;

/** A page of the manual with the links of the site. */
export function manualPage({ file, isWide = false }: Page, text: string): string {
  const shown = text.replace(forTests, "").replace(file === "README.md" ? sectionsOfReadme : /(?!)/, "");
  const page = outsideOfCode(shown, (prose) => withLinks(file, prose));
  return isWide ? `---\naside: false\n---\n\n${page}` : page;
}

/** The start page: what the README begins with. */
export function startPage(readme: string): string {
  const [, intro = "", code = ""] = /^# .*\n\n([^]*?)\n\n(?:<!--[^]*?-->\n)?(```tsx\n[^]*?```)/.exec(readme) ?? [];
  const features = Array.from(
    readme.matchAll(/^- \*\*(.+?)\.\*\* ([^]*?)(?=\n- |\n\n)/gm),
    ([, title, details = ""]) => ({
      title,
      details: toHtml(details),
    }),
  );
  if (intro === "" || features.length === 0)
    throw new Error("The README has changed: the start page needs its beginning.");
  const hero = {
    name: "datastar-tsx",
    text: "Live pages from the server, in TSX",
    tagline: toHtml(intro),
    actions: [
      { theme: "brand", text: "Get started", link: "/getting-started" },
      { theme: "alt", text: "Manual", link: "/start" },
      { theme: "alt", text: "Reference", link: "/reference/" },
    ],
  };
  const front = JSON.stringify({ layout: "home", title: "datastar-tsx", titleTemplate: false, hero, features });
  return `---\n${front}\n---\n\n<div class="first-example">\n\n${code}\n\n</div>\n`;
}

function outsideOfCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/^(```[^]*?^```)$/m)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join("");
}

function withLinks(file: string, prose: string): string {
  return prose.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (link, label: string, target: string) => {
    if (/^(?:https?:|#)/.test(target)) return link;
    const [path = "", anchor] = target.split("#");
    const place = places.get(join(dirname(file), path));
    // What is no page, as a folder of tests, is in the repository.
    if (place === undefined) return label;
    return `[${label}](${place}${anchor === undefined ? "" : `#${anchor}`})`;
  });
}

/** Prose without its links and line breaks. */
function toText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\s+/g, " ");
}

function toHtml(markdown: string): string {
  return toText(markdown)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/`([^`]+)`/g, "<code>$1</code>");
}

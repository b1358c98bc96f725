import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type DefaultTheme } from "vitepress";
import { groups, pathOf } from "../pages.ts";
import { slug } from "../slug.ts";

const reference = join(import.meta.dirname, "../content/reference/datastar-tsx");

const manualSidebar: DefaultTheme.SidebarItem[] = groups.map(({ text, pages }) => ({
  text,
  items: pages.map((page) => ({ text: page.text, link: `/${pathOf(page)}` })),
}));

/** The reference as its folders are: entry points, and in each what it exports, by kind. */
function referenceSidebar(folder: string, path: string): DefaultTheme.SidebarItem[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "index.md")
    .map((entry) =>
      entry.isDirectory()
        ? {
            text: entry.name.replaceAll("-", " "),
            collapsed: true,
            ...(existsSync(join(folder, entry.name, "index.md")) && { link: `${path}/${entry.name}/` }),
            items: referenceSidebar(join(folder, entry.name), `${path}/${entry.name}`),
          }
        : { text: entry.name.replace(/\.md$/, ""), link: `${path}/${entry.name.replace(/\.md$/, "")}` },
    );
}

export default defineConfig({
  title: "datastar-tsx",
  description: "Server-rendered TSX with Datastar built in",
  lang: "en",
  head: [["link", { rel: "icon", href: "/icon.svg" }]],
  srcDir: "content",
  cleanUrls: true,
  // Where the reader runs it.
  ignoreDeadLinks: "localhostLinks",
  markdown: {
    config: ({ renderer: { rules } }) => {
      // To Vue, braces in prose and in `code` would be expressions.
      for (const name of ["text", "code_inline"]) {
        const rule = rules[name];
        if (rule) rules[name] = (...args) => rule(...args).replaceAll("{{", "&#123;&#123;");
      }
    },
    anchor: { slugify: slug },
    theme: { light: "github-light-high-contrast", dark: "github-dark" },
  },
  themeConfig: {
    nav: [
      { text: "Manual", link: "/start", activeMatch: "^/(?!reference|$)" },
      { text: "Reference", link: "/reference/", activeMatch: "^/reference" },
    ],
    sidebar: {
      "/reference/": [
        { text: "Reference", link: "/reference/", items: referenceSidebar(reference, "/reference/datastar-tsx") },
      ],
      "/": manualSidebar,
    },
    outline: [2, 3],
    search: { provider: "local" },
    docFooter: { prev: "Before", next: "Next" },
  },
});

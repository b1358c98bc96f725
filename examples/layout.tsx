import { type Child, DatastarScript } from "datastar-tsx";

const style = `
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #222 }
  button, input { font: inherit; padding: .2rem .6rem }
  time, output { font-variant-numeric: tabular-nums; font-weight: bold }
  li.done span { text-decoration: line-through; color: #888 }
`;

/** The page around each example. */
export const Layout = ({ title, children }: { title: string; children: Child }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
      <style>{style}</style>
      <DatastarScript />
    </head>
    <body>
      <nav>
        <a href="/">All examples</a>
      </nav>
      <h1>{title}</h1>
      {children}
    </body>
  </html>
);

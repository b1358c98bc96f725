import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";

/** Renders where data that is refused is left out, and not thrown, as it is while the development runtime is loaded. */
export function inProduction(render: () => unknown): { readonly html: string; readonly reports: readonly unknown[] } {
  const { error } = console;
  const reports: unknown[] = [];
  console.error = (report: unknown) => reports.push(report);
  configureDiagnostics({ errors: "off" });
  try {
    return { html: String(render()), reports };
  } finally {
    configureDiagnostics();
    console.error = error;
  }
}

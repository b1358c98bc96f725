// What every page of the examples has to stand.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Nothing that axe calls serious or critical; what is in a frame is a page of its own. */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
  });
  expect(found).toEqual([]);
}

/** Nobody has to scroll sideways. */
export async function checkWidth(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const { clientWidth, scrollWidth } = await frame.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return { clientWidth, scrollWidth };
    });
    expect(scrollWidth, `${frame.url()} is wider than its window`).toBeLessThanOrEqual(clientWidth);
  }
}

// URLs and code that data has made, where the client sets attributes and runs expressions: nothing of it runs.
import { js, signals } from "datastar-tsx";
import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { test } from "./page.js";

// In development they throw.
beforeAll(() => configureDiagnostics({ errors: "off", warnings: "off" }));
afterAll(() => configureDiagnostics());
vi.spyOn(console, "error").mockImplementation(() => {});

const bad = "javascript:void (window.top.pwned = 1)";
const { name } = signals({ name: "" });
const [java, script] = ["java", "script:void (window.top.pwned = 1)"];

test("javascript: URLs in what data-attr sets, and where expressions navigate", async ({ open, problems }) => {
  const page = await open(
    <div data-signals={{ name: "" }}>
      <iframe data-attr:src={js`${bad}`} />
      <iframe data-attr={{ src: js`${bad}` }} />
      <iframe data-attr={js`{src: ${bad}}`} />
      <iframe data-attr:src={js`${java} + ${script}`} />
      <iframe data-attr:src={js`${name} || ${bad}`} />
      <a id="link" data-attr:href={js`${bad}`}>
        x
      </a>
      <button id="location" data-on:click={js`location.href = ${bad}`} />
      <button id="open" data-on:click={js`window.open(${bad}, '_self')`} />
      <button id="frame" data-on:click={js`document.querySelector('iframe').src = ${bad}`} />
      <p data-style:background-image={js`${`url(${bad})`}`} data-style={{ cursor: js`${`url(${bad}), auto`}` }}>
        x
      </p>
    </div>,
  );
  for (const id of ["link", "location", "open", "frame"]) await page.locator(`#${id}`).dispatchEvent("click");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await page.evaluate(() => Reflect.get(window, "pwned"))).toBeUndefined();
  expect(await page.getAttribute("iframe", "src")).toMatch(/^unsafe:/);
  // Chromium says so of a scheme that it does not know.
  await problems.expect(/Not allowed to launch 'unsafe:|Failed to launch 'unsafe:/);
});

import { Feed, get, js, signals, url } from "datastar-tsx";
import { DiagnosticError } from "datastar-tsx/jsx-dev-runtime";
import { jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { expect, test } from "vitest";

const net = signals({ _offline: false });

test("asks for pulses, and comes back at a time of its own, whatever was answered", () => {
  expect(
    String(<Feed url={url`/rooms/${"a b"}`} options={{ headers: { "x-a": "1" }, openWhenHidden: true }} />),
  ).toContain(
    "@get('/rooms/a%20b', {retry: 'always', retryInterval: 500 + Math.random() * 2500, retryMaxCount: 1000000000, " +
      "requestCancellation: 'cleanup', headers: {'x-a': '1', 'datastar-tsx-pulse': 'true'}, openWhenHidden: true})",
  );
});

test("sets the signal that shows it, and does what is asked for after a break", () => {
  const markup = String(<Feed id="feed" url="/feed" offline={net._offline} missed={get("/list")} />);
  expect(markup).toMatch(/^<div id="feed" hidden data-on:datastar-fetch=/);
  expect(markup).toContain('data-on:offline__window="el.missed = true; $_offline = true;"');
  expect(markup).toContain("if (el.missed) { el.missed = false; @get('/list') }");
});

test("without them, it sets none", () => {
  expect(String(<Feed url="/feed" />)).not.toContain("$");
});

test("development finds nothing wrong with it", () => {
  const { props } = { props: { url: "/feed", offline: net._offline, missed: js`location.reload()` } };
  const page = jsxDEV("main", { "data-signals": net, children: jsxDEV(Feed, props) });
  expect(page).not.toBeInstanceOf(DiagnosticError);
  expect(String(page)).toContain("location.reload()");
});

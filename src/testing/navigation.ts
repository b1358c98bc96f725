// Has links, forms and scripts lead somewhere, which they do not in jsdom.
import type { DOMWindow } from "jsdom";
import { toFormData } from "./files.js";
import type { Host } from "./host.js";
import { internals } from "./jsdom-internals.js";
import type { Sent } from "./network.js";

export function ownNavigation(window: DOMWindow, host: Host): void {
  ownLocation(window, host);
  window.addEventListener("click", (event) => {
    const link = event.target instanceof window.Element ? event.target.closest("a[href], area[href]") : null;
    if (event.defaultPrevented || link === null) return;
    const url = new URL(link.getAttribute("href") ?? "", window.document.baseURI);
    // What is a script runs, in jsdom as well.
    if (url.protocol === "javascript:") return;
    event.preventDefault();
    if (isPlaceInPage(window, url)) window.location.hash = url.hash;
    else host.navigate(url);
  });
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof window.HTMLFormElement)) return;
    event.preventDefault();
    send(window, host, form, (event as SubmitEvent).submitter);
  });
  // It sends without an event.
  window.HTMLFormElement.prototype.submit = function submit(this: HTMLFormElement) {
    send(window, host, this, null);
  };
}

function ownLocation(window: DOMWindow, host: Host): void {
  const go = (url: string): void => {
    const next = new URL(url, window.document.baseURI);
    if (isPlaceInPage(window, next)) window.location.hash = next.hash;
    else host.navigate(next);
  };
  const own = internals(window.location);
  if (own === undefined) return;
  const { href: get } = { href: (): string => window.document.URL };
  Object.defineProperties(own, {
    href: { get, set: go },
    assign: { value: go },
    replace: { value: go },
    reload: { value: () => host.navigate(new URL(window.document.URL)) },
  });
}

function isPlaceInPage({ document }: DOMWindow, { href, hash }: URL): boolean {
  return hash !== "" && href.split("#")[0] === document.URL.split("#")[0];
}

function send(window: DOMWindow, host: Host, form: HTMLFormElement, submitter: HTMLElement | null): void {
  const attribute = (name: string): string | null => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const method = attribute("method")?.toLowerCase();
  if (method === "dialog") return closeDialog(form, submitter);
  const done = host.busy();
  submission(window, new window.FormData(form, submitter), method === "post", attribute)
    .then(([url, sent]) => host.navigate(url, sent), host.problem)
    .finally(done);
}

function closeDialog(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.closest("dialog")?.close(submitter?.getAttribute("value") ?? undefined);
}

async function submission(
  window: DOMWindow,
  form: FormData,
  isPost: boolean,
  attribute: (name: string) => string | null,
): Promise<[URL, Sent]> {
  const url = new URL(attribute("action") || window.document.URL, window.document.baseURI);
  if (isPost && attribute("enctype") === "multipart/form-data")
    return [url, { method: "POST", headers: new Headers(), body: await toFormData(window, form) }];
  // Of a file, only its name is sent.
  const texts = Array.from(form, ([name, value]) => [name, typeof value === "string" ? value : value.name]);
  const fields = new URLSearchParams(texts);
  if (isPost) return [url, { method: "POST", headers: new Headers(), body: fields }];
  url.search = fields.toString();
  return [url, { method: "GET", headers: new Headers(), body: null }];
}

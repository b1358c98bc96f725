// What a user finds in a page, and what not.
import { type Page, visit } from "datastar-tsx/testing";
import { describe, expect, test } from "vitest";

const open = (body: string, head = ""): Promise<Page> =>
  visit(
    () =>
      new Response(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
        headers: { "content-type": "text/html" },
      }),
    "/",
  );

/** The id of what is found. */
async function found(body: string, target: string, head?: string): Promise<string> {
  await using page = await open(body, head);
  return page.find(target).id;
}

describe("what is shown is found", () => {
  test.for([
    ["an attribute that Datastar would set", `<form data-attr:hidden="$a"><button id="x">Save</button></form>`],
    [
      "a button that is shown by a style",
      `<style>.row { display: flex }</style><p class="row" hidden><button id="x">Save</button>`,
    ],
    [
      "in a visible part of an invisible one",
      `<p style="visibility: hidden"><button id="x" style="visibility: visible">Save</button>`,
    ],
    ["a rule for paper", `<style>@media print { button { display: none } }</style><button id="x">Save</button>`],
    ["the summary of closed details", `<details><summary id="s"><button id="x">Save</button></summary></details>`],
    ["open details", `<details open><summary>More</summary><button id="x">Save</button></details>`],
    ["an open dialog", `<dialog open><button id="x">Save</button></dialog>`],
    [
      "a rule of a layer that is overruled",
      `<style>@layer a { button { display: none } } button { display: block }</style><button id="x">Save</button>`,
    ],
    [
      "an important rule",
      `<style>button { display: block !important }</style><button id="x" style="display: none">Save</button>`,
    ],
    ["a name of hidden text", `<b id="t" hidden>Save</b><button id="x" aria-labelledby="t">?</button>`],
    ["a name with hidden text in it", `<button id="x">Save <span hidden>all</span></button>`],
    ["a name of blocks", `<button id="x" aria-label="Save"><div>S</div><div>ave</div></button>`],
    ["an image", `<button id="x"><img alt="Save"></button>`],
    ["a value", `<input id="x" type="submit" value="Save">`],
    ["a role", `<div id="x" role="button" tabindex="0">Save</div>`],
  ] as const)("%s", async ([, body]) => {
    expect(await found(body, "role=button[name=Save]")).toBe("x");
    expect(await found(body, "Save")).toBe("x");
  });
});

describe("names are found as they are written", () => {
  test.for([
    ["quotes around", `<button id="x">Save</button>`, `role=button[name="Save"]`],
    ["quotes within", `<button id="x">Say "hi"</button>`, `role=button[name=Say "hi"]`],
    ["quotes around quotes", `<button id="x">Say "hi"</button>`, `role=button[name="Say "hi""]`],
    ["quotes at both ends", `<button id="x">"Yes" or "no"</button>`, `role=button[name=""Yes" or "no""]`],
    ["an apostrophe", `<button id="x">Ada's</button>`, `role=button[name='Ada's']`],
    ["brackets", `<button id="x">a[0]</button>`, `role=button[name=a[0]]`],
    ["no way", `<label>It's "x" <input id="x"></label>`, `It's "x"`],
    ["a role of documents", `<p id="x" role="doc-tip">Tip</p>`, "role=doc-tip"],
    ["a placeholder", `<input id="x" placeholder="Name">`, "Name"],
    ["text that is hidden elsewhere", `<p hidden>Saved</p><p id="x">Saved</p>`, "text=Saved"],
    ["a field that is hidden elsewhere", `<label hidden>A<input></label><label>A<input id="x"></label>`, "label=A"],
  ] as const)("%s", async ([, body, target]) => {
    expect(await found(body, target)).toBe("x");
  });

  test.for([
    ["role=buton", 'There is no role "buton". Did you mean "button"?'],
    ["role=field[name=A]", 'There is no role "field". Roles are: alert, alertdialog,'],
    ["text=Saved", '"Saved" is hidden, by <p hidden="">.'],
    ["css=#y", 'The page has no element that matches "#y".'],
  ] as const)("%s is an error", async ([target, message]) => {
    await expect(found(`<p hidden>Saved</p>`, target)).rejects.toThrow(message);
  });
});

describe("what is hidden is not found", () => {
  test.for([
    ["hidden", `<form hidden><button>Save</button></form>`],
    ["hidden until found", `<p hidden="until-found"><button>Save</button>`],
    ["a style", `<p style="display: none"><button>Save</button>`],
    ["a rule", `<style>.a > button { display: none }</style><p class="a"><button>Save</button>`],
    ["a rule of a group", `<style>@media screen { button { display: none } }</style><button>Save</button>`],
    ["invisible", `<p style="visibility: hidden"><button>Save</button>`],
    ["in closed details", `<details><summary>More</summary><p><button>Save</button></details>`],
    ["in a closed dialog", `<dialog><button>Save</button></dialog>`],
    ["in a popover", `<div popover><button>Save</button></div>`],
    ["in a template", `<template><button>Save</button></template>`],
    ["hidden from readers", `<p aria-hidden="true"><button>Save</button>`],
  ] as const)("%s", async ([, body]) => {
    await expect(found(body, "role=button[name=Save]")).rejects.toThrow(/The page has no button "Save"/);
  });
});

describe("fields by their labels", () => {
  test.for([
    ["around", `<label>Name <input id="x"></label>`],
    ["beside", `<label for="x">Name</label><input id="x">`],
    ["several words", `<b id="a">Name</b><input id="x" aria-labelledby="a">`],
    ["an attribute", `<input id="x" aria-label="Name">`],
    ["a placeholder", `<input id="x" placeholder="Name">`],
    ["of a group of options", `<label>Name <select id="x"><optgroup label="A"><option>1</optgroup></select></label>`],
    ["of text", `<label for="x">Name</label><textarea id="x">old</textarea>`],
  ] as const)("%s", async ([, body]) => {
    await using page = await open(body);
    const field = page.find(body.includes("placeholder") ? "css=#x" : "label=Name");
    expect(field.id).toBe("x");
    if (field.localName === "select") await page.select("Name", "1");
    else await page.fill("Name", "Ada");
    expect(Reflect.get(field, "value")).toBe(field.localName === "select" ? "1" : "Ada");
  });
});

test("the text of a page is what is shown of it", async () => {
  await using page = await open(
    `<style>.gone { display: none }</style><h1>A</h1><p>B<b>C</b></p><p class="gone">D</p><p hidden>E</p>
     <details><summary>F</summary>G<p>H</p></details><dialog>I</dialog><select><option>J<option>K</select><ul><li>L<li>M</ul>`,
  );
  expect(page.text()).toBe("A BC F J K L M");
});

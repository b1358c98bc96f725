// What people do with pages, as those who know Testing Library and Playwright would write it first.
import { describe, expect, test } from "vitest";
import { open } from "./visit-page.js";

const shows = `<output></output><script>
  const output = document.querySelector("output");
  const say = (text) => (output.textContent += text + ";");
</script>`;

/** What each thing that is done leads to, by what the page says. */
describe("clicks", () => {
  test.for([
    ["the text in a label", `<label><input type="checkbox" onchange="say(checked)"> Sugar</label>`, "Sugar", "true;"],
    [
      "a label beside its field",
      `<label for="a">Milk</label><input id="a" type="checkbox" onchange="say(checked)">`,
      "Milk",
      "true;",
    ],
    [
      "one of a group",
      `<fieldset><legend>Size</legend><label><input type="radio" name="s" value="l" onchange="say(value)">Large</label></fieldset>`,
      "Large",
      "l;",
    ],
    [
      "what has its name from elsewhere",
      `<b id="n">Bin</b><button aria-labelledby="n" onclick="say('binned')">x</button>`,
      "role=button[name=Bin]",
      "binned;",
    ],
    ["an image with a text", `<button onclick="say('closed')"><img alt="Close"></button>`, "Close", "closed;"],
    ["a part of a name", `<button onclick="say('sent')">Send 3 letters</button>`, /send \d+/i, "sent;"],
    [
      "a role with a part of a name",
      `<a href="#x" onclick="say('more')">Read more</a>`,
      "role=link[name=/MORE/i]",
      "more;",
    ],
    [
      "an option of a menu",
      `<div role="menu"><div role="menuitem" tabindex="0" onclick="say('cut')">Cut</div></div>`,
      "Cut",
      "cut;",
    ],
    ["a summary", `<details ontoggle="say(open)"><summary>More</summary>Text</details>`, "More", "true;"],
  ] as const)("%s", async ([, body, target, said]) => {
    await using page = await open(shows + body);
    await page.click(target);
    expect(page.text("css=output")).toBe(said);
  });
});

describe("fields", () => {
  test.for([
    ["number", "7"],
    ["range", "30"],
    ["color", "#008000"],
    ["date", "2026-03-01"],
    ["time", "08:30"],
    ["month", "2026-03"],
    ["week", "2026-W09"],
    ["datetime-local", "2026-03-01T08:30"],
    ["email", "ada@example.org"],
    ["search", "tea"],
    ["password", "secret"],
  ])("%s", async ([type, text]) => {
    await using page = await open(`${shows}<label>Field <input type="${type}" oninput="say(value)"></label>`);
    await page.fill("Field", String(text));
    expect(page.text("css=output")).toBe(`${text};`);
  });

  test("what is edited in its place", async () => {
    await using page = await open(
      `${shows}<div contenteditable aria-label="Note" role="textbox" oninput="say(textContent)"></div>`,
    );
    await page.fill("Note", "Tea");
    expect(page.text("css=output")).toBe("Tea;");
  });
});

describe("in a part of the page", () => {
  const rows = ["Tea", "Milk", "Honey"].map(
    (name) =>
      `<li>${name} <label>How many <input oninput="say('${name} '+value)"></label><button onclick="say('${name}')">Delete</button></li>`,
  );
  const list = `${shows}<ul>${rows.join("")}</ul>`;

  test("one of several rows", async () => {
    await using page = await open(list);
    await page.within("css=li", "Milk").click("Delete");
    await page.within("role=listitem", /^ ?Honey/).fill("How many", 3);
    expect(page.text("css=output")).toBe("Milk;Honey 3;");
    expect(page.within("css=li", "Tea").text()).toBe("Tea How many Delete");
    expect([page.within("css=li", "Tea").has("Delete"), page.has("Add")]).toEqual([true, false]);
  });

  test("what is in none, or in several, is an error that says what to write", async () => {
    await using page = await open(list);
    await expect(page.click("Delete")).rejects.toThrow(
      /^3 elements are "Delete":\n {2}<button[^]*\nSay in which part: page.within\("css=li", "its text"\)/,
    );
    expect(() => page.within("css=li", "Sugar").text()).toThrow(
      'Of 3 elements that are "css=li", none contains "Sugar".',
    );
    expect(() => page.within("css=li", /Tea|Milk/).text()).toThrow('2 elements are "css=li" with /Tea|Milk/:');
  });
});

describe("a button and a field of one name", () => {
  const form = `<form onsubmit="event.preventDefault(); document.title = 'sent'"><label>Search <input></label><button>Search</button></form>`;

  test("are told apart by what is done", async () => {
    await using page = await open(form);
    await page.fill("Search", "tea");
    await page.click("Search");
    expect([page.document.title, (page.find("label=Search") as HTMLInputElement).value]).toEqual(["sent", "tea"]);
  });

  test("else, are two", async () => {
    await using page = await open(form);
    const two =
      /^2 elements are "Search":\n {2}<button>\n {2}<input>\nSay in which part: .*, or which one: "label=…", "role=…", "css=…"\.$/;
    expect(() => page.find("Search")).toThrow(two);
    await expect(page.press("Search", "Enter")).rejects.toThrow(two);
  });
});

describe("what is not there", () => {
  const body = `<button>Add item</button><a href="/x">Home</a><label>Name <input></label><input placeholder="City">`;

  test.for([
    [
      "Add",
      '"Add", and no such text. Did you mean "Add item"? A name is matched as a whole; /a part/ matches a part of it.',
    ],
    ["Hmoe", 'Did you mean "Home"?'],
    ["Delete", 'Its buttons, links and fields: "Add item", "Home", "Name", "City".'],
    ["role=checkbox", "The page has no checkbox."],
    ["role=button[name=Delete]", 'The page has no button "Delete", but these:\n  <button>'],
  ])("%s", async ([target, message]) => {
    await using page = await open(body);
    await expect(page.click(String(target))).rejects.toThrow(message);
  });

  test("fields", async () => {
    await using page = await open(body);
    await expect(page.fill("Nam", "x")).rejects.toThrow('The page has no field "Nam". Did you mean "Name"?');
    await expect(page.fill("Age", "x")).rejects.toThrow('The page has no field "Age". Its fields: "Name", "City".');
    await expect((await open("")).fill("Age", "x")).rejects.toThrow("It has no fields.");
  });
});

describe("keys", () => {
  const name = `onfocus="say(this.name || this.id)"`;
  test("Tab goes through what has the focus, in its order", async () => {
    await using page =
      await open(`${shows}<input name="a" ${name}><input name="b" disabled ${name}><input name="hidden" hidden ${name}>
      <input type="radio" name="r" id="r1" ${name}><input type="radio" name="r" id="r2" checked ${name}>
      <a id="link" href="#x" ${name}>L</a><p tabindex="-1" id="p" ${name}></p><button id="last" ${name}>B</button><input name="first" tabindex="1" ${name}>`);
    for (let i = 0; i < 5; i++) await page.press("Tab");
    await page.press("Shift+Tab");
    expect(page.text("css=output")).toBe("first;a;r;link;last;link;");
  });

  test.for([
    [
      "radio buttons",
      `<label><input type="radio" name="r" checked>A</label><label><input type="radio" name="r" onchange="say('B')">B</label>`,
      "A",
      "ArrowDown",
      "B;",
    ],
    [
      "a range",
      `<label>V<input type="range" value="30" step="10" oninput="say(value)"></label>`,
      "V",
      "ArrowLeft",
      "20;",
    ],
    ["a number", `<label>V<input type="number" value="3" oninput="say(value)"></label>`, "V", "ArrowUp", "4;"],
    [
      "a choice",
      `<label for="s">V</label><select id="s" onchange="say(value)"><option>a<option disabled>b<option>c</select>`,
      "label=V",
      "ArrowDown",
      "c;",
    ],
    ["a text", `<label>V<input value="Tea" oninput="say(value)"></label>`, "V", "Backspace", "Te;"],
    ["a box", `<label>V<input type="checkbox" onchange="say(checked)"></label>`, "V", "Space", "true;"],
  ])("change %s", async ([, body, target, key, said]) => {
    await using page = await open(shows + body);
    await page.press(String(target), String(key));
    expect(page.text("css=output")).toBe(said);
  });
});

describe("what comes up over the page", () => {
  const popover = `${shows}<button popovertarget="p">Menu</button><div id="p" popover ontoggle="say(event.newState)"><button onclick="say('cut')">Cut</button></div><p>Elsewhere</p>`;

  test("a popover is opened by its button, and closed by Escape or a click elsewhere", async () => {
    await using page = await open(popover);
    await expect(page.click("text=Cut")).rejects.toThrow('"Cut" is hidden');
    await page.click("Menu");
    await page.click("Cut");
    await page.press("Escape");
    expect(page.has("Cut")).toBe(false);
    await page.click("Menu");
    await page.click("Menu");
    await page.click("Menu");
    await page.click("Elsewhere");
    expect([page.has("Cut"), page.text("css=output")]).toEqual([false, "open;cut;closed;open;closed;open;closed;"]);
  });

  test("a button that says what it does to a dialog", async () => {
    await using page = await open(`${shows}<button commandfor="d" command="show-modal">Open</button>
      <dialog id="d" onclose="say('closed '+returnValue)"><label>Name <input></label><button commandfor="d" command="close" value="ok">OK</button></dialog>`);
    await page.click("Open");
    expect(page.document.activeElement?.localName).toBe("input");
    await page.click("OK");
    expect([page.text("css=output"), page.document.activeElement?.textContent]).toEqual(["closed ok;", "Open"]);
  });

  test("of details with one name, one is open", async () => {
    await using page = await open(
      `<details name="n"><summary>One</summary>First</details><details name="n"><summary>Two</summary>Second</details>`,
    );
    await page.click("One");
    await page.click("Two");
    expect(page.text()).toBe("One Two Second");
  });

  test("questions are answered, or are errors", async () => {
    const body = `${shows}<button onclick="say(confirm('Sure?'))">Delete</button><button onclick="say(prompt('Name?'))">Rename</button>`;
    const answers = [true, false, "Fern"];
    await using page = await open(body, { onQuestion: () => answers.shift() });
    for (const name of ["Delete", "Delete", "Rename"]) await page.click(name);
    expect(page.text("css=output")).toBe("true;false;Fern;");
    const other = await open(body);
    await expect(other.click("Delete")).rejects.toThrow(
      'The page asks "Sure?": answer with visit(app, path, { onQuestion: () => true }).',
    );
  });
});

describe("what stays", () => {
  const body = `<p></p><script>document.querySelector("p").textContent = [localStorage.a, sessionStorage.a].join()</script>
    <button onclick="localStorage.a = 1; sessionStorage.a = 2">Store</button>`;

  test("is there after the page is loaded again, and in other tabs but not for others", async () => {
    await using page = await open(body);
    await page.click("Store");
    await page.reload();
    await using tab = await page.newTab();
    await using other = await open(body);
    expect([page, tab, other].map((each) => each.text("css=p"))).toEqual(["1,2", "1,", ","]);
  });
});

describe("scripts in files of the app", () => {
  const served = (source: string) => (request: Request) =>
    new Response(new URL(request.url).pathname === "/app.js" ? source : "", {
      headers: { "content-type": "text/javascript" },
    });

  test.for(["", "defer", `type="module"`])("%s", async (attributes) => {
    await using page = await open(
      `<p></p><script ${attributes} src="/app.js"></script>`,
      {},
      served(`document.querySelector("p").append("ran")`),
    );
    expect(page.text()).toBe("ran");
  });

  test("a page that is sent in place of one is none", async () => {
    const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
    await using visited = await open(`<p>there</p><script type="module" src="/app.js"></script>`, {}, page);
    expect(visited.text()).toBe("there");
  });

  test("a module that imports others is an error", async () => {
    await expect(open(`<script type="module" src="/app.js"></script>`, {}, served(`import "./b.js";`))).rejects.toThrow(
      "/app.js imports or exports, which modules cannot do in a visit: use a browser.",
    );
  });
});

describe("forms", () => {
  const app = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const sent = request.method === "POST" ? await request.text() : search;
    return new Response(`<p>${request.method} ${pathname} ${sent.replaceAll("&", " ")}</p>`, {
      headers: { "content-type": "text/html" },
      status: 422,
    });
  };

  test.for([
    [
      "a button of another address and method",
      `<form action="/a"><input name="n" value="1"><button formaction="/b" formmethod="post">Go</button></form>`,
      "POST /b n=1",
    ],
    [
      "a field and a button elsewhere",
      `<form id="f" action="/a"></form><input form="f" name="n" value="1"><button form="f" name="b" value="2">Go</button>`,
      "GET /a ?n=1 b=2",
    ],
    [
      "what is disabled is left out",
      `<form action="/a"><input name="n" value="1" disabled><input type="checkbox" name="c"><button>Go</button></form>`,
      "GET /a",
    ],
    [
      "several of one name",
      `<form action="/a" method="post"><select name="s" multiple><option selected>1<option selected>2</select><button>Go</button></form>`,
      "POST /a s=1 s=2",
    ],
  ] as const)("%s", async ([, body, shown]) => {
    await using page = await open(body, {}, app);
    await page.click("Go");
    expect([page.text(), page.status]).toEqual([shown, 422]);
  });
});

test("XMLHttpRequest is an error, and asks nobody", async () => {
  await using page = await open(
    `<button onclick="const r = new XMLHttpRequest(); r.open('GET', '/x'); r.send()">Go</button>`,
  );
  await expect(page.click("Go")).rejects.toThrow("XMLHttpRequest asks for nothing in a visit");
});

// What a user can do in a page. None of these pages has the client.
import { describe, expect, test } from "vitest";
import { open } from "./visit-page.js";

const png = (name: string): File => new File([new Uint8Array([137, 80, 0, 255])], name, { type: "image/png" });

/** What a page hears, in order. */
const heard = (...types: readonly string[]): string =>
  `<output></output><script>for (const type of ${JSON.stringify(types)}) addEventListener(type, (event) => {
    document.querySelector("output").textContent += type + (event.key ? ":" + event.key : "") + " ";
  }, true)</script>`;

describe("what a user does", () => {
  test("a click", async () => {
    await using page = await open(
      `<button>A</button>${heard("pointerdown", "mousedown", "focus", "pointerup", "mouseup", "click", "dblclick")}`,
    );
    await page.click("A");
    expect(page.text("css=output")).toBe("pointerdown mousedown focus pointerup mouseup click");
    await page.doubleClick("A");
    expect(page.text("css=output")).toMatch(/click pointerdown .* click dblclick$/);
  });

  test.for([
    [`<p id="x" contenteditable>old</p>`, "new text"],
    [`<p id="x" contenteditable="plaintext-only">old</p>`, "new text"],
    [`<p id="x" contenteditable role="textbox">old</p>`, "<b>"],
  ] as const)("%s is written in", async ([body, text]) => {
    await using page = await open(`${body}${heard("input")}`);
    await page.fill("css=#x", text);
    expect([page.text("css=#x"), page.text("css=output")]).toEqual([text, "input"]);
  });

  test.for([
    ["text", "Ada"],
    ["email", "ada@example.com"],
    ["number", "1.50"],
    ["date", "2026-03-01"],
    ["time", "08:30"],
    ["month", "2026-03"],
    ["datetime-local", "2026-03-01T08:30"],
    ["color", "#00FF00"],
    ["range", "30"],
  ] as const)("fills in a field of type %s", async ([type, value]) => {
    await using page = await open(`<label>A <input type="${type}"></label>`);
    await page.fill("A", value);
    expect(page.find("A")).toHaveProperty(
      "value",
      value.toLowerCase() === "ada" ? value : value.replace("#00FF", "#00ff"),
    );
    if (type !== "color" && type !== "range") await page.fill("A", "");
  });

  test("selects options", async () => {
    await using page = await open(
      `<label>A <select multiple><option value="1">One<option value="2" selected>Two<option value="3">Three</select></label>`,
    );
    const values = (): string[] =>
      Array.from((page.find("A") as HTMLSelectElement).selectedOptions, ({ value }) => value);
    await page.select("A", ["One", "3"]);
    expect(values()).toEqual(["1", "3"]);
    await page.select("A", "Two");
    expect(values()).toEqual(["2"]);
    await page.select("A", []);
    expect(values()).toEqual([]);
  });

  test("keys, and what browsers do then", async () => {
    await using page = await open(
      `<form><label>A <input name="a"></label></form><label>B <textarea></textarea></label>` +
        heard("keydown", "keyup", "input", "submit"),
    );
    await page.press("A", "h");
    await page.press("B", "Enter");
    await page.press("B", "Control+k");
    expect([page.find("A"), page.find("B")].map((field) => Reflect.get(field, "value"))).toEqual(["h", "\n"]);
    expect(page.text("css=output")).toBe("keydown:h input keyup:h keydown:Enter input keyup:Enter keydown:k keyup:k");
    await page.press("A", "Enter");
    expect(page.url).toBe("http://localhost/?a=h");
  });

  test("Enter presses the button of a form", async () => {
    await using page = await open(`<form><label>A <input></label><button name="b" value="1">Send</button></form>`);
    await page.press("A", "Enter");
    expect(page.url).toBe("http://localhost/?b=1");
    await page.submit();
    expect(page.url).toBe("http://localhost/?b=1");
  });

  test("Escape closes a modal dialog, and so does its form", async () => {
    await using page = await open(
      `<button onclick="d.showModal()">Open</button><dialog id="d"><form method="dialog"><button value="ok">OK</button></form></dialog>` +
        heard("cancel", "close"),
    );
    const dialog = page.document.querySelector("dialog");
    await page.click("Open");
    expect(page.text()).toContain("OK");
    await page.press("css=dialog", "Escape");
    expect([dialog?.open, page.text("css=output")]).toEqual([false, "cancel close"]);
    await page.click("Open");
    await page.click("OK");
    expect([dialog?.open, dialog?.returnValue, page.text("css=output")]).toEqual([false, "ok", "cancel close close"]);
    await page.click("Open");
  });

  test("files, in a form", async () => {
    const sent: FormData[] = [];
    await using page = await open(
      `<form action="/send" method="post" enctype="multipart/form-data">
         <label>Photos <input type="file" name="photos" multiple hidden></label><input name="title" value="T"><button>Send</button>
       </form>`,
      {},
      async (request) => {
        sent.push(await request.formData());
        return new Response("<p>Thanks</p>", { headers: { "content-type": "text/html" } });
      },
    );
    await page.attach("Photos", png("old.png"));
    await page.attach("Photos", [png("a.png"), png("b “c”.png")]);
    await page.click("Send");
    expect(page.text()).toBe("Thanks");
    const files = sent[0]?.getAll("photos") as File[];
    expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
      ["a.png", "image/png", 4],
      ["b “c”.png", "image/png", 4],
    ]);
    expect(new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(
      new Uint8Array([137, 80, 0, 255]),
    );
    expect(sent[0]?.get("title")).toBe("T");
  });
});

describe("tasks of the page", () => {
  test.for([
    ["a timer that is due at once", `setTimeout(() => done("x"))`],
    ["a timer with an argument", `setTimeout(done, 0, "x")`],
    ["a frame", `requestAnimationFrame((time) => done(time >= 0 ? "x" : "?"))`],
    ["a frame after a frame", `requestAnimationFrame(() => requestAnimationFrame(() => done("x")))`],
    ["one that is cleared", `clearTimeout(setTimeout(() => done("y"))); done("x")`],
    ["a frame that is cancelled", `cancelAnimationFrame(requestAnimationFrame(() => done("y"))); done("x")`],
  ] as const)("%s is waited for", async ([, script]) => {
    await using page = await open(
      `<output></output><script>function done(x) { document.querySelector("output").textContent += x } ${script}</script>`,
    );
    expect(page.text("css=output")).toBe("x");
  });

  test("a loop is not", async () => {
    await using page = await open(
      `<output>0</output><script>
         const step = () => { document.querySelector("output").textContent++; requestAnimationFrame(step) };
         step();
         const tick = () => setTimeout(tick);
         tick();
       </script>`,
    );
    await page.until(() => Number(page.text("css=output")) > 10);
  });
});

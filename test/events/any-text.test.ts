import {
  consoleLogFrame,
  dispatchCustomEventFrame,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  redirectFrame,
  removeElementsFrame,
  removeSignalsFrame,
} from "datastar-tsx";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { dataOf, parseEvents, type ServerSentEvent } from "../support/sse-parser.js";

// What users type, thick with what the format and the script element are sensitive to.
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...'\r \n \0 : \u2028 \ufeff \ud800 " \\ a'.split(" "),
        "\r\n",
        " ",
        "data: ",
        "event: x",
        "id: 1",
        "</script",
        "<!--",
      ),
    )
    .map((parts) => parts.join("")),
);

const normalise = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The one event of a frame. */
function only(frame: string): ServerSentEvent {
  const events = parseEvents(frame);
  expect(events).toHaveLength(1);
  // Nothing is left over that could run into the next frame.
  expect(frame.endsWith("\n\n")).toBe(true);
  return events[0] as ServerSentEvent;
}

/** Runs an encoder; `undefined` when it refuses its input, which is as good as an event that cannot be forged. */
function attempt(encode: () => string): string | undefined {
  try {
    return encode();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(["TypeError", "RangeError"]).toContain((error as Error).name);
    return undefined;
  }
}

test("any text comes back as elements, in exactly one event", () => {
  fc.assert(
    fc.property(text, (elements) => {
      const event = only(patchElementsFrame(elements));
      expect(event).toMatchObject({ type: "datastar-patch-elements", id: undefined, retry: undefined });
      expect(dataOf(event)).toEqual({ elements: normalise(elements) });
    }),
  );
});

test("any JSON comes back as signals, in exactly one event", () => {
  const value = fc.dictionary(
    text.filter((name) => name !== "__proto__"),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(value, (signals) => {
      const frame = attempt(() => patchSignalsFrame(signals));
      fc.pre(frame !== undefined);
      const event = only(frame);
      expect(event.type).toBe("datastar-patch-signals");
      expect(JSON.parse(dataOf(event)["signals"] ?? "")).toEqual(JSON.parse(JSON.stringify(signals)));
    }),
  );
});

test("JSON text with any spaces and line breaks comes back as the same signals", () => {
  const space = fc.array(fc.constantFrom(" ", "\n", "\r", "\r\n", "\t")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, space, space, (value, before, after) => {
      const event = only(patchSignalsFrame(`{${before}"a"${after}:${before}${JSON.stringify(value)}${after}}`));
      expect(JSON.parse(dataOf(event)["signals"] ?? "")).toEqual({ a: value });
    }),
  );
});

test("no selector, id, mode or option name forges an event", () => {
  fc.assert(
    fc.property(text, text, text, (selector, eventId, name) => {
      for (const encode of [
        () => patchElementsFrame("x", { selector, eventId }),
        () => patchElementsFrame("x", { selector: "#a", mode: selector } as never),
        () => patchElementsFrame("x", { viewTransitionSelector: selector, useViewTransition: true }),
        () => patchElementsFrame("x", { [name]: "x", selector: "#a" } as never),
        () => patchElementsFrame("x", { retryDuration: name } as never),
        () => removeElementsFrame(selector, { eventId }),
        () => removeSignalsFrame([selector, name]),
      ]) {
        const frame = attempt(encode);
        if (frame !== undefined) only(frame);
      }
    }),
  );
});

test("an id that is accepted comes back", () => {
  fc.assert(
    fc.property(text, (eventId) => {
      const frame = attempt(() => patchElementsFrame("x", { eventId }));
      if (frame === undefined) expect(eventId).toMatch(/[\r\n\0]/);
      else expect(only(frame).id).toBe(eventId);
    }),
  );
});

test("whatever a script contains or carries, its element ends where it should", () => {
  fc.assert(
    fc.property(text, text, (script, value) => {
      for (const encode of [
        () => executeScriptFrame(script, { attributes: { nonce: value } }),
        () => consoleLogFrame({ [script]: value }),
        () => redirectFrame(value),
        () => dispatchCustomEventFrame(script, value, { selector: value }),
      ]) {
        const frame = attempt(encode);
        if (frame === undefined) continue;
        const { selector, mode, elements = "" } = dataOf(only(frame));
        expect({ selector, mode }).toEqual({ selector: "body", mode: "append" });
        expect(elements).toMatch(/^<script [^<>]*"[^"<]*"[^<]*>/);
        expect(elements.endsWith("</script>")).toBe(true);
        // As a parser has it: one element, and nothing behind it.
        const { childNodes } = parseFragment(elements);
        expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(["script"]);
      }
    }),
  );
});

// Patches of signals, as the client applies them.
import { signals, type StreamHandler } from "datastar-tsx";
import { expect } from "vitest";
import { openStream } from "./action.js";
import { signalsOf, test } from "./page.js";

const state = signals({ name: "Ann", count: 1, user: { id: 7, tags: ["a"] } });
const initial = { name: "Ann", count: 1, user: { id: 7, tags: ["a"] } };
const hostile = "a\r\rdata: signals {\"count\":2}\r\n\u2028 @get('/x') $x </script> 🖕JS_D \ud83d";

test.for<[string, StreamHandler, object]>([
  [
    "a patch is merged",
    (sse) => sse.patchSignals(state.patch({ count: 2, user: { tags: ["b", "c"] } })),
    { ...initial, count: 2, user: { id: 7, tags: ["b", "c"] } },
  ],
  [
    "a patch adds signals",
    (sse) => sse.patchSignals({ user: { isNew: true }, more: { a: 0 } }),
    { ...initial, user: { ...initial.user, isNew: true }, more: { a: 0 } },
  ],
  [
    "null removes",
    (sse) => sse.patchSignals(state.patch({ count: null, user: { id: null } })),
    { name: "Ann", user: { tags: ["a"] } },
  ],
  [
    "onlyIfMissing leaves what is there",
    (sse) => sse.patchSignals({ count: 2, user: { id: 8, isNew: true } }, { onlyIfMissing: true }),
    { ...initial, user: { ...initial.user, isNew: true } },
  ],
  ["JSON text is a patch too", (sse) => sse.patchSignals('{\n  "count": 2\r}'), { ...initial, count: 2 }],
  ["text stays text", (sse) => sse.patchSignals({ name: hostile }), { ...initial, name: hostile }],
  ["removeSignals takes paths", (sse) => sse.removeSignals(["name", "user.tags"]), { count: 1, user: { id: 7 } }],
  ["removeSignals takes references", (sse) => sse.removeSignals([state.user, state.count]), { name: "Ann" }],
])("%s", async ([, handler, expected], { open }) => {
  const page = await openStream(open, <p data-signals={state} />, handler);
  expect(await signalsOf(page)).toEqual(expected);
});

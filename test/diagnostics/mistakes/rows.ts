import { calls } from "./action-calls.js";
import { events } from "./events.js";
import { expressions } from "./expressions.js";
import { keysAndValues } from "./keys-and-values.js";
import { modifiers } from "./modifiers.js";
import { names } from "./names.js";
import { spellings } from "./spellings.js";

/** Typical mistakes in one attribute, by what they are about. */
export const mistakes = { spellings, names, keysAndValues, modifiers, events, expressions, calls };

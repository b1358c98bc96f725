// Keys. A listener on the window takes them from wherever the focus is; `evt` is typed as the event of that attribute,
// so that a misspelt property is an error. Where somebody writes, a key is text and no command.
import { js, signals } from "datastar-tsx";
import { Hono } from "hono";
import { page } from "./layout.js";

const keys = signals({ last: "", saved: 0, column: 3, row: 3 });

const size = 7;

const step = (key: string, expression: ReturnType<typeof js>) => js`evt.key === ${key} && (${expression})`;

export default new Hono().get("/", () =>
  page(
    "Keys",
    <div
      data-signals={keys}
      data-on:keydown={{
        do: js`if (!(evt.target instanceof HTMLInputElement)) ${keys.last} = evt.key`,
        window: true,
      }}
    >
      <p>
        Press any key: <kbd data-text={js`${keys.last} || "…"`}>…</kbd>
      </p>
      <label class="row">
        <span>
          <kbd>Enter</kbd> saves, <kbd>Escape</kbd> empties:
        </span>
        <input class="wide" data-on:keydown={[step("Enter", js`${keys.saved}++`), step("Escape", js`el.value = ""`)]} />
        <span>
          saved <output data-text={keys.saved} /> times
        </span>
      </label>
      <p id="how">Move the dot with the arrows, when the square has the focus:</p>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width="210"
        tabindex="0"
        role="application"
        aria-label="Square"
        aria-describedby="how"
        data-on:keydown={{
          do: [
            js`if (!evt.key.startsWith("Arrow")) return`,
            js`evt.preventDefault()`,
            step("ArrowLeft", js`${keys.column} = Math.max(0, ${keys.column} - 1)`),
            step("ArrowRight", js`${keys.column} = Math.min(${size - 1}, ${keys.column} + 1)`),
            step("ArrowUp", js`${keys.row} = Math.max(0, ${keys.row} - 1)`),
            step("ArrowDown", js`${keys.row} = Math.min(${size - 1}, ${keys.row} + 1)`),
          ],
        }}
      >
        <rect width={size} height={size} fill="currentColor" fill-opacity="0.08" />
        <circle
          r="0.4"
          fill="currentColor"
          cx="3.5"
          cy="3.5"
          data-attr={{ cx: js`${keys.column} + 0.5`, cy: js`${keys.row} + 0.5` }}
        />
      </svg>
    </div>,
  ),
);

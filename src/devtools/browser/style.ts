/** The styles of the overlay. They are constructed, which no policy for styles keeps from working. */
export const style = `
:host { all: initial; color-scheme: light dark; --ink: #1c2126; --dim: #59636e; --paper: #fff; --line: #d1d9e0;
  --accent: #6b2fb5; --bad: #b42318; --warn: #7a4d00; --good: #116329; }
@media (prefers-color-scheme: dark) {
  :host { --ink: #e6edf3; --dim: #9da7b3; --paper: #15191f; --line: #3a424c; --accent: #c39bff; --bad: #ff8a80;
    --warn: #f0b849; --good: #5fd07f; }
}
* { box-sizing: border-box; font: 13px/1.5 system-ui, sans-serif; }
[hidden] { display: none; }
.toggle, section { position: fixed; z-index: 2147483647; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); box-shadow: 0 4px 16px #0004; }
.toggle { right: 8px; bottom: 8px; min-height: 32px; padding: 4px 12px; border-radius: 16px; cursor: pointer; }
.toggle b { color: var(--bad); font-weight: 700; }
section { right: 8px; bottom: 48px; width: min(560px, calc(100vw - 16px)); height: min(420px, 60vh);
  display: flex; flex-direction: column; border-radius: 8px; overflow: hidden; }
section[hidden] { display: none; }
[role=tablist] { display: flex; overflow-x: auto; border-bottom: 1px solid var(--line); flex: none; }
[role=tab] { flex: 1 0 auto; min-height: 40px; padding: 4px 10px; border: 0; border-bottom: 3px solid transparent;
  color: var(--dim); background: none; cursor: pointer; }
[role=tab][aria-selected=true] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.rows { flex: 1; overflow: auto; overscroll-behavior: contain; }
ol { list-style: none; margin: 0; padding: 0; }
p { margin: 0; padding: 12px; color: var(--dim); }
li { display: flex; flex-wrap: wrap; gap: 0 10px; padding: 6px 10px; border-bottom: 1px solid var(--line);
  align-items: baseline; }
li > code { flex: 1 1 auto; font-family: ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
li > span, li div span { color: var(--dim); overflow-wrap: anywhere; }
li div { flex: 1 0 100%; display: flex; flex-wrap: wrap; gap: 0 8px; padding-left: 12px; }
del, ins { font-family: ui-monospace, monospace; text-decoration: none; overflow-wrap: anywhere; }
del { color: var(--bad); } del::before { content: "− "; }
ins { color: var(--good); } ins::before { content: "+ "; }
.error > code { color: var(--bad); } .warning > code { color: var(--warn); }
input { color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; padding: 2px 6px; }
input:not([type=checkbox]) { flex: 0 1 220px; min-width: 80px; }
`;

export const style = `
  :root { color-scheme: light dark; --paper: light-dark(#fff, #1b1c20); --ground: light-dark(#f4f4f1, #111215);
    --ink: light-dark(#1d1f24, #ececea); --faint: light-dark(#63666e, #a0a3ab); --line: light-dark(#dcdcd6, #34363c);
    --accent: light-dark(#5b3fd6, #a995ff); --on-accent: light-dark(#fff, #17122e) }
  * { box-sizing: border-box }
  body { margin: 0; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--ground); color: var(--ink) }
  main { max-width: 34rem; margin: clamp(1.5rem, 8vh, 5rem) auto; padding: clamp(1.25rem, 5vw, 2.5rem);
    background: var(--paper); border: 1px solid var(--line); border-radius: 1rem }
  h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.02em }
  form { display: flex; gap: .5rem }
  input:not([type]), button { font: inherit; border-radius: .5rem; padding: .55rem .8rem }
  input:not([type]) { flex: 1; min-width: 0; color: inherit; background: transparent; border: 1px solid var(--line) }
  button { border: 0; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer }
  button:disabled { opacity: .45; cursor: default }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
  ul { list-style: none; margin: 1.25rem 0 0; padding: 0 }
  li { display: flex; align-items: center; border-bottom: 1px solid var(--line) }
  label { flex: 1; min-width: 0; display: flex; align-items: center; gap: .75rem; padding: .7rem 0; cursor: pointer;
    overflow-wrap: anywhere }
  input[type=checkbox] { flex: none; width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--accent) }
  li button { background: none; color: var(--faint); font-size: 1.25rem; line-height: 1 }
  li button:hover { color: inherit }
  .done span { color: var(--faint); text-decoration: line-through }
  .left, [role=status] { margin: 1rem 0 0; color: var(--faint); font-size: .9rem }
`;

// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { url } from "datastar-tsx";

declare const condition: boolean;

export const html = (
  <main
    id="x"
    class={["a", { b: condition }]}
    style={{ color: "red", "--gap": 1 }}
    hidden="until-found"
    popover
    tabindex={0}
    spellcheck
  >
    <a href={url`/x/${1}`} target="frame" rel="noopener" download ping="/log" />
    <button type="submit" disabled={condition} popovertargetaction="toggle" command="--own" formmethod="dialog" />
    <form method="post" enctype="multipart/form-data" autocomplete="off" novalidate rel="search" />
    <img src="/x.png" alt="" width={40} height="40" loading="lazy" decoding="async" fetchpriority="high" crossorigin />
    <input
      type="number"
      min={0}
      max="10"
      step={0.5}
      value={1}
      required
      maxlength={3}
      autocomplete="email"
      inputmode="decimal"
    />
    <ol type="a" start={3} reversed>
      <li value={3} />
    </ol>
    <td colspan={2} rowspan="2" />
    <th scope="row" />
    <meter value={0.5} min={0} max={1} low={0.1} />
    <video controls muted playsinline preload="metadata" onplay="log()" />
    <iframe sandbox="allow-scripts" loading="lazy" src="/frame" allowfullscreen />
    <label for="x" />
    <label htmlFor="x" className="y" />
    <div
      contenteditable="plaintext-only"
      draggable="true"
      dir="auto"
      enterkeyhint="send"
      inert
      itemscope
      itemprop="name"
    />
    <script type="module" async src="/x.js" crossorigin="anonymous" />
    <textarea rows={3} wrap="hard" />
    <body onbeforeunload="save()" />
  </main>
);

export const svg = (
  <svg
    viewBox="0 0 10 10"
    width={10}
    height="10"
    preserveAspectRatio="xMidYMid"
    xmlns="http://www.w3.org/2000/svg"
    focusable="false"
  >
    <circle cx={5} cy="5" r={4} fill="none" stroke-width={2} stroke-linecap="round" stroke-linejoin="inherit" />
    <path d="M0 0" fill-rule="evenodd" transform="scale(2)" pathLength={1} />
    <linearGradient gradientUnits="userSpaceOnUse" spreadMethod="pad" href="#a" />
    <text text-anchor="middle" x={1} dominant-baseline="central">
      <textPath method="align" href="#a" />
    </text>
    <feComposite in="a" operator="over" k1={1} />
    <animate attributeName="r" calcMode="linear" from={1} to={2} dur="1s" repeatCount="indefinite" />
    <use href="#a" xlink:href="#a" />
  </svg>
);

export const math = (
  <math display="block">
    <mfrac linethickness="1px">
      <mi mathvariant="normal">x</mi>
      <mo stretchy="true" form="infix">
        +
      </mo>
    </mfrac>
  </math>
);

export const aria = (
  <p
    role="slider"
    aria-label="x"
    aria-hidden="true"
    aria-valuenow={5}
    aria-level="2"
    aria-current="page"
    aria-live="polite"
    aria-description="y"
  />
);

// Enumerated values.
// @ts-expect-error
export const buttonType = <button type="submitt" />;
// @ts-expect-error
export const method = <form method="put" />;
// @ts-expect-error
export const loading = <img loading="soon" />;
// @ts-expect-error
export const direction = <p dir="left" />;
// @ts-expect-error
export const scope = <th scope="all" />;
// @ts-expect-error
export const lineCap = <path stroke-linecap="rond" />;
// @ts-expect-error
export const units = <linearGradient gradientUnits="user" />;
// @ts-expect-error
export const display = <math display="flex" />;

// Flags, numbers and text.
// @ts-expect-error
export const disabled = <button disabled="no" />;
// @ts-expect-error
export const length = <input maxlength={true} />;
// @ts-expect-error
export const columns = <td colspan={null && [2]} rowspan={[2]} />;
// @ts-expect-error
export const id = <p id={{ a: 1 }} />;
// @ts-expect-error
export const address = <a href={1} />;
// @ts-expect-error
export const radius = <circle r={{}} />;
// @ts-expect-error
export const css = <p style={{ colour: "red" }} />;

// Booleans stand for words where a missing attribute means something else than `false`.
export const booleans = (
  <>
    <p aria-hidden={true} aria-expanded={false} aria-current={condition} aria-pressed="mixed" />
    <p draggable contenteditable={condition} spellcheck={false} translate={false} writingsuggestions />
    <input autocomplete={false} autocapitalize={condition} autocorrect={false} />
    <video preload={false} />
    <svg focusable={false} />
  </>
);
// @ts-expect-error: text is no condition
export const ariaLabelTrue = <p aria-label={true} />;
// @ts-expect-error
export const ariaLive = <p aria-live={true} />;
// @ts-expect-error
export const loadingTrue = <img loading />;
// @ts-expect-error
export const ariaCurrent = <p aria-current="pages" />;
// @ts-expect-error
export const ariaLabel = <p aria-label={1} />;
// @ts-expect-error
export const ariaLevel = <p aria-level={[1]} />;

// Event handlers are text.
// @ts-expect-error
export const handler = <p onclick={() => 1} />;
// @ts-expect-error
export const reactHandler = <p onClick={() => 1} />;
// @ts-expect-error
export const svgHandler = <circle onclick={() => 1} />;
// @ts-expect-error: only media fires it
export const mediaHandler = <p onplay="log()" />;
// @ts-expect-error
export const deadHandler = <p onmousewheel="log()" />;

// Names.
// @ts-expect-error
export const attribute = <a hreff="x" />;
// @ts-expect-error
export const otherElement = <p href="x" />;
// @ts-expect-error
export const attributeCase = <svg viewbox="0 0 1 1" />;
// @ts-expect-error
export const reactName = <input readOnly />;
// @ts-expect-error
export const element = <blik />;
// @ts-expect-error: no parser knows it any more
export const deadElement = <isindex />;
// @ts-expect-error
export const deadSvgElement = <altGlyph />;
// @ts-expect-error
export const deadAttribute = <p contextmenu="x" />;

// Void elements.
// @ts-expect-error
export const lineBreak = <br>text</br>;
// @ts-expect-error
export const image = <img src="x">{condition && "text"}</img>;
// @ts-expect-error
export const input = <input type="checkbox">text</input>;

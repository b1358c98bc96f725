// <star-rating label="Tea" value="3">: one to five stars. When somebody chooses, it dispatches `stars-changed`, with
// `{ stars }` as its detail. Radio buttons bring the keyboard and the names along.
const style = new CSSStyleSheet();
style.replaceSync(`
  fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
  legend { padding: 0; font-weight: 500; }
  label { display: inline-block; padding-right: 0.2em; font-size: 2rem; line-height: 1.2; cursor: pointer; }
  input { position: absolute; opacity: 0; }
  label::after { content: "☆" / ""; }
  label:has(~ label > :checked)::after, label:has(> :checked)::after {
    color: light-dark(#b45309, #fbbf24);
    content: "★" / "";
  }
  label:has(> :focus-visible) { outline: 2px solid; border-radius: 0.3rem; }
`);

const labelled = (star) => {
  const label = document.createElement("label");
  label.append(star);
  return label;
};

customElements.define(
  "star-rating",
  class extends HTMLElement {
    static observedAttributes = ["label", "value"];

    #legend = document.createElement("legend");
    #stars = [1, 2, 3, 4, 5].map((stars) => {
      const input = Object.assign(document.createElement("input"), { type: "radio", name: "stars", value: stars });
      input.ariaLabel = stars === 1 ? "1 star" : `${stars} stars`;
      input.addEventListener("change", () => {
        this.dispatchEvent(new CustomEvent("stars-changed", { bubbles: true, detail: { stars } }));
      });
      return input;
    });

    constructor() {
      super();
      const fieldset = document.createElement("fieldset");
      fieldset.append(this.#legend, ...this.#stars.map(labelled));
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      root.append(fieldset);
    }

    attributeChangedCallback(name, _before, value) {
      if (name === "label") this.#legend.textContent = value;
      else for (const star of this.#stars) star.checked = star.value === value;
    }
  },
);

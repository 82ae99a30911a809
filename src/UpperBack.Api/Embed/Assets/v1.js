// <upperback-routine slug="desk-break">, <upperback-exercise slug="plank"> and <upperback-recommendations condition="poor-posture">
// show pages of the service that this script came from, each in a frame as tall as its content. What stands within an element is
// shown until then. Documentation: docs/embedding.md. Nothing is stored, nobody else is asked.
(() => {
  if (customElements.get('upperback-routine')) return;
  const script = document.currentScript ?? [...document.scripts].find(other => /\/embed\/v1\.js$/.test(other.src));
  const base = new URL('.', script.src);

  const looks = ['theme', 'accent', 'locale'];
  const limits = ['condition', 'available-equipment', 'level', 'position', 'minutes', 'exclude', 'limit'];
  const tallest = 100000;
  const shown = new Set();

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:30rem;border:0}');

  class Embed extends HTMLElement {
    #root = this.attachShadow({ mode: 'open' });
    #frame;
    #waiting = false;

    static get observedAttributes() { return [...this.parameters, 'slug', 'title']; }

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(document.createElement('slot'));
    }

    connectedCallback() {
      shown.add(this);
      this.#later();
    }

    disconnectedCallback() { shown.delete(this); }

    attributeChangedCallback() { this.#later(); }

    // Called for every message from a frame; only that of this element's own frame counts.
    hear(source, { height, title }) {
      if (source !== this.#frame?.contentWindow) return;
      if (Number.isFinite(height) && height > 0) this.#frame.style.height = `${Math.min(height, tallest)}px`;
      if (typeof title === 'string' && !this.title) this.#frame.title = title;
    }

    // Several attributes that change together make one new page.
    #later() {
      if (this.#waiting) return;
      this.#waiting = true;
      queueMicrotask(() => {
        this.#waiting = false;
        if (this.isConnected) this.#show();
      });
    }

    #show() {
      const address = this.#address();
      if (!address) {
        this.#frame = undefined;
        this.#root.replaceChildren(document.createElement('slot'));
        return;
      }
      if (this.#frame?.src === address) {
        if (this.title) this.#frame.title = this.title;
        return;
      }
      const frame = this.#frame = document.createElement('iframe');
      frame.sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
      frame.allow = 'screen-wake-lock';
      frame.referrerPolicy = 'no-referrer';
      frame.loading = 'lazy';
      frame.title = this.title || 'UpperBack';
      frame.src = address;
      this.#root.replaceChildren(frame);
    }

    #address() {
      const { path, needs, parameters } = this.constructor;
      const needed = this.getAttribute(needs);
      if (!needed) return null;
      const address = new URL(needs === 'slug' ? `${path}/${encodeURIComponent(needed)}` : path, base);
      for (const name of parameters) {
        const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
        if (this.getAttribute(name)) address.searchParams.set(camel, this.getAttribute(name));
      }
      return address.href;
    }
  }

  const define = (name, path, needs, parameters) => customElements.define(`upperback-${name}`, class extends Embed {
    static path = path;
    static needs = needs;
    static parameters = parameters;
  });

  addEventListener('message', ({ data, source }) => {
    if (data?.type === 'upperback:size') shown.forEach(element => element.hear(source, data));
  });
  define('routine', 'routines', 'slug', looks);
  define('exercise', 'exercises', 'slug', looks);
  define('recommendations', 'recommendations', 'condition', [...looks, ...limits]);
})();

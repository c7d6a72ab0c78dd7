// The one script that a page embeds: a button, and on its first press the panel. Until then it loads
// nothing. What stands between @ signs is put in when it is built or served.
(() => {
  const tag = 'admissions-assistant';
  const script = document.currentScript || document.querySelector('script[src*="/widget.js"]');
  if (!script || customElements.get(tag)) return;
  const clinic = '@clinic@';
  const {color, position, language: wanted, ...options} = script.dataset;

  const kept = (name) => {
    try {
      const at = +localStorage.getItem('admissions.used');
      return Date.now() - at < 864e5 ? JSON.parse(localStorage.getItem(`admissions.${name}`)) : null;
    } catch {
      return null;
    }
  };
  const words = {
    en: {open: 'Chat with admissions', name: 'Admissions assistant', close: 'Close',
      down: 'The chat cannot be reached just now. People are there, day and night:'},
    es: {open: 'Chat con admisiones', name: 'Asistente de admisiones', close: 'Cerrar',
      down: 'El chat no está disponible en este momento. Puede llamar a cualquier hora:'},
  };
  const first = [kept('language'), wanted, ...navigator.languages, 'en']
    .map((language) => String(language).slice(0, 2)).find((language) => language in words);

  const make = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    node.append(...children);
    return node;
  };
  // The top layer stands above every z-index of the page.
  const show = (node) => {
    node.classList.add('shown');
    node.showPopover?.();
  };
  const hide = (node) => {
    node.classList.remove('shown');
    node.hidePopover?.();
  };

  // A brand's colour is a background only; its text is black or white, whichever can be read.
  const painted = () => {
    const sheet = new CSSStyleSheet();
    const digits = /^#([\da-f]{6})$/i.exec(color)?.[1];
    const [red, green, blue] = (digits?.match(/../g) ?? []).map((hex) => {
      const part = parseInt(hex, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    const text = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
    sheet.replaceSync('@launcher_styles@' +
      (digits ? `:host{--brand:#${digits} !important;--on-brand:${text} !important}` : ''));
    return sheet;
  };

  customElements.define(tag, class extends HTMLElement {
    #root = this.attachShadow({mode: 'closed'});
    #label = make('span', {});
    #button = make('button', {type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': false},
      this.#label);
    #place = make('section', {popover: 'manual', class: 'launcher'}, this.#button);
    #panel;
    #tries = 0;

    connectedCallback() {
      if (this.#root.firstChild) return;
      this.#root.adoptedStyleSheets = [painted()];
      this.#root.append(this.#place);
      this.className = position === 'left' ? 'left' : '';
      this.speak(first);
      this.#button.onclick = () => this.open(true);
      document.addEventListener('click', (event) => {
        if (!event.target.closest?.('[data-open-assistant]')) return;
        event.preventDefault();
        this.open(true);
      });
      show(this.#place);
      if (kept('open')) this.open(false);
    }

    speak(language) {
      this.lang = language;
      this.#label.textContent = words[language].open;
      this.#place.setAttribute('aria-label', words[language].name);
    }

    // `asked`: by the visitor now, who is then led into the panel; not by an earlier page.
    async open(asked) {
      try {
        const panel = await (this.#panel ??= this.#load());
        hide(this.#place);
        panel.open(asked);
        this.#button.setAttribute('aria-expanded', true);
      } catch {
        this.#panel = undefined;
        if (asked) this.#apologise();
      }
    }

    closed() {
      show(this.#place);
      this.#button.setAttribute('aria-expanded', false);
      this.#button.focus();
    }

    async #load() {
      // A browser remembers a module that failed by its address, so the next try has another.
      const again = this.#tries++ ? `?${this.#tries}` : '';
      const address = new URL(`widget/@version@/panel.js${again}`, script.src);
      const {Panel} = await import(address);
      return new Panel(this.#root, {...options, clinic, language: this.lang, show, hide,
        service: new URL('webhooks/web', script.src).href,
        spoken: (language) => this.speak(language), closed: () => this.closed()});
    }

    // Without the server, help is still one press away.
    #apologise() {
      const word = words[this.lang];
      const close = make('button', {type: 'button'}, word.close);
      const numbers = [...new Set([clinic.phone, '988', '911'])].map(
        (number) => make('a', {href: `tel:${number}`}, number));
      const box = make('div', {popover: 'manual', role: 'dialog', class: 'down',
        'aria-label': word.name}, make('p', {}, word.down), ...numbers, close);
      const leave = () => {
        box.remove();
        this.closed();
      };
      close.onclick = leave;
      box.onkeydown = (event) => event.key === 'Escape' && leave();
      hide(this.#place);
      this.#root.append(box);
      show(box);
      close.focus();
    }
  });
  // Beside the body: its transforms and filters do not reach there, nor does its replacement.
  document.documentElement.append(document.createElement(tag));
})();

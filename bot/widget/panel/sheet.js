// On a small screen the panel is a sheet over the whole page: it follows what the phone's keyboard
// leaves free, and keeps the keyboard's focus inside.
const kSmall = matchMedia('(max-width: 30em), (max-height: 30em)');
const kShortPx = 480;

export class Sheet {
  #panel;
  #measure = () => this.#fit();

  constructor(panel) {
    this.#panel = panel;
    panel.addEventListener('keydown', (event) => this.#keepFocus(event));
    kSmall.addEventListener('change', this.#measure);
    for (const change of ['resize', 'scroll'])
      window.visualViewport?.addEventListener(change, this.#measure);
    this.#fit();
  }

  #fit() {
    const view = window.visualViewport;
    const height = view?.height ?? innerHeight;
    this.#panel.classList.toggle('sheet', kSmall.matches);
    this.#panel.classList.toggle('short', height < kShortPx);
    if (kSmall.matches) this.#panel.setAttribute('aria-modal', true);
    else this.#panel.removeAttribute('aria-modal');
    this.#panel.style.setProperty('--height', `${height}px`);
    this.#panel.style.setProperty('--top', `${view?.offsetTop ?? 0}px`);
  }

  #keepFocus(event) {
    if (event.key !== 'Tab' || !kSmall.matches) return;
    const stops = [...this.#panel.querySelectorAll('a[href], button, input, textarea, [tabindex="0"]')]
      .filter((node) => node.checkVisibility?.() ?? node.offsetParent);
    const [first, last] = [stops[0], stops.at(-1)];
    const leaves = event.target === (event.shiftKey ? first : last);
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

import {element} from './element.js';

const kTextCharactersMax = 2000;

// What a phone should offer when this detail is asked for.
const kKeyboards = {
  phone: {inputmode: 'tel', autocomplete: 'tel'},
  email: {inputmode: 'email', autocomplete: 'email', autocapitalize: 'off'},
  name: {inputmode: 'text', autocomplete: 'name', autocapitalize: 'words'},
};

// Where the visitor writes. A detail is asked for in a field of one line, which phones fill in;
// everything else in a field that grows. Questions may be asked in either.
export class Composer {
  #memory;
  #send;
  #words;
  #asks = null;
  #free = element('textarea', {rows: 1, maxlength: kTextCharactersMax, autocomplete: 'off',
    enterkeyhint: 'send', class: 'field'});
  #detail = element('input', {type: 'text', maxlength: kTextCharactersMax, enterkeyhint: 'send',
    class: 'field', hidden: true});
  #keyboard = element('button', {type: 'button', class: 'plain', hidden: true,
    onclick: () => this.#switchKeyboard()});
  #submit = element('button', {type: 'submit', class: 'send'});
  node = element('form', {class: 'composer', novalidate: true, onsubmit: (event) => this.#done(event)},
    this.#free, this.#detail, this.#keyboard, this.#submit);

  constructor(memory, send) {
    this.#memory = memory;
    this.#send = send;
    for (const field of [this.#free, this.#detail])
      field.addEventListener('input', () => this.#memory.set('draft', field.value));
    this.#free.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      this.#done(event);
    });
    this.#field.value = memory.get('draft') ?? '';
  }

  get #field() {
    return this.#asks in kKeyboards ? this.#detail : this.#free;
  }

  speak(words) {
    this.#words = words;
    for (const field of [this.#free, this.#detail]) {
      field.setAttribute('aria-label', words.message);
      field.placeholder = words.write;
    }
    this.#submit.textContent = words.send;
    this.#nameKeyboard();
  }

  // `slot`: what the visitor is asked for, or null.
  ask(slot) {
    const before = this.#field;
    const hadFocus = before.matches(':focus');
    this.#asks = slot;
    for (const name of ['inputmode', 'autocomplete', 'autocapitalize'])
      this.#detail.removeAttribute(name);
    for (const [name, value] of Object.entries(kKeyboards[slot] ?? {}))
      this.#detail.setAttribute(name, value);
    this.#keyboard.hidden = slot !== 'phone';
    this.#nameKeyboard();
    const field = this.#field;
    if (field === before) return;
    field.value = before.value;
    field.hidden = false;
    if (hadFocus) field.focus();
    before.hidden = true;
  }

  // Gives back what could not be sent, unless the visitor has begun something else.
  giveBack(text) {
    if (!this.#field.value) this.write(text);
  }

  write(text) {
    this.#field.value = text;
    this.#memory.set('draft', text);
  }

  focus() {
    this.#field.focus({preventScroll: true});
  }

  #done(event) {
    event.preventDefault();
    const text = this.#field.value.trim();
    this.focus();
    if (!text) return;
    this.write('');
    this.#send(text);
  }

  // A keyboard of digits would not let a question be asked.
  #switchKeyboard() {
    const digits = this.#detail.getAttribute('inputmode') === 'tel';
    this.#detail.setAttribute('inputmode', digits ? 'text' : 'tel');
    this.#nameKeyboard();
    this.#detail.blur();
    this.#detail.focus();
  }

  #nameKeyboard() {
    const digits = this.#detail.getAttribute('inputmode') === 'tel';
    this.#keyboard.textContent = digits ? 'ABC' : '123';
    this.#keyboard.setAttribute('aria-label',
      `${this.#keyboard.textContent}: ${digits ? this.#words?.letters : this.#words?.digits}`);
  }
}

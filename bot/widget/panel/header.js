import {element} from './element.js';
import {fill, languages, phoneLink} from './words.js';

// The top of the panel: who is speaking, the way out, help by phone, and what can be done with the
// conversation. None of it needs the server.
export class Header {
  #options;
  #does;
  #words;
  #title = element('h2', {id: 'title'});
  #note = element('p', {class: 'note'});
  #language = element('button', {type: 'button', class: 'plain'});
  #more = element('button', {type: 'button', class: 'plain', 'aria-expanded': 'false',
    'aria-controls': 'menu'});
  #close = element('button', {type: 'button', class: 'plain cross'}, '×');
  #leave = element('button', {type: 'button', class: 'leave'});
  #menu = element('div', {id: 'menu', class: 'menu', hidden: true});
  #help = element('nav', {class: 'help'});
  node = element('div', {class: 'head'},
    element('div', {class: 'bar'}, this.#title, this.#language, this.#more, this.#close),
    this.#menu, element('div', {class: 'way-out'}, this.#note, this.#leave), this.#help);

  // `does`: close, leave, language, save, print, clear.
  constructor(options, does) {
    this.#options = options;
    this.#does = does;
    this.#language.onclick = does.language;
    this.#close.onclick = does.close;
    this.#leave.onclick = does.leave;
    this.#more.onclick = () => this.#menu.hidden ? this.#openMenu() : this.closeMenu();
  }

  speak(words, language) {
    const {clinic, brand} = this.#options;
    const other = Object.keys(languages).find((one) => one !== language);
    this.#words = words;
    this.#title.textContent = brand ?? words.title;
    this.#note.textContent = words.note;
    this.#language.textContent = languages[other];
    this.#language.lang = other;
    this.#more.textContent = words.more;
    this.#close.setAttribute('aria-label', words.close);
    this.#leave.textContent = words.leave;
    this.#help.setAttribute('aria-label', words.help);
    this.#help.replaceChildren(element('strong', {}, words.help),
      this.#call('911', words.call911), this.#call('988', words.call988),
      this.#call(clinic.phone, fill(words.callClinic, {phone: clinic.phone})));
    this.closeMenu();
  }

  // Whether there was an open menu to close.
  closeMenu() {
    if (this.#menu.hidden) return false;
    this.#menu.hidden = true;
    this.#more.setAttribute('aria-expanded', false);
    this.#more.focus();
    return true;
  }

  #call(number, label) {
    return element('a', {href: phoneLink(number), 'aria-label': label}, number);
  }

  #button(label, press) {
    return element('button', {type: 'button', onclick: press}, label);
  }

  #openMenu() {
    const once = (act) => () => {
      this.closeMenu();
      act();
    };
    this.#showMenu(this.#button(this.#words.save, once(this.#does.save)),
      this.#button(this.#words.print, once(this.#does.print)),
      this.#button(this.#words.clear, () => this.#askToClear()));
    this.#menu.firstChild.focus();
  }

  #askToClear() {
    const no = this.#button(this.#words.clearNo, () => this.closeMenu());
    const yes = this.#button(this.#words.clearYes, () => {
      this.closeMenu();
      this.#does.clear();
    });
    this.#showMenu(element('p', {id: 'question'}, this.#words.clearQuestion), no, yes);
    no.setAttribute('aria-describedby', 'question');
    no.focus();
  }

  #showMenu(...children) {
    this.#menu.replaceChildren(...children);
    this.#menu.hidden = false;
    this.#more.setAttribute('aria-expanded', true);
  }
}

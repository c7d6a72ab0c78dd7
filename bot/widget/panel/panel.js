import {element} from './element.js';
import {fill, languages, words} from './words.js';
import {Memory} from './memory.js';
import {Service} from './service.js';
import {Outbox} from './outbox.js';
import {Transcript} from './transcript.js';
import {Composer} from './composer.js';
import {Header} from './header.js';
import {Sheet} from './sheet.js';
import {leave, print, save} from './away.js';

const kWaitingShownAfterMs = 400;
const kHistoryAgainMs = 5000;
const kPageCharactersMax = 300;
const kNeutralPlace = 'https://www.google.com/';

// The chat. `options`: clinic {name, phone}, language, service (address), greeting, brand, leave,
// show(node), hide(node), spoken(language), closed().
export class Panel {
  #options;
  #language;
  #memory = new Memory();
  #service;
  #outbox;
  #transcript;
  #header;
  #composer = new Composer(this.#memory, (text) => this.#say({text}));
  #choices = element('div', {class: 'choices', role: 'group'});
  #waiting = element('p', {class: 'waiting', hidden: true});
  #status = element('p', {class: 'status', role: 'status'});
  #talk;
  #panel;
  #tabs = new BroadcastChannel('admissions');
  #waitingTimer;
  #answers = 0;

  constructor(root, options) {
    this.#options = options;
    this.#service = new Service(options.service);
    this.#outbox = new Outbox(this.#memory, this.#service, {
      circumstances: () => this.#circumstances(),
      answered: (message, turn) => this.#answeredHere(message, turn),
      refused: (message) => this.#refused(message),
      late: (busy) => this.#late(busy),
      gone: () => this.#transcript.addNotice(this.#words.ended),
    });
    this.#transcript = new Transcript(options.clinic);
    this.#header = new Header(options, {
      close: () => this.#close(),
      leave: () => this.#leave(),
      language: () => this.#switchLanguage(),
      save: () => save(this.#transcript.text(), this.#words.transcript),
      print,
      clear: () => this.#clear(),
    });
    this.#talk = element('div', {class: 'talk', tabindex: '0', role: 'group'},
      this.#transcript.log, this.#waiting, this.#choices);
    this.#panel = element('div', {popover: 'manual', role: 'dialog', class: 'panel',
      'aria-labelledby': 'title', onkeydown: (event) => this.#escape(event)},
      this.#header.node, this.#talk, this.#status, this.#composer.node);
    const styles = new CSSStyleSheet();
    styles.replaceSync(kStyles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
    root.append(this.#panel);
    new Sheet(this.#panel);
    this.#speak(options.language);
    this.#tabs.onmessage = ({data}) => this.#heard(data);
    addEventListener('online', () => this.#status.replaceChildren());
    addEventListener('offline', () => this.#late(false));
    this.#begin();
    this.#restore();
  }

  open(asked) {
    this.#memory.set('open', true);
    this.#options.show(this.#panel);
    this.#talk.scrollTop = this.#talk.scrollHeight;
    if (asked) this.#composer.focus();
    this.#outbox.drain();
  }

  get #words() {
    return words[this.#language];
  }

  #circumstances() {
    const {origin, pathname} = location;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return {language: this.#language, ...(/^(?!Etc).+\/./.test(zone) && {zone}),
      page: (origin + pathname).slice(0, kPageCharactersMax)};
  }

  #close() {
    this.#memory.set('open', false);
    this.#options.hide(this.#panel);
    this.#options.closed();
  }

  #escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (!this.#header.closeMenu()) this.#close();
  }

  // What stands there before anything is said.
  #begin() {
    const {clinic, greeting} = this.#options;
    this.#transcript.clear();
    if (greeting) this.#transcript.addGreeting(greeting, this.#language);
    this.#transcript.addGreeting(
      fill(this.#words.disclosure, {clinic: clinic.name, phone: clinic.phone}), this.#language,
      'opening');
    this.#offer(this.#words.starters.map((label) => ({label})));
    this.#composer.ask(null);
  }

  async #restore() {
    const conversation = this.#memory.get('conversation');
    const answers = this.#answers;
    const {turns = [], later, gone} =
      conversation ? await this.#service.transcript(conversation) : {};
    if (answers !== this.#answers) return this.#restore();  // it has grown meanwhile
    if (gone) this.#memory.remove('conversation');
    if (later !== undefined) {
      this.#status.textContent = this.#words.history;
      setTimeout(() => this.#restore(), kHistoryAgainMs);
    }
    this.#transcript.restore(() => this.#draw(turns));
    if (later === undefined && conversation) this.#status.replaceChildren();
  }

  #draw(turns) {
    this.#begin();
    const labels = {};
    for (const {message_id: id, text, choice, turn} of turns) {
      this.#outbox.arrived(id);
      this.#transcript.addMessage({id, text: text || labels[choice] || choice}, turn.language);
      this.#answered({id}, turn);
      for (const reply of turn.replies)
        for (const button of reply.quick_replies) labels[button.id] = button.label;
    }
    for (const message of this.#outbox.waiting()) {
      this.#transcript.addMessage(message, this.#language);
      this.#transcript.mark(message.id, 'unsent');
    }
    this.#talk.scrollTop = this.#talk.scrollHeight;
  }

  // `content`: {text}, or {choice, text: its label}.
  #say(content) {
    const message = this.#outbox.add(content);
    this.#offer([]);
    this.#reveal(this.#transcript.addMessage(message, this.#language));
    this.#wait();
    this.#outbox.drain();
  }

  #wait() {
    clearTimeout(this.#waitingTimer);
    this.#waitingTimer = setTimeout(() => {
      this.#waiting.hidden = false;
      this.#reveal(this.#waiting);
    }, kWaitingShownAfterMs);
  }

  #waitNoMore() {
    clearTimeout(this.#waitingTimer);
    this.#waiting.hidden = true;
  }

  #answeredHere(message, turn) {
    this.#tabs.postMessage({message, turn});
    this.#heard({message, turn});
  }

  #heard({message, turn, cleared}) {
    this.#answers++;
    if (cleared) return this.#begin();
    if (!this.#transcript.has(message.id)) this.#transcript.addMessage(message, turn.language);
    this.#waitNoMore();
    this.#status.replaceChildren();
    this.#reveal(this.#answered(message, turn));
  }

  #answered(message, turn) {
    const node = this.#transcript.addTurn(message.id, turn);
    // Who writes Spanish gets the buttons in Spanish, until they choose otherwise.
    if (turn.language !== this.#language && turn.language in words && !this.#memory.get('language'))
      this.#speak(turn.language);
    this.#offer(turn.replies.flatMap((reply) => reply.quick_replies));
    this.#composer.ask(turn.asks);
    return node;
  }

  #refused(message) {
    this.#waitNoMore();
    this.#transcript.mark(message.id, 'refused');
    this.#composer.giveBack(message.text);
  }

  #late(busy) {
    this.#waitNoMore();
    for (const {id} of this.#outbox.waiting()) this.#transcript.mark(id, 'unsent');
    this.#status.textContent =
      fill(busy ? this.#words.busy : this.#words.offline, {phone: this.#options.clinic.phone});
  }

  #offer(buttons) {
    this.#choices.replaceChildren(...buttons.map(({id, label}) => element('button',
      {type: 'button', onclick: () => this.#choose(id, label)}, label)));
    this.#choices.hidden = buttons.length === 0;
    this.#choices.lang = this.#language;
  }

  #choose(id, label) {
    this.#say(id ? {choice: id, text: label} : {text: label});
    // The button is gone; a phone's keyboard should not jump up for it.
    if (matchMedia('(pointer: coarse)').matches) this.#talk.focus({preventScroll: true});
    else this.#composer.focus();
  }

  #switchLanguage() {
    const other = Object.keys(languages).find((language) => language !== this.#language);
    this.#memory.set('language', other);
    this.#speak(other);
    if (this.#transcript.isEmpty()) this.#begin();
    else this.#say({text: languages[other]});
  }

  #speak(language) {
    this.#language = language;
    this.#options.spoken(language);
    this.#panel.lang = language;
    this.#header.speak(this.#words, language);
    this.#transcript.speak(this.#words);
    this.#composer.speak(this.#words);
    this.#talk.setAttribute('aria-label', this.#words.transcript);
    this.#choices.setAttribute('aria-label', this.#words.choices);
    this.#waiting.textContent = this.#words.waiting;
  }

  #clear() {
    const conversation = this.#memory.get('conversation');
    this.#forget();
    if (conversation) this.#outbox.erase(conversation);
    this.#begin();
    this.#transcript.addNotice(this.#words.cleared);
    this.#composer.focus();
    this.#outbox.drain();
  }

  #forget() {
    this.#answers++;
    const language = this.#memory.get('language');
    this.#memory.clear();
    this.#composer.write('');
    if (language) this.#memory.set('language', language);
    this.#memory.set('open', true);
    this.#tabs.postMessage({cleared: true});
    this.#waitNoMore();
    this.#status.replaceChildren();
  }

  #leave() {
    this.#forget();
    this.#memory.clear();
    leave(this.#options.leave ?? kNeutralPlace);
  }

  // Scrolls to the end, but not past the beginning of `node`: a long answer is read from its start.
  #reveal(node) {
    const scroller = this.#panel.matches('.short') ? this.#panel : this.#talk;
    const start = node.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    const rest = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    scroller.scrollBy({top: Math.min(start, rest)});
  }
}

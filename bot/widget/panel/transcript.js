import {element} from './element.js';
import {fill, phoneLink} from './words.js';

// Numbers that may be called from a text: help's and the clinic's own. In a crisis every number of
// the reply; elsewhere a number may be an example, or the visitor's.
const kHelpNumbers = /\b(911|988|\d{3}-\d{3}-\d{4})\b/;
const kAnyNumber = /((?:\b1-)?\b\d{3}-\d{3}-\d{4}\b|\b911\b|\b988\b)/;

// The conversation on the screen: a log, in which each message of the visitor stands with its
// answers, so that what waits for an answer keeps its place.
export class Transcript {
  #exchanges = new Map();  // by message id
  #words;
  #clinic;
  log = element('div', {role: 'log', class: 'log', 'aria-live': 'polite'});

  constructor(clinic) {
    this.#clinic = clinic;
  }

  speak(words) {
    this.#words = words;
    this.log.setAttribute('aria-label', words.transcript);
  }

  // What was said before; not read out by a screen reader a second time.
  restore(draw) {
    this.log.setAttribute('aria-live', 'off');
    draw();
    requestAnimationFrame(() => this.log.setAttribute('aria-live', 'polite'));
  }

  has(id) {
    return this.#exchanges.has(id);
  }

  // Each `add` gives the node that should come in sight.
  addMessage({id, text}, language) {
    const exchange = element('div', {class: 'exchange'},
      element('div', {class: 'visitor'}, this.#author('you'), element('p', {lang: language}, text)));
    this.#exchanges.set(id, exchange);
    this.log.append(exchange);
    return exchange;
  }

  addTurn(id, turn) {
    const exchange = this.#exchanges.get(id);
    this.mark(id, null);
    exchange.querySelector('.visitor p').lang = turn.language;
    // The first turn brings the disclosure itself; once is enough.
    if (this.#exchanges.size === 1 && turn.replies[0]?.kind === 'info')
      this.log.querySelector('.opening')?.remove();
    const replies = turn.replies.map((reply) => this.#reply(reply, turn.language));
    exchange.append(...replies);
    return replies.find((reply) => !reply.matches('.info')) ?? replies[0] ?? exchange;
  }

  addNotice(text) {
    const notice = element('p', {class: 'notice'}, text);
    this.log.append(notice);
    return notice;
  }

  // A reply that no message asked for: a greeting (`kind` info), the disclosure (opening).
  addGreeting(text, language, kind = 'info') {
    this.log.append(this.#reply({kind, text}, language));
  }

  isEmpty() {
    return this.#exchanges.size === 0;
  }

  // `state`: null, 'unsent' or 'refused'.
  mark(id, state) {
    const bubble = this.#exchanges.get(id)?.querySelector('.visitor');
    bubble?.querySelector('.state')?.remove();
    if (state) bubble?.append(element('span', {class: 'state'}, this.#words[state]));
  }

  clear() {
    this.#exchanges.clear();
    this.log.replaceChildren();
  }

  // For saving: a line an author.
  text() {
    return [...this.log.querySelectorAll('.visitor, .reply, .notice')]
      .map((node) => [...node.querySelectorAll('.author, p')].map((part) => part.textContent)
        .join(' ') || node.textContent).join('\n\n');
  }

  #author(name) {
    return element('span', {class: 'author'}, this.#words[name]);
  }

  #reply({kind, text, source}, language) {
    const node = element('div', {class: `reply ${kind}`}, this.#author('assistant'));
    if (kind === 'crisis') node.append(element('strong', {class: 'alarm'}, this.#words.crisis));
    for (const line of text.split('\n'))
      if (line.trim()) node.append(element('p', {lang: language}, ...this.#withCalls(line, kind)));
    if (source) node.append(this.#source(source, language));
    return node;
  }

  #source({section, reviewed_on: reviewed}, language) {
    const day = new Date(`${reviewed}T12:00:00Z`);
    const date = isNaN(day) ? reviewed
      : new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(day);
    return element('p', {class: 'source'}, fill(this.#words.source, {section, date}));
  }

  #withCalls(line, kind) {
    const pattern = kind === 'crisis' ? kAnyNumber : kHelpNumbers;
    const mayCall = (number) =>
      kind === 'crisis' || number.length === 3 || number === this.#clinic.phone;
    return line.split(pattern).map((part, at) => at % 2 && mayCall(part)
      ? element('a', {href: phoneLink(part)}, part) : part);
  }
}

// Messages on their way. A message is kept before it is sent and until it is answered, so that no
// reload, lost connection or restart of the server loses it; it keeps its id, so that however often
// it is sent the service handles it once. Tabs take turns, and messages go out in order.
const kLongestPauseS = 30;

export class Outbox {
  #memory;
  #service;
  #told;
  #timer;
  #failures = 0;

  // `told` is called with what happens: answered(message, turn), refused(message), late(busy),
  // gone(). `told.circumstances()` goes along with each message.
  constructor(memory, service, told) {
    this.#memory = memory;
    this.#service = service;
    this.#told = told;
    addEventListener('online', () => this.drain());
  }

  // `content` is {text} or {choice, text: its label}.
  add(content) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(16)),
      (byte) => byte.toString(16).padStart(2, '0')).join('');
    const message = {id, ...content};
    const at = String(Date.now()).padStart(15, '0');
    const last = this.#memory.names('message.').at(-1)?.split('.')[1] ?? '';
    // A clock may stand still or go back; the order may not.
    const place = last < at ? at : String(Number(last) + 1).padStart(15, '0');
    this.#memory.set(`message.${place}.${id}`, message);
    return message;
  }

  waiting() {
    return this.#memory.names('message.').map((name) => this.#memory.get(name));
  }

  // What the transcript holds has arrived, even if its answer was lost.
  arrived(id) {
    for (const name of this.#memory.names('message.'))
      if (name.endsWith(id)) this.#memory.remove(name);
  }

  // A conversation to be erased; tried until the service has done it.
  erase(conversation) {
    this.#memory.set(`erase.${conversation}`, true);
  }

  async drain() {
    clearTimeout(this.#timer);
    const send = () => this.#sendAll();
    // Pages without TLS have no locks; there the message ids alone keep tabs from doubling.
    if (navigator.locks) await navigator.locks.request('admissions.outbox', send);
    else await send();
  }

  async #sendAll() {
    clearTimeout(this.#timer);
    for (let name; (name = this.#memory.names('erase.')[0] ?? this.#memory.names('message.')[0]);) {
      const outcome =
        await (name.startsWith('erase.') ? this.#sendErasure(name) : this.#sendMessage(name));
      if (outcome && 'later' in outcome) return this.#again(outcome);
      this.#failures = 0;
    }
  }

  async #sendErasure(name) {
    const outcome = await this.#service.erase(name.slice('erase.'.length));
    if (!('later' in outcome)) this.#memory.remove(name);
    return outcome;
  }

  async #sendMessage(name) {
    const message = this.#memory.get(name);
    const conversation = this.#memory.get('conversation');
    const outcome = await this.#service.send(message, conversation, this.#told.circumstances());
    if (!this.#memory.get(name)) return this.#cleared(outcome, conversation);
    if ('later' in outcome) return outcome;
    if (outcome.gone && conversation) {
      this.#memory.remove('conversation');
      return this.#told.gone();
    }
    this.#memory.remove(name);
    if (!outcome.turn) return this.#told.refused(message);
    this.#memory.set('conversation', outcome.turn.conversation);
    this.#told.answered(message, outcome.turn);
  }

  // The visitor cleared the chat while its message was under way: what it began goes too.
  #cleared(outcome, conversation) {
    if (outcome.turn && !conversation) this.erase(outcome.turn.conversation);
  }

  #again({later, busy}) {
    const pause = later || Math.min(2 ** this.#failures++, kLongestPauseS);
    this.#told.late(Boolean(busy));
    this.#timer = setTimeout(() => this.drain(), pause * 1000);
  }
}

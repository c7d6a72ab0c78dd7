// What the browser keeps between pages: the conversation's token, messages not sent yet, the draft,
// and whether the chat is open. Never the transcript. All of it is forgotten a day after its last
// use, since others may share the computer.
const kPrefix = 'admissions.';
const kKeptMs = 24 * 60 * 60 * 1000;

// Where a browser refuses storage the chat works on, for as long as the page stands.
class ShortMemory extends Map {
  getItem(key) { return this.get(key) ?? null; }
  setItem(key, value) { this.set(key, value); }
  removeItem(key) { this.delete(key); }
}

function storage() {
  try {
    localStorage.setItem(`${kPrefix}probe`, '1');
    localStorage.removeItem(`${kPrefix}probe`);
    return localStorage;
  } catch {
    return new ShortMemory();
  }
}

export class Memory {
  #storage = storage();

  constructor() {
    const used = Number(this.#storage.getItem(`${kPrefix}used`));
    if (Date.now() - used > kKeptMs) this.clear();
  }

  get(name) {
    try {
      return JSON.parse(this.#storage.getItem(kPrefix + name));
    } catch {
      return null;
    }
  }

  set(name, value) {
    this.#storage.setItem(kPrefix + name, JSON.stringify(value));
    this.#storage.setItem(`${kPrefix}used`, Date.now());
  }

  remove(name) {
    this.#storage.removeItem(kPrefix + name);
  }

  // Names that begin so, in order.
  names(beginning = '') {
    const keys = this.#storage instanceof Map ? [...this.#storage.keys()] : Object.keys(this.#storage);
    return keys.filter((key) => key.startsWith(kPrefix + beginning))
      .map((key) => key.slice(kPrefix.length)).sort();
  }

  clear() {
    for (const name of this.names()) this.remove(name);
  }
}

import {useEffect, useState} from 'preact/hooks';

// A value that several parts of the page show.
export class Cell {
  #value;
  #watchers = new Set();

  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  set value(value) {
    if (value === this.#value) return;
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher(value);
  }

  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

// The cell's value, now and whenever it changes.
export function useCell(cell) {
  const [value, show] = useState(cell.value);
  useEffect(() => {
    show(cell.value);
    return cell.watch(show);
  }, [cell]);
  return value;
}

// A choice that this browser remembers; no personal data is ever kept this way.
export class RememberedCell extends Cell {
  #name;

  constructor(name, otherwise) {
    super(remembered(name) ?? otherwise);
    this.#name = name;
  }

  set value(value) {
    super.value = value;
    try {
      localStorage.setItem(this.#name, value);
    } catch {
      // A browser that keeps nothing forgets the choice, no more.
    }
  }

  get value() {
    return super.value;
  }
}

function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

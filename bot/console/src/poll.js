// Asks again every few seconds while the page is looked at, seldom while it is hidden, and ever more
// seldom while the service fails. An unchanged answer costs the service one ETag and this page nothing.
import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import {look} from './service.js';

const kSeenMs = 4000;
const kHiddenMs = 15000;  // the bell is for those who look elsewhere
const kFailingMsMax = 60000;

const pollers = new Set();

// After a change of ours: everybody looks at once.
export function lookNow() {
  for (const poller of pollers) poller.look();
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) lookNow(); });

class Poller {
  #path;
  #tell;
  #etag;
  #timer;
  #failures = 0;
  #looking = false;
  #again = false;
  #over = false;

  constructor(path, tell) {
    this.#path = path;
    this.#tell = tell;
    pollers.add(this);
    this.look();
  }

  stop() {
    this.#over = true;
    clearTimeout(this.#timer);
    pollers.delete(this);
  }

  async look() {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    clearTimeout(this.#timer);
    try {
      const answer = await look(this.#path, this.#etag);
      this.#failures = 0;
      if (this.#over) return;
      this.#etag = answer.etag;
      this.#tell(answer.unchanged ? {} : {answer});
    } catch (refusal) {
      this.#failures += 1;
      if (!this.#over) this.#tell({refusal});
    } finally {
      this.#looking = false;
      this.#plan();
    }
  }

  #plan() {
    if (this.#over) return;
    const pause = document.hidden ? kHiddenMs : kSeenMs;
    const wait = Math.min(pause * 2 ** this.#failures, Math.max(pause, kFailingMsMax));
    this.#timer = setTimeout(() => this.look(), this.#again ? 0 : wait);
    this.#again = false;
  }
}

// {answer, refusal, put}: the newest answer to `path` (null: ask nothing), why the last look failed
// if it did, and `put` for the answer to a change of ours.
export function usePoll(path) {
  const [state, show] = useState({path: null});
  const current = useRef(path);
  current.current = path;
  useEffect(() => {
    if (!path) return undefined;
    const poller = new Poller(path, ({answer, refusal}) => show((old) => {
      if (refusal) return old.path === path ? {...old, refusal} : {path, refusal};
      if (!answer) return old.refusal ? {...old, refusal: undefined} : old;
      return {path, answer};
    }));
    return () => poller.stop();
  }, [path]);
  const put = useCallback((answer) => show({path: current.current, answer}), []);
  return {...(state.path === path ? state : {}), put};
}

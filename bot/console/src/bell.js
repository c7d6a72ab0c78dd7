// Says that somebody new waits: a sound, and a number in the tab's title. Neither says who or why.
import {useEffect, useRef} from 'preact/hooks';
import {Cell, RememberedCell} from './cell.js';

export const bellMuted = new RememberedCell('desk.muted', 'no');

const kTitle = 'Callback desk';
let sounds = null;  // browsers give sound only after a gesture

export const soundAllowed = new Cell(false);

for (const gesture of ['pointerdown', 'keydown'])
  addEventListener(gesture, () => {
    if (!sounds) {
      sounds = new AudioContext();
      const tell = () => { soundAllowed.value = sounds.state === 'running'; };
      sounds.addEventListener('statechange', tell);
      tell();
    }
    if (sounds.state === 'suspended') sounds.resume();
  }, {passive: true});

export function ring(urgent) {
  if (bellMuted.value === 'yes' || sounds?.state !== 'running') return;
  const notes = urgent ? [880, 660, 880, 660] : [523, 659];
  notes.forEach((frequency, place) => play(frequency, sounds.currentTime + place * 0.18));
}

function play(frequency, at) {
  const tone = sounds.createOscillator();
  const volume = sounds.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.18, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
  tone.connect(volume).connect(sounds.destination);
  tone.start(at);
  tone.stop(at + 0.32);
}

// Rings once for each callback that is new to the queue, or wrote again. Where more wait than the page holds,
// one that we never saw may only have moved up, and one that is new may stand on a later page: news is then a
// crisis, which stands first from the start, and what makes the queue's newest request a newer one.
export function useBell(answer) {
  const known = useRef(null);
  const last = useRef(null);
  const unseen = useRef(0);
  useEffect(() => {
    const seen = () => {
      if (document.hidden) return;
      unseen.current = 0;
      title(0);
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      title(0);
    };
  }, []);
  useEffect(() => {
    if (!answer) return;
    const {callbacks, counts, now, newest_at: newest} = answer;
    const before = last.current;
    // A service that does not say how new the newest is: as many more as wait than before.
    const isLater = ({created_at: at}) => newest === undefined ? at >= before.now && counts.queue > before.queue
      : at > before.newest;
    const isNew = (callback) => !known.current.has(callback.id) && (before.whole || callback.urgent || isLater(callback));
    const fresh = callbacks.filter((callback) => known.current && (isNew(callback) ||
      (callback.unread_bump && known.current.has(callback.id) && known.current.get(callback.id) !== callback.version)));
    known.current = new Map([...known.current ?? [],
      ...callbacks.map(({id, version}) => [id, version])]);
    last.current = {now, queue: counts.queue, whole: counts.queue <= callbacks.length,
      newest: [before?.newest ?? '', newest ?? ''].sort()[1]};
    const isBeyond = before && newest > before.newest && !callbacks.some(isLater);
    const news = fresh.filter(({holder}) => !holder);
    if (!news.length && !isBeyond) return;
    ring(news.some(({urgent}) => urgent));
    if (document.hidden) title(unseen.current += news.length + (isBeyond ? 1 : 0));
  }, [answer]);
}

function title(unseen) {
  document.title = unseen ? `(${unseen}) ${kTitle}` : kTitle;
}

// Says that somebody new waits: a sound, and a number in the tab's title. Neither says who or why.
import {useEffect, useRef} from 'preact/hooks';
import {RememberedCell} from './cell.js';

export const bellMuted = new RememberedCell('desk.muted', 'no');

const kTitle = 'Callback desk';
let sounds = null;  // browsers give sound only after a gesture

for (const gesture of ['pointerdown', 'keydown'])
  addEventListener(gesture, () => {
    sounds ??= new AudioContext();
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

// Rings once for each callback that was not in the queue when we last looked.
export function useBell(answer) {
  const known = useRef(null);
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
    const fresh = answer.callbacks.filter(({id, version, unread_bump: bumped}) =>
      known.current && (!known.current.has(id) || (bumped && known.current.get(id) !== version)));
    known.current = new Map([...known.current ?? [],
      ...answer.callbacks.map(({id, version}) => [id, version])]);
    const news = fresh.filter(({holder}) => !holder);
    if (!news.length) return;
    ring(news.some(({urgent}) => urgent));
    if (document.hidden) title(unseen.current += news.length);
  }, [answer]);
}

function title(unseen) {
  document.title = unseen ? `(${unseen}) ${kTitle}` : kTitle;
}

// One key, one verb. Keys rest while something is being typed or a dialog is open, and can be
// switched off for people whom they get in the way (WCAG 2.1.4).
import {useLayoutEffect, useRef} from 'preact/hooks';
import {RememberedCell} from './cell.js';

export const keysWanted = new RememberedCell('desk.keys', 'on');

const layers = [];

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest?.('input, textarea, select');
  if (typing || document.querySelector('dialog[open]')) return;
  if (keysWanted.value !== 'on' && event.key !== 'Escape') return;
  const layer = layers.findLast((keys) => keys.current[event.key]);
  if (!layer) return;
  event.preventDefault();
  layer.current[event.key]();
});

// While the component shows: {key: verb}. The newest component that has a verb for a key gets it.
export function useKeys(keys) {
  const current = useRef(keys);
  current.current = keys;
  // As soon as it shows, not a moment later: a key that is pressed then must not be lost.
  useLayoutEffect(() => {
    layers.push(current);
    return () => { layers.splice(layers.indexOf(current), 1); };
  }, []);
}

import {useEffect, useState} from 'preact/hooks';
import {html} from './html.js';

const kAskedMs = 5000;

// A button for what ends something: the first tap asks, the second one within a few seconds does it.
export function TapTwice({name, ask = `${name}: tap again`, verb, disabled, kind = '', children}) {
  const [asked, show] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => show(false), kAskedMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const tapped = () => {
    show(!asked);
    if (asked) verb();
  };
  return html`<button type="button" class=${asked ? 'sure ' + kind : kind} disabled=${disabled} onClick=${tapped}>
    <span aria-live="polite">${asked ? ask : name}</span>${children}</button>`;
}

// One line about what was just done, read out by screen readers; it goes by itself.
import {Cell, useCell} from './cell.js';
import {html} from './html.js';

const kShownMs = 6000;
const line = new Cell(null);
let timer;

export function tell(text, bad = false) {
  line.value = {text, bad};
  clearTimeout(timer);
  timer = setTimeout(() => { line.value = null; }, kShownMs);
}

export function tellRefusal(refusal) {
  tell(refusal.type === 'not-held' ? 'Somebody else has this one, or your time with it ran out.' : refusal.message, true);
}

export function Toast() {
  const shown = useCell(line);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${shown && html`<p class=${shown.bad ? 'toast bad' : 'toast'}><span>${shown.text}</span>
      <button type="button" class="plain" aria-label="Dismiss" onClick=${() => { line.value = null; }}>×</button></p>`}
  </div>`;
}

// One line about what was just done, read out by screen readers; it goes by itself, but not from under a hand.
import {Cell, useCell} from './cell.js';
import {html} from './html.js';

const kShownMs = 6000;
const kShownWithActionMs = 20000;
const kHeldMs = 3000;

const line = new Cell(null);

// `action`, {name, verb}: what can be done about it. Never the only way to do that.
export function tell(text, bad = false, action = null) {
  const shown = {text, bad, action};
  line.value = shown;
  const hide = () => {
    if (line.value !== shown) return;
    if (document.querySelector('.toast:is(:hover, :focus-within)')) setTimeout(hide, kHeldMs);
    else line.value = null;
  };
  setTimeout(hide, action ? kShownWithActionMs : kShownMs);
}

export function tellRefusal(refusal) {
  tell(refusal.type === 'not-held' ? 'Somebody else has this one, or your time with it ran out.' : refusal.message, true);
}

export function Toast() {
  const shown = useCell(line);
  const act = () => {
    line.value = null;
    shown.action.verb();
  };
  return html`<div class="toasts" role="status" aria-live="polite">
    ${shown && html`<p class=${shown.bad ? 'toast bad' : 'toast'}><span>${shown.text}</span>
      ${shown.action && html`<button type="button" class="action" onClick=${act}>${shown.action.name}</button>`}
      <button type="button" class="plain" aria-label="Dismiss" onClick=${() => { line.value = null; }}>×</button></p>`}
  </div>`;
}

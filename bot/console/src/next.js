import {address} from './address.js';
import {useCell} from './cell.js';
import {html} from './html.js';
import {isFiltered, listed} from './listed.js';

// Whose turn it is does not ask which list is shown: where only a part of the queue is, the button says so.
export function CallNext({kind = '', disabled, verb, found = false}) {
  useCell(address);
  const list = listed();
  const part = found || list.view !== 'queue' || isFiltered(list);
  return html`<button type="button" class=${`next ${kind}`} disabled=${disabled} onClick=${verb}>
    Call next${part && html` <small>from the whole queue</small>`}</button>`;
}

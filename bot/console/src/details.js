import {useState} from 'preact/hooks';
import {moment} from './clock.js';
import {draftEdit} from './drafts.js';
import {Edit} from './edit.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {session} from './session.js';
import {fieldName, fieldText, inOrder} from './words.js';

export function Details(part) {
  const {callback, mine} = part;
  const [editing, edit] = useState(draftEdit(callback.id) !== null);
  const may = session.may('work_queue') && (mine || !callback.holder);  // only its holder changes a held one
  useKeys({e: () => may && edit(true)});
  const {fields, consent} = callback;
  return html`<section class="details" aria-labelledby="details-title">
    <div class="row"><h2 id="details-title">Details</h2>
      ${may && !editing && html`<button type="button" class="plain" onClick=${() => edit(true)}>Edit</button>`}</div>
    ${editing ? html`<${Edit} ...${part} close=${() => edit(false)} />`
      : html`<dl class="pairs">${inOrder(Object.keys(fields)).map((field) => html`
        <div key=${field}><dt>${fieldName(field)}</dt><dd>${fieldText(fields, field)}</dd></div>`)}</dl>`}
    ${consent && html`<details><summary>They agreed to be called, ${moment(consent.at)}</summary>
      <p class="said">${consent.wording}</p></details>`}
  </section>`;
}

import {useState} from 'preact/hooks';
import {moment} from './clock.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {patch} from './service.js';
import {session} from './session.js';
import {fieldName, phoneText, valueText} from './words.js';

const kEditable = [
  {field: 'name', type: 'text'}, {field: 'phone', type: 'tel'}, {field: 'email', type: 'email'},
  {field: 'callback_time', type: 'text', hint: 'for example: weekdays after 5 pm'}, {field: 'insurer', type: 'text'},
];

export function Details(part) {
  const {callback} = part;
  const [editing, edit] = useState(false);
  const may = session.may('work_queue');
  useKeys({e: () => may && edit(true)});
  const {fields, consent} = callback;
  return html`<section class="details" aria-labelledby="details-title">
    <div class="row"><h2 id="details-title">Details</h2>
      ${may && !editing && html`<button type="button" class="plain" onClick=${() => edit(true)}>Edit</button>`}</div>
    ${editing ? html`<${Edit} ...${part} close=${() => edit(false)} />`
      : html`<dl class="pairs">${Object.entries(fields).map(([field, value]) => html`
        <div key=${field}><dt>${fieldName(field)}</dt><dd>${field === 'phone' ? phoneText(value) : valueText(value)}</dd></div>`)}</dl>`}
    ${consent && html`<details><summary>They agreed to be called, ${moment(consent.at)}</summary>
      <p class="said">${consent.wording}</p></details>`}
  </section>`;
}

function Edit({callback, path, act, busy, etag, close}) {
  // Changes are made to what was seen; if somebody changed it meanwhile the service refuses them.
  const [seen] = useState({etag, fields: callback.fields});

  async function save(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = {};
    for (const {field} of kEditable) {
      const text = String(form.get(field)).trim();
      if (text !== shown(seen.fields, field)) fields[field] = text;
    }
    if (!Object.keys(fields).length || await act(() => patch(path, {fields}, seen.etag), 'Changed.')) close();
  }

  return html`<form class="edit" onSubmit=${save}>
    ${kEditable.map(({field, type, hint}, place) => html`<label for=${'edit-' + field}>${fieldName(field)}
        ${hint && html`<small>${hint}</small>`}</label>
      <input id=${'edit-' + field} name=${field} type=${type} autocomplete="off"
        ref=${place === 0 ? focused : null} defaultValue=${shown(seen.fields, field)} />`)}
    <div class="row"><button class="main" disabled=${busy}>Save</button>
      <button type="button" onClick=${close}>Cancel</button></div>
  </form>`;
}

function focused(node) {
  if (node && !node.dataset.focused) {
    node.dataset.focused = 'yes';
    node.focus();
  }
}

function shown(fields, field) {
  return field === 'phone' ? phoneText(fields.phone) : valueText(fields[field]);
}

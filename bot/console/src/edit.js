import {useState} from 'preact/hooks';
import {Clash} from './clash.js';
import {html} from './html.js';
import {get, patch} from './service.js';
import {fieldName, fieldText} from './words.js';

const kEditable = [
  {field: 'name', type: 'text'}, {field: 'phone', type: 'tel'}, {field: 'email', type: 'email'},
  {field: 'callback_time', type: 'text', hint: 'for example: weekdays after 5 pm'}, {field: 'insurer', type: 'text'},
];

// The details as a form. A change is made to what was seen: where somebody was faster with the same
// detail, both are shown and the coordinator says which one stands.
export function Edit({callback, path, act, busy, etag, close}) {
  const [seen] = useState({etag, fields: callback.fields});
  const [clash, show] = useState(null);

  async function save(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = {};
    for (const {field} of kEditable) {
      const text = String(form.get(field)).trim();
      if (text !== fieldText(seen.fields, field)) fields[field] = text;
    }
    await send(fields, seen.etag);
  }

  async function send(fields, version) {
    if (!Object.keys(fields).length) return close();
    const done = await act(() => patch(path, {fields}, version), 'Changed.',
      (refusal) => refusal.status === 412 && meet(fields));
    if (done) close();
  }

  // The card has changed since: what nobody else touched is saved, the rest is asked about.
  async function meet(fields) {
    const {json: newest, etag: version} = await get(path);
    const both = Object.keys(fields).filter((field) => ![fieldText(seen.fields, field), fields[field]]
      .includes(fieldText(newest.fields, field)));
    if (both.length) show({fields, both, newest, version});
    else await send(fields, version);
    return true;
  }

  if (clash) return html`<${Clash} ...${clash} busy=${busy} choose=${(fields) => send(fields, clash.version)} />`;
  return html`<form class="edit" onSubmit=${save}>
    ${kEditable.map(({field, type, hint}, place) => html`<label for=${'edit-' + field}>${fieldName(field)}
        ${hint && html`<small>${hint}</small>`}</label>
      <input id=${'edit-' + field} name=${field} type=${type} autocomplete="off"
        ref=${place === 0 ? focused : null} defaultValue=${fieldText(seen.fields, field)} />`)}
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

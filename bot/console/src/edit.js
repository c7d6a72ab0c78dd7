import {useState} from 'preact/hooks';
import {Clash} from './clash.js';
import {draftEdit, keepDraftEdit} from './drafts.js';
import {html} from './html.js';
import {get, patch} from './service.js';
import {fieldName, fieldText} from './words.js';

const kEditable = [
  {field: 'name', type: 'text'}, {field: 'phone', type: 'tel'}, {field: 'email', type: 'email'},
  {field: 'callback_time', type: 'text', hint: 'for example: weekdays after 5 pm'}, {field: 'insurer', type: 'text'},
];

// The details as a form. A change is made to what was seen: where somebody was faster with the same
// detail, both are shown and the coordinator says which one stands. Whoever leaves the card in the middle
// finds the form again as it was.
export function Edit({callback, path, act, busy, etag, close}) {
  const [left] = useState(draftEdit(callback.id));
  const [seen] = useState(left?.seen ?? {etag, fields: callback.fields});
  const [clash, show] = useState(null);

  // What differs from what was seen.
  function changed(form) {
    const texts = kEditable.map(({field}) => [field, String(new FormData(form).get(field)).trim()]);
    return Object.fromEntries(texts.filter(([field, text]) => text !== fieldText(seen.fields, field)));
  }

  function keep({currentTarget}) {
    const typed = changed(currentTarget);
    keepDraftEdit(callback.id, Object.keys(typed).length ? {seen, typed} : null);
  }

  function end() {
    keepDraftEdit(callback.id, null);
    close();
  }

  async function save(event) {
    event.preventDefault();
    await send(changed(event.currentTarget), seen.etag);
  }

  async function send(fields, version) {
    if (!Object.keys(fields).length) return end();
    const done = await act(() => patch(path, {fields}, version), said,
      (refusal) => refusal.status === 412 && meet(fields));
    if (done) end();
  }

  // A number that another request has makes one card of both.
  function said({merged = []}) {
    return merged.length > (callback.merged ?? []).length ? 'Changed. The other request of this number is on this card now.' : 'Changed.';
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
  return html`<form class="edit" onSubmit=${save} onInput=${keep}>
    ${left && html`<p class="unsaved">You have not saved this yet.</p>`}
    ${kEditable.map(({field, type, hint}, place) => html`<label for=${'edit-' + field}>${fieldName(field)}
        ${hint && html`<small>${hint}</small>`}</label>
      <input id=${'edit-' + field} name=${field} type=${type} autocomplete="off"
        ref=${place === 0 && !left ? focused : null} defaultValue=${left?.typed[field] ?? fieldText(seen.fields, field)} />`)}
    <div class="row"><button class="main" disabled=${busy}>Save</button>
      <button type="button" onClick=${end}>Cancel</button></div>
  </form>`;
}

function focused(node) {
  if (node && !node.dataset.focused) {
    node.dataset.focused = 'yes';
    node.focus();
  }
}

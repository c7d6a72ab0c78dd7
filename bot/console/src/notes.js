import {useEffect, useRef, useState} from 'preact/hooks';
import {moment} from './clock.js';
import {draft, keepDraft} from './drafts.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {session} from './session.js';
import {postOnce} from './tries.js';

const kNoteCharactersMax = 2000;

export function Notes({callback, path, act, busy}) {
  const {id, notes = []} = callback;
  const [text, type] = useState(draft(id));
  const field = useRef();
  useKeys({m: () => field.current?.focus()});
  useEffect(() => { if (text !== draft(id)) type(draft(id)); });

  async function save(event) {
    event.preventDefault();
    const note = text.trim();
    if (!note) return;
    const done = await act(() => postOnce(`${path}/notes`, {text: note}), 'Note saved.');
    if (!done) return;
    keepDraft(id, '');
    type('');
  }

  const typed = (event) => {
    keepDraft(id, event.target.value);
    type(event.target.value);
  };
  return html`<section class="notes" aria-labelledby="notes-title">
    <h2 id="notes-title">Notes</h2>
    ${notes.length > 0 && html`<ul>${notes.map((note) => html`<li key=${note.id}>
      <p class="said">${note.text}</p><p class="quiet">${note.by}, ${moment(note.at)}</p></li>`)}</ul>`}
    ${session.may('work_queue') && html`<form onSubmit=${save}>
      <label for="note">New note</label>
      <textarea id="note" rows="2" maxlength=${kNoteCharactersMax} ref=${field} value=${text} onInput=${typed}></textarea>
      <button disabled=${busy || !text.trim()}>Save note</button>
    </form>`}
  </section>`;
}

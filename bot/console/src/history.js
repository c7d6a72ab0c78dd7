import {to} from './address.js';
import {moment} from './clock.js';
import {html} from './html.js';
import {session} from './session.js';
import {postOnce} from './tries.js';
import {channelName, eventName, fieldName, outcomeName, valueText} from './words.js';

// What has happened, newest first: tries, changes, and the other requests of the same person.
export function History({callback, act, busy}) {
  const {attempts_log: attempts = [], edits = [], events = [], merged = []} = callback;
  // A try, its undoing and an edit stand here with more than their event says.
  const told = ({at, what}) => !(what === 'edited' ? edits.some((edit) => edit.at === at)
    : attempts.some((one) => what === 'taken back' ? one.undone_at === at : one.at === at && one.outcome === what));
  const lines = [
    ...attempts.map(({at, by, outcome, note, next_at: next, undone_at: undone}) => ({at, by, undone,
      what: `Called: ${outcomeName(outcome).toLowerCase()}`,
      more: [note, next && !undone && `Next try ${moment(next)}`].filter(Boolean).join('\n')})),
    ...edits.map(({at, by, field, old, new: now}) => ({at, by, what: `Changed: ${fieldName(field).toLowerCase()}`,
      more: `${valueText(old) || 'nothing'} → ${valueText(now) || 'nothing'}`})),
    ...events.filter(told).map(({at, by, what}) => ({at, by, what: eventName(what)})),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const split = (id) => () => act(() => postOnce(`/api/callbacks/${encodeURIComponent(id)}/unmerge`), 'They are two again.');
  return html`<section class="history" aria-labelledby="history-title">
    <h2 id="history-title">History</h2>
    ${merged.length > 0 && html`<h3>Joined with this one</h3><ul class="merged">${merged.map(({id, at, channel}) => html`
      <li key=${id} class="row"><a href=${to('callback', id)}>${channelName(channel)}, ${moment(at)}</a>
        ${session.may('work_queue') && html`<button type="button" disabled=${busy} onClick=${split(id)}>Undo</button>`}</li>`)}</ul>`}
    ${lines.length ? html`<ol class="lines">${lines.map((line) => html`<li>
      <p>${line.undone ? html`<s>${line.what}</s> Taken back ${moment(line.undone)}` : line.what}</p>${line.more && html`<p class="said">${line.more}</p>`}
      <p class="quiet">${[line.by, moment(line.at)].filter(Boolean).join(', ')}</p></li>`)}</ol>`
      : html`<p class="quiet">Nothing yet.</p>`}
  </section>`;
}

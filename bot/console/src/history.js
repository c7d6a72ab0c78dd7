import {moment} from './clock.js';
import {html} from './html.js';
import {post} from './service.js';
import {session} from './session.js';
import {channelName, fieldName, outcomeName, plain, valueText} from './words.js';

// What has happened, newest first: tries, changes, and the other requests of the same person.
export function History({callback, act, busy}) {
  const {attempts_log: attempts = [], edits = [], events = [], merged = []} = callback;
  const lines = [
    ...attempts.map(({at, by, outcome, note, next_at: next}) => ({at, by, what: `Called: ${outcomeName(outcome).toLowerCase()}`,
      more: [note, next && `next try ${moment(next)}`].filter(Boolean).join('; ')})),
    ...edits.map(({at, by, field, old, new: now}) => ({at, by, what: `Changed: ${fieldName(field).toLowerCase()}`,
      more: `${valueText(old) || 'nothing'} → ${valueText(now) || 'nothing'}`})),
    ...events.map(({at, by, what}) => ({at, by, what: plain(what)})),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const split = (id) => () => act(() => post(`/api/callbacks/${encodeURIComponent(id)}/unmerge`), 'They are two again.');
  return html`<section class="history" aria-labelledby="history-title">
    <h2 id="history-title">History</h2>
    ${merged.length > 0 && html`<h3>Joined with this one</h3><ul class="merged">${merged.map(({id, at, channel}) => html`
      <li key=${id} class="row"><span>${channelName(channel)}, ${moment(at)}</span>
        ${session.may('work_queue') && html`<button type="button" disabled=${busy} onClick=${split(id)}>Undo</button>`}</li>`)}</ul>`}
    ${lines.length ? html`<ol class="lines">${lines.map((line) => html`<li>
      <p>${line.what}${line.more && html`<span class="said"> ${line.more}</span>`}</p>
      <p class="quiet">${[line.by, moment(line.at)].filter(Boolean).join(', ')}</p></li>`)}</ol>`
      : html`<p class="quiet">Nothing yet.</p>`}
  </section>`;
}

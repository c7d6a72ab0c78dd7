import {to} from './address.js';
import {bellMuted, ring} from './bell.js';
import {useCell} from './cell.js';
import {html} from './html.js';
import {once} from './service.js';
import {session} from './session.js';
import {tellRefusal} from './toast.js';

const kPlaces = [
  {place: 'queue', name: 'Callbacks', needs: 'read_queue', also: ['callback']},
  {place: 'reports', name: 'Reports', needs: 'read_reports'},
  {place: 'accounts', name: 'Accounts', needs: 'manage_accounts'},
  {place: 'audit', name: 'Audit', needs: 'read_audit'},
];

export function Top({account, place, counts, help}) {
  const muted = useCell(bellMuted) === 'yes';
  const toggle = () => {
    bellMuted.value = muted ? 'no' : 'yes';
    if (muted) ring(false);
  };
  const here = ({place: name, also = []}) => name === place || also.includes(place);
  return html`<header class="top">
    <nav aria-label="Main">${kPlaces.filter(({needs}) => session.may(needs)).map((one) => html`
      <a href=${to(one.place)} aria-current=${here(one) ? 'page' : null}>${one.name}
        ${one.place === 'queue' && counts?.crisis > 0 && html`<span class="badge crisis">${counts.crisis} crisis</span>`}
      </a>`)}</nav>
    <div class="tools">
      <button type="button" class="plain" aria-pressed=${!muted} onClick=${toggle}>
        ${muted ? 'Sound off' : 'Sound on'}</button>
      <button type="button" class="plain" aria-label="Help and keys" onClick=${help}>?</button>
      <details class="menu">
        <summary>${account.name}</summary>
        <div class="sheet">
          <p class="quiet">${account.role}</p>
          <a href=${to('password')}>Change password</a>
          <button type="button" onClick=${leave}>Log out</button>
        </div>
      </details>
    </div>
  </header>`;
}

async function leave() {
  try {
    await once('DELETE', '/api/session', {});
  } catch (refusal) {
    if (refusal.status !== 401) return tellRefusal(refusal);
  }
  session.end();
}

import {useEffect, useState} from 'preact/hooks';
import {moment} from './clock.js';
import {html} from './html.js';
import {call, get, patch} from './service.js';
import {session} from './session.js';
import {TapTwice} from './tap_twice.js';
import {tell, tellRefusal} from './toast.js';
import {count, plain} from './words.js';

const kRoles = ['coordinator', 'admin', 'editor'];

// Who may log in. New accounts are made on the service's own machine, never over the network.
export function Page() {
  const [accounts, show] = useState(null);
  const look = () => get('/api/accounts').then(({json}) => show(json.accounts), tellRefusal);
  useEffect(() => { look(); }, []);
  const change = (promise, said) => promise.then(() => tell(said), (refusal) => refusal.status === 412
    ? tell('Somebody else changed this account just now. This is how it stands; look, then choose again.', true)
    : tellRefusal(refusal)).then(look);
  return html`<h1>Accounts</h1>
    <p class="quiet">Add one on the service's machine: <code>admissions-bot user add NAME --role coordinator</code></p>
    ${!accounts ? html`<p class="quiet">Loading</p>` : html`<ul class="accounts">${accounts.map((account) => html`
      <${Account} key=${account.name} account=${account} change=${change} />`)}</ul>`}`;
}

function Account({account, change}) {
  const {name, role, disabled, etag} = account;
  const path = `/api/accounts/${encodeURIComponent(name)}`;
  const own = name === session.account.value?.name;
  return html`<li class=${disabled ? 'account off' : 'account'}>
    <div><h2>${name}${own ? ' (you)' : ''}</h2>
      <p class="quiet">${[disabled && 'Disabled', count(account.recovery_codes, 'recovery code') + ' left', `since ${moment(account.created_at)}`].filter(Boolean).join(', ')}</p></div>
    ${own ? html`<p class="quiet">${plain(role)}</p>` : html`<div class="row wrap">
      <select aria-label=${`Role of ${name}`} value=${role} onChange=${({target}) =>
        change(patch(path, {role: target.value}, etag), `${name} is ${target.value} now.`)}>
        ${kRoles.map((one) => html`<option value=${one} selected=${one === role}>${plain(one)}</option>`)}</select>
      <${TapTwice} name="End sessions" verb=${() => change(call('DELETE', `${path}/sessions`), `${name} is logged out everywhere.`)} />
      ${disabled ? html`<button type="button" onClick=${() => change(patch(path, {disabled: false}, etag), `${name} may log in.`)}>Enable</button>`
        : html`<${TapTwice} kind="grave" name="Disable" verb=${() => change(patch(path, {disabled: true}, etag), `${name} is disabled.`)} />`}</div>`}
  </li>`;
}

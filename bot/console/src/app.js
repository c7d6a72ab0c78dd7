import {useEffect, useState} from 'preact/hooks';
import {address} from './address.js';
import {useCell} from './cell.js';
import {Desk} from './desk.js';
import {html} from './html.js';
import {Login} from './login.js';
import {once} from './service.js';
import {session} from './session.js';
import {Toast} from './toast.js';

// Who is here: nobody yet, nobody, or a coordinator at the desk.
export function App() {
  const account = useCell(session.account);
  const [trouble, show] = useState(null);
  const ask = () => once('GET', '/api/session', {}).then(
    ({json}) => session.begin(json.account),
    (refusal) => refusal.status === 401 ? session.end() : show(refusal.message));
  useEffect(() => { ask(); }, []);
  if (account) return html`<${Desk} key=${account.name} account=${account} /><${Toast} />`;
  if (account === null) return html`<main class="door"><${Login} done=${() => address.value} /></main>`;
  return html`<main class="door">${trouble && html`<div class="panel" role="alert">
    <p>${trouble}</p><button type="button" class="main" onClick=${ask}>Try again</button></div>`}</main>`;
}

import {useEffect, useState} from 'preact/hooks';
import {address, go} from './address.js';
import {useBell} from './bell.js';
import {useCell} from './cell.js';
import {setClock} from './clock.js';
import {Help} from './help.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {LoginAgain} from './login.js';
import {usePoll} from './poll.js';
import {kQueuePath, Queue} from './queue.js';
import {session} from './session.js';
import {Top} from './top.js';

const kPlaces = {
  reports: () => import('./reports.js'),
  accounts: () => import('./accounts.js'),
  audit: () => import('./audit.js'),
  password: () => import('./password.js'),
};

// The page of somebody who is logged in: what is at the top, and the place they went to.
export function Desk({account}) {
  const {place} = useCell(address);
  const expired = useCell(session.expired);
  const [help, showHelp] = useState(false);
  const calls = session.may('read_queue');
  const queue = usePoll(calls ? kQueuePath : null);
  const answer = queue.answer?.json;
  useEffect(() => { if (answer?.now) setClock(answer.now); }, [answer]);
  useEffect(() => { if (!calls && !kPlaces[place]) go('reports'); }, [calls, place]);
  useBell(answer);
  useKeys({'?': () => showHelp(true)});
  return html`
    <${Top} account=${account} place=${place} counts=${answer?.counts} help=${() => showHelp(true)} />
    ${queue.refusal && html`<p class="offline" role="alert">${queue.refusal.status ? queue.refusal.message : 'No connection. Still trying.'}</p>`}
    ${kPlaces[place] ? html`<${Place} key=${place} load=${kPlaces[place]} />`
      : calls && html`<${Queue} queue=${queue} />`}
    ${help && html`<${Help} close=${() => showHelp(false)} />`}
    ${expired && html`<${LoginAgain} name=${expired} />`}`;
}

// A place that is fetched when somebody goes there for the first time.
function Place({load}) {
  const [part, show] = useState(null);
  useEffect(() => { load().then(({Page}) => show(() => Page), () => show(() => Missing)); }, []);
  return html`<main class="page">${part ? html`<${part} />` : html`<p class="quiet">Loading</p>`}</main>`;
}

function Missing() {
  return html`<p class="problem">This page could not be loaded. Check the connection, then load it again.</p>`;
}

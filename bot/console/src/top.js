import {useEffect, useRef} from 'preact/hooks';
import {to} from './address.js';
import {bellMuted, ring, soundAllowed} from './bell.js';
import {useCell} from './cell.js';
import {html} from './html.js';
import {once} from './service.js';
import {session} from './session.js';
import {tellRefusal} from './toast.js';
import {plain} from './words.js';

// `rare` places move into the menu where the page is narrow.
const kPlaces = [
  {place: 'queue', name: 'Callbacks', needs: 'read_queue', also: ['callback']},
  {place: 'reports', name: 'Reports', needs: 'read_reports'},
  {place: 'accounts', name: 'Accounts', needs: 'manage_accounts', rare: true},
  {place: 'audit', name: 'Audit', needs: 'read_audit', rare: true},
];

export function Top({account, place, counts, help}) {
  const places = kPlaces.filter(({needs}) => session.may(needs));
  const here = ({place: name, also = []}) => name === place || also.includes(place) ? 'page' : null;
  return html`<header class="top">
    <nav aria-label="Main">${places.map((one) => html`
      <a href=${to(one.place)} class=${one.rare ? 'wide-only' : ''} aria-current=${here(one)}>${one.name}
        ${one.place === 'queue' && counts?.crisis > 0 && html`<span class="badge crisis">${counts.crisis} crisis</span>`}
      </a>`)}</nav>
    <div class="tools">
      <${Sound} />
      <button type="button" class="plain wide-only" aria-label="Help and keys" onClick=${help}>?</button>
      <${Menu} account=${account} help=${help}>
        ${places.filter(({rare}) => rare).map((one) => html`
          <a href=${to(one.place)} class="narrow-only" aria-current=${here(one)}>${one.name}</a>`)}
      <//>
    </div>
  </header>`;
}

// Whether a sound says that somebody new waits. A browser allows one only after a first touch of the page.
function Sound() {
  const muted = useCell(bellMuted) === 'yes';
  const allowed = useCell(soundAllowed);
  const toggle = () => {
    bellMuted.value = muted ? 'no' : 'yes';
    if (muted) ring(false);
  };
  const off = muted || !allowed;
  const before = useRef(false);  // the very tap that brings sound must not take it away
  const touched = () => { before.current = soundAllowed.value; };
  return html`<button type="button" class="plain sound" onPointerDown=${touched} onKeyDown=${touched}
    onClick=${() => (muted || before.current) && toggle()}>
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M12 3a6 6 0 0 0-6 6c0 6-2 7-2 8h16c0-1-2-2-2-8a6 6 0 0 0-6-6ZM10 20a2 2 0 0 0 4 0" />
      ${off && html`<path d="M4 3 20 21" />`}</svg>
    <span class="sound-words">${muted ? 'Sound off' : allowed ? 'Sound on' : 'Tap for sound'}</span></button>`;
}

// The account's menu; a choice, a tap beside it, and Escape close it.
function Menu({account, help, children}) {
  const menu = useRef();
  useEffect(() => {
    const close = (event) => {
      const node = menu.current;
      if (!node.open || (event.type === 'keydown' ? event.key !== 'Escape' : node.contains(event.target))) return;
      node.open = false;
      if (event.type === 'keydown') node.querySelector('summary').focus();
    };
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, close);
    return () => { for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, close); };
  }, []);
  const chosen = ({target}) => { if (target.closest('a, button')) menu.current.open = false; };
  return html`<details class="menu" ref=${menu}>
    <summary aria-label=${`Account: ${account.name}`}><span class="initial narrow-only" aria-hidden="true">${account.name.charAt(0).toUpperCase()}</span>
      <span class="wide-only">${account.name}</span></summary>
    <div class="sheet" onClick=${chosen}>
      <p class="quiet">${account.name}, ${plain(account.role).toLowerCase()}</p>
      ${children}
      <a href=${to('password')}>Change password</a>
      <button type="button" class="plain narrow-only" onClick=${help}>Help and keys</button>
      <button type="button" class="plain" onClick=${leave}>Log out</button>
    </div>
  </details>`;
}

async function leave() {
  try {
    await once('DELETE', '/api/session', {});
  } catch (refusal) {
    if (refusal.status !== 401) return tellRefusal(refusal);
  }
  session.end();
}

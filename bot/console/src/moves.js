import {useEffect, useRef} from 'preact/hooks';
import {html} from './html.js';
import {patch} from './service.js';
import {session} from './session.js';
import {TapTwice} from './tap_twice.js';
import {stateName} from './words.js';

const kByOtherButtons = new Set(['claimed', 'duplicate']);  // Claim, and merging
const kGrave = new Set(['do_not_contact', 'wrong_number', 'declined']);

// The states that this one may go to, as the service's own table has them.
export function Moves({callback, path, act, busy, etag, mine, logged}) {
  const place = useRef();
  const states = (callback.transitions ?? []).filter((state) => !kByOtherButtons.has(state));
  const asks = logged && callback.status === 'reached' && states.length > 0;
  useEffect(() => { if (asks) place.current?.scrollIntoView({block: 'center'}); }, [asks]);
  if (!session.may('work_queue') || !states.length || (callback.holder && !mine)) return null;
  const move = (status) => () => act(() => patch(path, {status}, etag), `Now: ${stateName(status).toLowerCase()}.`);
  const buttons = html`<div class="grid">${states.map((state) => kGrave.has(state)
      ? html`<${TapTwice} key=${state} kind="grave" name=${stateName(state)} disabled=${busy} verb=${move(state)} />`
      : html`<button key=${state} type="button" disabled=${busy} onClick=${move(state)}>${stateName(state)}</button>`)}</div>`;
  if (callback.status === 'reached')
    return html`<section class="moves" aria-labelledby="moves-title" ref=${place}><h2 id="moves-title">What comes of it?</h2>${buttons}</section>`;
  return html`<section class="moves" aria-labelledby="moves-title">
    <h2 id="moves-title">State: ${stateName(callback.status).toLowerCase()}</h2>
    <details><summary>Change it without a call</summary>${buttons}</details></section>`;
}

import {useEffect, useRef} from 'preact/hooks';
import {countdown, now, useNow} from './clock.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {CallNext} from './next.js';
import {lookNow} from './poll.js';
import {keep} from './service.js';
import {session} from './session.js';
import {useSettled} from './settled.js';
import {TapTwice} from './tap_twice.js';
import {tell} from './toast.js';
import {postOnce} from './tries.js';
import {stateName, waits} from './words.js';

const kRenewMsMax = 60000;
const kRenewMsMin = 1000;
// A call on this phone hides the page, so hiding is no reason to let go; a page that nobody has
// touched for this long is.
const kUntouchedMsMax = 45 * 60000;

let touchedAt = Date.now();
for (const gesture of ['pointerdown', 'keydown', 'scroll'])
  addEventListener(gesture, () => { touchedAt = Date.now(); }, {passive: true, capture: true});

// Who holds the callback, for how long still, and the ways to take it or to let it go.
export function Holding({callback, path, act, busy, mine, lost, next, logged}) {
  const time = useNow(1);
  useRenewal(callback, path, mine);
  const {holder, lease_until: until, status} = callback;
  const left = until ? Date.parse(until) - time : 0;
  const held = holder && left > 0;
  const works = session.may('work_queue');
  const closed = !waits(status);
  const claim = () => act(() => postOnce(`${path}/claim`), 'It is yours.');
  const release = () => act(() => postOnce(`${path}/release`), 'Released. Somebody else can take it now.');
  const acknowledge = () => act(() => postOnce(`${path}/acknowledge`), 'Noted: you are on it.');
  useKeys({c: () => works && !held && !closed && claim(), r: () => mine && release()});
  const crisis = callback.urgent && callback.acknowledged_at === null;
  return html`<div class=${mine && held ? 'holding mine' : 'holding'}>
    ${lost && html`<p class="problem">${lost}</p>`}
    <p>${mine && held ? html`Yours for <span class="number">${countdown(left)}</span>`
      : held ? `${holder} has this one` : closed ? `Not waiting for a call: ${stateName(status).toLowerCase()}` : 'Nobody has this one'}</p>
    <div class="row">
      ${works && !mine && html`<${Ways} busy=${busy} claim=${held || closed ? null : claim} next=${next} logged=${logged} />`}
      ${mine && held && html`<button type="button" disabled=${busy} onClick=${release}>Release</button>`}
      ${held && !mine && session.may('take_over') && html`<${TapTwice} name="Take over" disabled=${busy}
        ask=${`Take it from ${holder}?`} verb=${() => act(() => postOnce(`${path}/claim`, {take_over: true}), 'It is yours.')} />`}
      ${works && crisis && html`<button type="button" disabled=${busy} onClick=${acknowledge}>I am on this crisis</button>`}
    </div></div>`;
}

// Taking this one, or the next; whoever has just called here most likely wants the next.
function Ways({busy, claim, next, logged}) {
  const rests = !useSettled() || busy;
  return html`<div class="bar">
    ${claim && html`<button type="button" class=${logged ? '' : 'main'} disabled=${rests} onClick=${claim}>Claim</button>`}
    <${CallNext} kind=${claim && !logged ? 'narrow-only' : 'main narrow-only'} disabled=${rests} verb=${next} /></div>`;
}

// Renews while the card is open: often enough to fail a few times before the lease ends.
function useRenewal(callback, path, mine) {
  const until = callback.lease_until ? Date.parse(callback.lease_until) : 0;
  const told = useRef(false);
  useEffect(() => {
    if (!mine || !until) return undefined;
    told.current = false;
    const wait = Math.max(kRenewMsMin, Math.min(kRenewMsMax, (until - now()) / 2));
    const timer = setInterval(async () => {
      if (Date.now() - touchedAt > kUntouchedMsMax) return;
      try {
        await keep(`${path}/renew`);
        lookNow();
      } catch (refusal) {
        if (refusal.status === 409 && !told.current) {
          told.current = true;
          tell('This callback is not yours any more: the time ran out, or somebody took it over.', true);
        }
        lookNow();
      }
    }, wait);
    return () => clearInterval(timer);
  }, [mine, until, path]);
}

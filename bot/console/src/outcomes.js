import {useRef, useState} from 'preact/hooks';
import {moment} from './clock.js';
import {draft, keepDraft} from './drafts.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {post} from './service.js';
import {useSettled} from './settled.js';
import {TapTwice} from './tap_twice.js';
import {tell} from './toast.js';
import {kOutcomes} from './words.js';

// How the call went, one tap each. A note that is being written goes along.
export function Outcomes({callback, path, act, busy, done: told}) {
  const allowed = kOutcomes.filter(({id}) => !callback.outcomes || callback.outcomes.includes(id));
  const [all, showAll] = useState(false);
  const rests = !useSettled() || busy;
  const buttons = useRef();
  const key = useRef(null);

  async function log({id, name}) {
    key.current ??= crypto.randomUUID();  // a second tap after a lost answer logs nothing twice
    const note = draft(callback.id).trim();
    const done = await act(() => post(`${path}/attempts`, {outcome: id, ...(note && {note})}, key.current));
    if (!done) return;
    key.current = null;
    told();
    if (note) keepDraft(callback.id, '');
    const next = done.json?.opens_at ?? done.json?.due_at;
    tell(`Logged: ${name.toLowerCase()}.${next && !done.json.holder ? ` Next try ${moment(next)}.` : ''}`);
  }

  const press = (place) => () => buttons.current?.children[place]?.click();
  useKeys(Object.fromEntries(allowed.map((outcome) => {
    const place = allowed.indexOf(outcome);
    return [String(kOutcomes.indexOf(outcome) + 1), press(place)];
  })));
  return html`<section class=${all ? 'outcomes bar' : 'outcomes bar few'} aria-labelledby="outcomes-title">
    <h2 id="outcomes-title">How did it go?</h2>
    <div class="grid" ref=${buttons}>${allowed.map((outcome) => {
      const hint = html`<kbd aria-hidden="true">${kOutcomes.indexOf(outcome) + 1}</kbd>`;
      return outcome.grave
        ? html`<${TapTwice} key=${outcome.id} kind="grave rare" name=${outcome.name} disabled=${rests} verb=${() => log(outcome)}>${hint}<//>`
        : html`<button key=${outcome.id} type="button" class=${outcome.good ? 'good' : outcome.rare ? 'rare' : ''} disabled=${rests}
            onClick=${() => log(outcome)}><span>${outcome.name}</span>${hint}</button>`;
    })}<button type="button" class="plain narrow-only" aria-expanded=${all} onClick=${() => showAll(!all)}>${all ? 'Fewer' : 'More'}</button></div>
  </section>`;
}

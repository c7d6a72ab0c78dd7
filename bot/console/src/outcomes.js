import {useRef, useState} from 'preact/hooks';
import {moment} from './clock.js';
import {draft, keepDraft} from './drafts.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {useSettled} from './settled.js';
import {tellLogged} from './take_back.js';
import {TapTwice} from './tap_twice.js';
import {postOnce} from './tries.js';
import {kOutcomes} from './words.js';

// How the call went, one tap each. A note that is being written goes along.
export function Outcomes({callback, path, act, busy, done: told}) {
  const allowed = kOutcomes.filter(({id}) => !callback.outcomes || callback.outcomes.includes(id));
  const [all, showAll] = useState(false);
  const rests = !useSettled() || busy;
  const buttons = useRef();

  async function log({id, name}) {
    const note = draft(callback.id).trim();
    const done = await act(() => postOnce(`${path}/attempts`, {outcome: id, ...(note && {note})}));
    if (!done) return;
    told();
    if (note) keepDraft(callback.id, '');
    const next = done.json?.opens_at ?? done.json?.due_at;
    tellLogged(callback.id, `Logged: ${name.toLowerCase()}.${next && !done.json.holder ? ` Next try ${moment(next)}.` : ''}`);
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

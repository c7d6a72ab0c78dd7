import {useState} from 'preact/hooks';
import {ago} from './clock.js';
import {html} from './html.js';
import {openCard} from './listed.js';
import {post} from './service.js';
import {session} from './session.js';
import {TapTwice} from './tap_twice.js';
import {tellRefusal} from './toast.js';
import {postOnce} from './tries.js';
import {channelName, moreOf, personName, stateName} from './words.js';

// Joining with another request of the same number.
export function Merge({callback, path, act, busy}) {
  const [found, show] = useState(null);
  if (!session.may('work_queue') || callback.status === 'duplicate') return null;

  async function find() {
    try {
      show((await post('/api/search', {phone: callback.fields.phone})).json);
    } catch (refusal) {
      tellRefusal(refusal);
    }
  }
  const join = (into) => async () => {
    if (await act(() => postOnce(`${path}/merge`, {into}), 'Joined. You can undo it on the other card.')) openCard(into);
  };
  const others = found?.callbacks.filter(({id, status}) => id !== callback.id && status !== 'duplicate');
  return html`<section class="merge" aria-labelledby="merge-title">
    <div class="row"><h2 id="merge-title">Same person twice?</h2>
      ${!others && html`<button type="button" disabled=${busy} onClick=${find}>Look</button>`}</div>
    ${found?.more && html`<p class="quiet">${moreOf(found.callbacks)}</p>`}
    ${others?.length === 0 && !found.more && html`<p class="quiet">No other callback has this number.</p>`}
    ${others?.length > 0 && html`<ul>${others.map((other) => html`<li key=${other.id} class="row">
      <span>${personName(other)}, ${channelName(other.channel).toLowerCase()}, ${ago(other.created_at)}, ${stateName(other.status).toLowerCase()}</span>
      <${TapTwice} name="Join into that one" disabled=${busy} verb=${join(other.id)} /></li>`)}</ul>`}
  </section>`;
}

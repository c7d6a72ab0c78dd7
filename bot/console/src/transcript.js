import {useState} from 'preact/hooks';
import {moment} from './clock.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {get} from './service.js';

// The chat, only when somebody asks to see it.
export function Transcript({path}) {
  const [turns, show] = useState(null);
  const [problem, tell] = useState(null);
  async function open() {
    try {
      tell(null);
      show((await get(`${path}/transcript`)).json.turns);
    } catch (refusal) {
      tell(refusal.message);
    }
  }
  useKeys({t: () => turns ? show(null) : open()});
  return html`<section class="transcript" aria-labelledby="transcript-title">
    <div class="row"><h2 id="transcript-title">The chat</h2>
      <button type="button" aria-expanded=${turns !== null} onClick=${() => turns ? show(null) : open()}>
        ${turns ? 'Hide' : 'Show'}</button></div>
    ${!turns && html`<p class="quiet">That you read it is written to the audit.</p>`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${turns && html`<ol>${turns.map((turn) => html`<li>
      <p class="quiet">${moment(turn.at)}</p>
      ${turn.text && html`<p class="theirs"><span class="hidden">They wrote: </span>${turn.text}</p>`}
      ${(turn.replies ?? []).map((reply) => html`<p class=${reply.kind === 'crisis' ? 'ours crisis' : 'ours'}>
        <span class="hidden">We answered: </span>${reply.text}</p>`)}</li>`)}</ol>`}
  </section>`;
}

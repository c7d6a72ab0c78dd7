// Taking back an outcome that was tapped by mistake, for as long as the service lets us.
import {moment, useNow} from './clock.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {openCard} from './listed.js';
import {lookNow} from './poll.js';
import {session} from './session.js';
import {tell, tellRefusal} from './toast.js';
import {postOnce} from './tries.js';
import {outcomeName} from './words.js';

const kDone = 'Taken back. It is yours again.';

let last = null;  // the id of the callback of which this page logged an outcome last

session.account.watch((account) => { if (!account) last = null; });

const undo = (id) => postOnce(`/api/callbacks/${encodeURIComponent(id)}/undo`);

// Says what was logged, with the way to take it back; it stands on the card too, for those who need longer.
export function tellLogged(id, words) {
  last = id;
  tell(words, false, {name: 'Take back', verb: () => takeBack(id)});
}

export function takeBackLast() {
  if (last) takeBack(last);
  else tell('You have logged nothing that can be taken back.');
}

async function takeBack(id) {
  if (last === id) last = null;
  try {
    await undo(id);
    tell(kDone);
    openCard(id);
  } catch (refusal) {
    if (!refusal.isAnswer) last ??= id;
    tellTooLate(refusal);
  }
  lookNow();
}

function tellTooLate(refusal) {
  if (refusal.status !== 409 || refusal.type === 'not-held') tellRefusal(refusal);
  else tell('It is too late to take this back. A note on the card tells the others what is right.', true);
  return true;
}

// On the card, until the service's time for it is over.
export function TakeBack({callback, act, busy}) {
  const time = useNow(20);
  const {id, undo: offer} = callback;
  const open = offer?.by === session.account.value?.name && Date.parse(offer.until) > time;
  const verb = () => act(() => undo(id), kDone, tellTooLate);
  useKeys(open ? {u: verb} : {});
  if (!open) return null;
  return html`<div class="holding">
    <p>Your last call: ${outcomeName(offer.outcome).toLowerCase()} <small>You can take it back until ${moment(offer.until)}.</small></p>
    <button type="button" disabled=${busy} onClick=${verb}>Take back</button></div>`;
}

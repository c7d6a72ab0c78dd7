import {ago, span, useNow} from './clock.js';
import {html} from './html.js';
import {session} from './session.js';
import {channelName, count, personName, phoneText, sentence, stateName} from './words.js';

// One callback in the list: why it stands here, who, since when, and who has it.
export function Row({callback, open, href}) {
  const time = useNow(20);
  const {id, fields, channel, urgent, attempts, history} = callback;
  return html`<li class=${['item', urgent && 'urgent', open && 'open'].filter(Boolean).join(' ')}>
    <a class="card-link" href=${href} data-id=${id} aria-current=${open ? 'true' : null}>
      <span class="why"><${Reason} callback=${callback} /></span>
      <span class="who">${personName(callback)}</span>
      <span class="facts">${[phoneText(fields?.phone), channelName(channel), ago(callback.created_at, time),
        attempts > 0 && count(attempts, 'try', 'tries'), history > 0 && count(history, 'earlier request')]
        .filter(Boolean).map(unbroken).join(' · ')}</span>
      <${Holder} callback=${callback} time=${time} />
    </a></li>`;
}

const kQuiet = new Set(['reached', 'scheduled', 'referred', 'declined', 'duplicate', 'cancelled', 'erased']);

// The reason in words, with the state where it says more than "waiting to be called".
export function Reason({callback}) {
  const {reason, status, urgent, promise, unread_bump: bumped, suppressed} = callback;
  return html`
    ${suppressed && html`<span class="tag bad">Do not contact</span>`}
    ${urgent && !kQuiet.has(status) && !/^crisis/i.test(reason ?? '') && html`<span class="tag crisis">Crisis</span>`}
    ${reason && html`<span class=${urgent ? 'tag crisis' : 'tag'}>${sentence(reason)}</span>`}
    ${promise?.state === 'missed' && html`<span class="tag late">Promise missed</span>`}
    ${bumped && html`<span class="tag news">Wrote again</span>`}
    ${!['new', 'claimed', suppressed && 'do_not_contact'].includes(status) && html`<span class="tag state">${stateName(status)}</span>`}`;
}

function Holder({callback, time}) {
  const {holder, lease_until: until} = callback;
  if (!holder) return null;
  const left = until ? Date.parse(until) - time : 0;
  const mine = holder === session.account.value?.name;
  return html`<span class=${mine ? 'holder mine' : 'holder'}>
    ${mine ? 'Yours' : `With ${holder}`}${left > 0 ? `, ${span(left)} left` : ''}</span>`;
}

// "1 try" does not end a line after its number.
function unbroken(text) {
  return text.replaceAll(' ', '\u00a0');
}

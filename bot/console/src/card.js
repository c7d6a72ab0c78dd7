import {useEffect, useRef, useState} from 'preact/hooks';
import {Asked} from './asked.js';
import {ago, useNow} from './clock.js';
import {Details} from './details.js';
import {Dial} from './dial.js';
import {History} from './history.js';
import {html} from './html.js';
import {Holding} from './holding.js';
import {useKeys} from './keys.js';
import {toCard} from './listed.js';
import {useLost} from './lost.js';
import {Merge} from './merge.js';
import {Moves} from './moves.js';
import {Notes} from './notes.js';
import {Outcomes} from './outcomes.js';
import {lookNow, usePoll} from './poll.js';
import {Reason} from './row.js';
import {session} from './session.js';
import {TakeBack} from './take_back.js';
import {tell, tellRefusal} from './toast.js';
import {Transcript} from './transcript.js';
import {channelName, personName, valueText} from './words.js';

// Everything about one callback, in the order in which a call needs it.
export function Card({id, back, next}) {
  const path = `/api/callbacks/${encodeURIComponent(id)}`;
  const {answer, refusal, put} = usePoll(path);
  const [busy, work] = useState(false);
  const [logged, log] = useState(false);  // a call with this card, just now
  const heading = useRef();
  const ours = useRef(false);
  const lost = useLost(answer?.json, ours);
  const shown = Boolean(answer);
  useEffect(() => { heading.current?.focus({preventScroll: true}); }, [shown]);
  useKeys({Escape: () => { location.hash = back; }});

  // Runs a change; what the service answers is shown at once, and the list looks again. `said`, a text or what
  // makes one of the answer, is told; a refusal that `meet` deals with is not.
  async function act(change, said, meet) {
    work(true);
    ours.current = true;
    try {
      const done = await change();
      ours.current = done.json?.holder !== session.account.value?.name;
      // Some answers hold the row only; the rest of the card stands until the next look, but for what may follow.
      if (done.json?.id === id)
        put({...done, json: {...answer.json, transitions: undefined, outcomes: undefined, undo: undefined, ...done.json}});
      if (said) tell(typeof said === 'function' ? said(done.json) : said);
      return done;
    } catch (problem) {
      ours.current = false;
      if (!await meet?.(problem)) tellRefusal(problem);
      return null;
    } finally {
      work(false);
      lookNow();
    }
  }

  if (!answer) return html`<div class="card"><a class="back" href=${back}>Back to the list</a>
    <p class="quiet empty" role="alert">${!refusal ? 'Loading' : missing(refusal)}</p></div>`;
  const callback = answer.json;
  const mine = callback.holder === session.account.value?.name;
  const part = {callback, path, act, busy, mine, etag: answer.etag, lost, next, logged};
  const spoken = callback.status === 'reached';
  return html`<article class="card" aria-labelledby="card-name">
    <a class="back" href=${back}>Back to the list</a>
    ${refusal && refusal.status !== 0 && html`<p class="problem" role="alert">${missing(refusal)}</p>`}
    <${Head} callback=${callback} heading=${heading} />
    <${Holding} ...${part} />
    <${TakeBack} ...${part} />
    <${Dial} ...${part} />
    ${mine && html`<${Outcomes} ...${part} done=${() => log(true)} />`}
    ${spoken && html`<${Moves} ...${part} />`}
    <${Asked} callback=${callback} />
    <${Notes} ...${part} />
    <${Details} ...${part} />
    ${!spoken && html`<${Moves} ...${part} />`}
    ${session.may('read_transcript') && html`<${Transcript} path=${path} />`}
    <${History} ...${part} />
    <${Merge} ...${part} />
  </article>`;
}

// Why a card cannot be shown; that the connection is gone stands above everything.
function missing({status, message}) {
  if (status === 404) return 'This callback is not here any more. The visitor may have had it erased.';
  return status === 0 ? 'This card opens by itself when the connection is back.' : message;
}

function Head({callback, heading}) {
  const time = useNow(20);
  const {fields, promise} = callback;
  return html`<header class="head">
    <p class="why"><${Reason} callback=${callback} /></p>
    <h1 id="card-name" tabindex="-1" ref=${heading}>${personName(callback)}</h1>
    <p class="quiet">${[valueText(fields.for_whom), channelName(callback.channel), ago(callback.created_at, time)]
      .filter(Boolean).join(' · ')}</p>
    ${callback.merged_into && html`<p><a href=${toCard(callback.merged_into)}>Joined with another request: open that card</a></p>`}
    ${promise?.told && html`<p class="promise">We told them: <q>${promise.told}</q></p>`}
  </header>`;
}

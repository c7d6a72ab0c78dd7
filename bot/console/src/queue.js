import {useEffect, useRef, useState} from 'preact/hooks';
import {go, to} from './address.js';
import {Card} from './card.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {lookNow, usePoll} from './poll.js';
import {Row} from './row.js';
import {Search} from './search.js';
import {post} from './service.js';
import {session} from './session.js';
import {tell, tellRefusal} from './toast.js';

const kRowsMax = 50;  // on the page at once, however many wait

export const kQueuePath = path('queue');

const kViews = [
  {view: 'queue', name: 'To call', empty: 'Nobody is waiting. A new request shows here by itself.'},
  {view: 'mine', name: 'Mine', empty: 'You hold no callback. Call next gives you the one whose turn it is.'},
  {view: 'sleeping', name: 'Later', empty: 'Nobody asked to be called later.'},
  {view: 'review', name: 'Review', empty: 'Nothing to review. Those we tried many times without luck come here.'},
  {view: 'closed', name: 'Closed', empty: 'Nothing is closed yet.'},
  {view: 'all', name: 'All', empty: 'There are no callbacks yet.'},
];

function path(view) {
  return `/api/callbacks?view=${view}&limit=${kRowsMax}`;
}

// The list and the card beside it; on a phone one of the two.
export function Queue({queue, place, rest}) {
  const open = place === 'callback' ? rest[0] : null;
  const [view, turnTo] = useState('queue');
  const [found, showFound] = useState(null);
  const wanted = place === 'queue' ? rest[0] ?? 'queue' : null;
  useEffect(() => { if (wanted && kViews.some((one) => one.view === wanted)) turnTo(wanted); }, [wanted]);
  const [busy, work] = useState(false);

  async function next() {
    work(true);
    try {
      const {json, status} = await post('/api/callbacks/next');
      lookNow();
      if (status === 204 || !json) tell('Nobody is waiting to be called right now.');
      else go('callback', json.id);
    } catch (refusal) {
      tellRefusal(refusal);
    } finally {
      work(false);
    }
  }
  useKeys({n: next});

  return html`<main class=${open ? 'queue opened' : 'queue'}>
    <section class="list" aria-label="Callbacks">
      ${!open && html`<h1 class="hidden">Callbacks</h1>`}
      <div class="listhead">
        <${Search} show=${showFound} />
        <nav class="views" aria-label="Lists">${kViews.map((one) => html`
          <a href=${to('queue', one.view)} aria-current=${!found && one.view === view ? 'page' : null}
            onClick=${() => showFound(null)}>${one.name}<${Count} counts=${queue.answer?.json.counts} view=${one.view} /></a>`)}</nav>
      </div>
      ${found ? html`<${Found} found=${found} open=${open} close=${() => showFound(null)} />`
        : html`<${List} key=${view} view=${view} queue=${queue} open=${open} />`}
      ${session.may('work_queue') && html`<div class="thumb">
        <button type="button" class="main" disabled=${busy} onClick=${next}>Call next</button></div>`}
    </section>
    <section class="side" aria-label="Callback">
      ${open ? html`<${Card} key=${open} id=${open} back=${to('queue', view)} />`
        : html`<p class="quiet empty">Choose a callback, or take the next one.</p>`}
    </section>
  </main>`;
}

function Count({counts, view}) {
  const n = counts?.[view];
  return n > 0 ? html` <span class="badge">${n}</span>` : null;
}

function List({view, queue, open}) {
  const [pages, turn] = useState([path(view)]);
  const here = pages.at(-1);
  const own = usePoll(here === kQueuePath ? null : here);
  const {answer, refusal} = here === kQueuePath ? queue : own;
  if (!answer) return html`<p class="quiet empty" role=${refusal ? 'alert' : null}>${refusal?.message ?? 'Loading'}</p>`;
  const {callbacks} = answer.json;
  const more = answer.next;
  return html`
    ${callbacks.length ? html`<${Rows} key=${here} callbacks=${callbacks} open=${open} />`
      : html`<p class="quiet empty">${kViews.find((one) => one.view === view).empty}</p>`}
    ${(more || pages.length > 1) && html`<nav class="pages" aria-label="Pages">
      <button type="button" disabled=${pages.length === 1} onClick=${() => turn(pages.slice(0, -1))}>Back</button>
      <span class="quiet">Page ${pages.length}</span>
      <button type="button" disabled=${!more} onClick=${() => turn([...pages, more])}>More</button></nav>`}`;
}

function Found({found, open, close}) {
  return html`<div class="row found"><h2>${found.length ? 'Found by phone' : 'No callback has this number'}</h2>
    <button type="button" class="plain" onClick=${close}>Back to the list</button></div>
    <${Rows} callbacks=${found} open=${open} />`;
}

// The rows with the mark that j and k move.
function Rows({callbacks, open}) {
  const list = useRef();
  const links = () => [...list.current.querySelectorAll('a.card-link')];
  const move = (step) => () => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const from = at >= 0 ? at : all.findIndex((link) => link.dataset.id === open);
    all[Math.min(all.length - 1, Math.max(0, from < 0 && step < 0 ? 0 : from + step))]?.focus();
  };
  async function claim() {
    const id = document.activeElement?.dataset?.id;
    if (!id || !session.may('work_queue')) return;
    try {
      await post(`/api/callbacks/${encodeURIComponent(id)}/claim`);
      go('callback', id);
    } catch (refusal) {
      tellRefusal(refusal);
    }
    lookNow();
  }
  useKeys({j: move(1), k: move(-1), ...(open ? {} : {c: claim})});
  return html`<ul class="rows" ref=${list}>${callbacks.map((callback) => html`
    <${Row} key=${callback.id} callback=${callback} open=${callback.id === open} />`)}</ul>`;
}

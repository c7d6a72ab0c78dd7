import {useEffect, useRef, useState} from 'preact/hooks';
import {address} from './address.js';
import {Card} from './card.js';
import {useCell} from './cell.js';
import {Filters} from './filters.js';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {isFiltered, kViews, listed, listPath, openCard, toList} from './listed.js';
import {CallNext} from './next.js';
import {lookNow, usePoll} from './poll.js';
import {Rows} from './rows.js';
import {Search} from './search.js';
import {session} from './session.js';
import {takeBackLast} from './take_back.js';
import {tell, tellRefusal} from './toast.js';
import {postOnce} from './tries.js';
import {moreOf} from './words.js';

export const kQueuePath = listPath({view: 'queue'});

// The list and the card beside it; on a phone one of the two.
export function Queue({queue}) {
  const {place, rest, query} = useCell(address);
  const open = place === 'callback' ? rest[0] : null;
  const list = listed({place, rest, query});
  const [found, showFound] = useState(null);
  const [busy, work] = useState(false);
  useEffect(() => { showFound(null); }, [toList(list)]);

  async function next() {
    work(true);
    try {
      const {json, status} = await postOnce('/api/callbacks/next');
      lookNow();
      if (status === 204) tell('Nobody is waiting to be called right now.');
      else openCard(json.id);
    } catch (refusal) {
      tellRefusal(refusal);
    } finally {
      work(false);
    }
  }
  useKeys({n: next, u: takeBackLast});

  return html`<main class=${open ? 'queue opened' : 'queue'}>
    <section class="list" aria-label="Callbacks">
      ${!open && html`<h1 class="hidden">Callbacks</h1>`}
      <div class="listhead">
        <${Search} show=${showFound} />
        <${Filters} list=${list} />
        <${Views} list=${list} found=${found} counts=${queue.answer?.json.counts} leave=${() => showFound(null)} />
      </div>
      ${found ? html`<${Found} found=${found} open=${open} list=${list} close=${() => showFound(null)} />`
        : html`<${List} key=${toList(list)} list=${list} queue=${queue} open=${open} />`}
      ${session.may('work_queue') && html`<div class="thumb">
        <${CallNext} kind="main" disabled=${busy} verb=${next} found=${found !== null} /></div>`}
    </section>
    <section class="side" aria-label="Callback">
      ${open ? html`<${Card} key=${open} id=${open} back=${toList(list)} next=${next} />`
        : html`<p class="quiet empty">Choose a callback, or take the next one.</p>`}
    </section>
  </main>`;
}

// On a narrow phone the row scrolls; the list that is shown is always in sight.
function Views({list, found, counts, leave}) {
  const row = useRef();
  useEffect(() => {
    row.current.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }, [list.view]);
  return html`<nav class="views" aria-label="Lists" ref=${row}>${kViews.map((one) => html`
    <a href=${toList({...list, view: one.view})} aria-current=${!found && one.view === list.view ? 'page' : null}
      onClick=${leave}>${one.name}<${Count} counts=${counts} view=${one.view} /></a>`)}</nav>`;
}

function Count({counts, view}) {
  const n = counts?.[view];
  return n > 0 ? html` <span class="badge">${n}</span>` : null;
}

function List({list, queue, open}) {
  const [pages, turn] = useState([listPath(list)]);
  const here = pages.at(-1);
  const own = usePoll(here === kQueuePath ? null : here);
  const {answer, refusal} = here === kQueuePath ? queue : own;
  if (!answer) return html`<p class="quiet empty" role=${refusal ? 'alert' : null}>${refusal?.message ?? 'Loading'}</p>`;
  const {callbacks} = answer.json;
  const more = answer.next;
  return html`
    ${callbacks.length ? html`<${Rows} key=${here} callbacks=${callbacks} open=${open} list=${list} />`
      : html`<p class="quiet empty">${isFiltered(list) ? 'Nobody in this list fits the filter. Show all brings the others back.'
        : kViews.find(({view}) => view === list.view).empty}</p>`}
    ${(more || pages.length > 1) && html`<nav class="pages" aria-label="Pages">
      <button type="button" disabled=${pages.length === 1} onClick=${() => turn(pages.slice(0, -1))}>Back</button>
      <span class="quiet">Page ${pages.length}</span>
      <button type="button" disabled=${!more} onClick=${() => turn([...pages, more])}>More</button></nav>`}`;
}

// {callbacks, more}: all that have the number, or as many of them as the service gives at once.
function Found({found: {callbacks, more}, open, list, close}) {
  return html`<div class="row found"><h2>${callbacks.length ? 'Found by phone' : 'No callback has this number'}</h2>
    <button type="button" class="plain" onClick=${close}>Back to the list</button></div>
    ${more && html`<p class="quiet found">${moreOf(callbacks)}</p>`}
    <${Rows} callbacks=${callbacks} open=${open} list=${list} />`;
}

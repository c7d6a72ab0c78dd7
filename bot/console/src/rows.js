import {Component} from 'preact';
import {useMemo, useRef} from 'preact/hooks';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {openCard, toCard} from './listed.js';
import {lookNow} from './poll.js';
import {Row} from './row.js';
import {session} from './session.js';
import {tellRefusal} from './toast.js';
import {postOnce} from './tries.js';

// The rows with the mark that j and k move.
export function Rows({callbacks, open, list}) {
  const place = useRef();
  const shown = useKept(callbacks);
  const move = (step) => () => {
    const all = [...place.current.querySelectorAll('a.card-link')];
    const at = all.indexOf(document.activeElement);
    const from = at >= 0 ? at : all.findIndex((link) => link.dataset.id === open);
    all[Math.min(all.length - 1, Math.max(0, from < 0 && step < 0 ? 0 : from + step))]?.focus();
  };
  async function claim() {
    const id = document.activeElement?.dataset?.id;
    if (!id || !session.may('work_queue')) return;
    try {
      await postOnce(`/api/callbacks/${encodeURIComponent(id)}/claim`);
      openCard(id);
    } catch (refusal) {
      tellRefusal(refusal);
    }
    lookNow();
  }
  useKeys({j: move(1), k: move(-1), ...(open ? {} : {c: claim})});
  return html`<ul class="rows" ref=${place}>${shown.map((callback) => html`
    <${RestingRow} key=${callback.id} callback=${callback} open=${callback.id === open}
      href=${toCard(callback.id, list)} />`)}</ul>`;
}

// Drawn again only where something of it has changed, however often the list is asked for.
class RestingRow extends Component {
  shouldComponentUpdate(next) {
    return ['callback', 'open', 'href'].some((name) => next[name] !== this.props[name]);
  }

  render() {
    return html`<${Row} ...${this.props} />`;
  }
}

// The callbacks, where one that has not changed is the very object that it was before.
function useKept(callbacks) {
  const known = useRef(new Map());
  return useMemo(() => {
    known.current = new Map(callbacks.map((callback) => {
      const text = JSON.stringify({...callback, rank: 0});
      const before = known.current.get(callback.id);
      return [callback.id, before?.text === text ? before : {text, callback}];
    }));
    return [...known.current.values()].map(({callback}) => callback);
  }, [callbacks]);
}

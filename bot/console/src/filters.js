import {useEffect, useRef, useState} from 'preact/hooks';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {isFiltered, kFilters, toList} from './listed.js';

// Narrows the list by channel and urgency. One button while nothing is chosen; what is chosen always shows.
export function Filters({list}) {
  const filtered = isFiltered(list);
  const [open, show] = useState(filtered);
  const [asked, ask] = useState(0);  // how often somebody wanted to choose: the focus goes there
  const first = useRef();
  useEffect(() => { if (filtered) show(true); }, [filtered]);
  useEffect(() => { if (asked) first.current?.focus(); }, [asked]);
  const unfold = () => {
    show(true);
    ask(asked + 1);
  };
  const fold = () => {
    show(false);
    location.hash = toList({view: list.view});
  };
  useKeys({f: unfold});
  const choose = (field) => ({target}) => {
    const {[field]: before, ...others} = list;
    location.hash = toList(target.value ? {...others, [field]: target.value} : others);
  };
  return html`
    <button type="button" class="plain filter" aria-expanded=${open} onClick=${open ? fold : unfold}>
      ${filtered ? 'Show all' : open ? 'Close' : 'Filter'}</button>
    ${open && html`<div class="filters" role="group" aria-label="Filters">
      ${kFilters.map(({field, name, any, options}, place) => html`
        <select key=${field} aria-label=${name} ref=${place === 0 ? first : null} onChange=${choose(field)}
          class=${list[field] ? 'chosen' : ''} value=${list[field] ?? ''}>
          <option value="">${any}</option>
          ${options.map(({value, name: words}) => html`<option value=${value} selected=${list[field] === value}>${words}</option>`)}
        </select>`)}</div>`}`;
}

import {useEffect, useRef} from 'preact/hooks';
import {html} from './html.js';
import {session} from './session.js';
import {fieldName, fieldText} from './words.js';

// Two people changed the same details: `fields` are what this one typed, `both` those that differ.
export function Clash({fields, both, newest, busy, choose}) {
  const heading = useRef();
  useEffect(() => { heading.current.focus(); }, []);
  const by = newest.edits?.findLast(({field}) => both.includes(field))?.by;
  const who = !by ? 'Somebody' : by === session.account.value?.name ? 'You, elsewhere,' : by;
  const others = Object.fromEntries(Object.entries(fields).filter(([field]) => !both.includes(field)));
  return html`<div class="clash">
    <h3 tabindex="-1" ref=${heading}>${who} changed this while you were typing</h3>
    <p>Nothing is lost. Which should stand?</p>
    <table><thead><tr><th scope="col">Detail</th><th scope="col">On the card now</th><th scope="col">Yours</th></tr></thead>
      <tbody>${both.map((field) => html`<tr><th scope="row">${fieldName(field)}</th>
        <td>${fieldText(newest.fields, field) || 'Nothing'}</td><td>${fields[field] || 'Nothing'}</td></tr>`)}</tbody></table>
    <div class="row"><button type="button" class="main" disabled=${busy} onClick=${() => choose(fields)}>Save mine</button>
      <button type="button" disabled=${busy} onClick=${() => choose(others)}>Keep what is there</button></div>
  </div>`;
}

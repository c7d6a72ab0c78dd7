import {useEffect, useState} from 'preact/hooks';
import {moment} from './clock.js';
import {to} from './address.js';
import {html} from './html.js';
import {get} from './service.js';
import {tellRefusal} from './toast.js';
import {plain} from './words.js';

const kFirst = '/api/audit?limit=50';

// Who read, changed, exported and logged in, newest first.
export function Page() {
  const [pages, turn] = useState([kFirst]);
  const [answer, show] = useState(null);
  useEffect(() => {
    let current = true;
    get(pages.at(-1)).then((got) => current && show(got), tellRefusal);
    return () => { current = false; };
  }, [pages]);
  if (!answer) return html`<h1>Audit</h1><p class="quiet">Loading</p>`;
  const entries = answer.json.entries;
  return html`<h1>Audit</h1>
    <div class="scroll audit" tabindex="0" role="group" aria-label="Audit"><table>
      <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th></tr></thead>
      <tbody>${entries.map((entry) => html`<tr><td class="number">${moment(entry.at)}</td><td>${entry.who || plain(entry.kind)}</td>
        <td>${plain(entry.what.replaceAll('-', '_'))}${entry.detail && html` <span class="quiet">${detailText(entry.detail)}</span>`}</td>
        <td><${Subject} subject=${entry.about} /></td></tr>`)}
      </tbody></table></div>
    <nav class="pages" aria-label="Pages">
      <button type="button" disabled=${pages.length === 1} onClick=${() => turn(pages.slice(0, -1))}>Newer</button>
      <button type="button" disabled=${!answer.next} onClick=${() => turn([...pages, answer.next])}>Older</button></nav>`;
}

// "from=2026-11-26T17:30:00.000Z" -> "from 5:30 pm".
function detailText(detail) {
  return detail.replaceAll(/[=_]/g, ' ').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment);
}

function Subject({subject}) {
  return /^[\w-]+-\d+$/.test(subject) ? html`<a href=${to('callback', subject)}>${subject}</a>` : subject;
}

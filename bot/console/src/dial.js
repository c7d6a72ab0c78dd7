import {html} from './html.js';
import {session} from './session.js';
import {personName, phoneLink, phoneText, valueText, waits, zoneName} from './words.js';

// The number as large as a thumb, and what may be said to whoever answers.
export function Dial({callback, mine}) {
  const {fields, safe_contact: safe = {}, suppressed, urgent} = callback;
  const link = phoneLink(fields.phone);
  return html`<section class="dial" aria-labelledby="dial-title">
    <h2 id="dial-title">Call</h2>
    ${suppressed && html`<p class="stop" role="alert"><strong>Do not contact.</strong>
      <span class="number">${phoneText(fields.phone)}</span> This number asked us to stop. Do not call or text it, unless they call or write to us first.</p>`}
    ${!suppressed && mine && link && html`<a class="number-link" href=${link}>
      <span>Call ${personName(callback)}</span><span class="number">${phoneText(fields.phone)}</span></a>`}
    ${!suppressed && !(mine && link) && html`<p class="number idle">${phoneText(fields.phone) || 'No number'}
      ${session.may('work_queue') && !callback.holder && waits(callback.status) && html`<small>Claim it before you call, so that nobody calls twice.</small>`}</p>`}
    ${(!suppressed || urgent) && html`<${Rules} safe=${safe} phone=${fields.phone} />`}
  </section>`;
}

// Nobody calls a number that asked us to stop, so nothing may be said there; in danger a person decides.
function Rules({safe, phone}) {
  return html`
    <dl class="marks">
      <${Mark} name="Voicemail" value=${safe.voicemail} />
      <${Mark} name="Text messages" value=${safe.text} />
      <${Mark} name="Say the clinic's name" value=${safe.say_clinic} />
    </dl>
    ${safe.local_time && html`<p>There it is <strong>${safe.local_time}</strong> (${zoneName(safe.zone)})${safe.window ? html`; best time: <strong>${valueText(safe.window)}</strong>` : ''}.</p>`}
    ${safe.script?.length > 0 && html`<ol class="script">${safe.script.map((line) => html`<li>${phone ? line.replaceAll(phone, phoneText(phone)) : line}</li>`)}</ol>`}`;
}

function Mark({name, value}) {
  const kind = value === true ? 'yes' : value === false ? 'no' : 'unsaid';
  return html`<div class=${kind}><dt>${name}</dt><dd>${{yes: 'Yes', no: 'No', unsaid: 'Not said, so no'}[kind]}</dd></div>`;
}

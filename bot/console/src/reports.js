import {useEffect, useState} from 'preact/hooks';
import {Bars} from './bars.js';
import {moment, now, span} from './clock.js';
import {html} from './html.js';
import {Questions} from './questions.js';
import {get} from './service.js';
import {session} from './session.js';
import {channelName, count, outcomeName, sentence, topicName} from './words.js';

const kDayMs = 24 * 60 * 60 * 1000;
const kRanges = [{days: 7, name: '7 days'}, {days: 30, name: '30 days'}, {days: 90, name: '90 days'}];

// Until now by the service's clock, which has the requests of this very second too.
function range(days) {
  return `from=${encodeURIComponent(new Date(now() - days * kDayMs).toISOString())}`;
}

export function Page() {
  const [days, choose] = useState(30);
  const [report, show] = useState(null);
  const [problem, tell] = useState(null);
  useEffect(() => {
    let current = true;
    get(`/api/reports?${range(days)}`).then(({json}) => current && (show(json), tell(null)),
      (refusal) => current && tell(refusal.message));
    return () => { current = false; };
  }, [days]);
  return html`
    <div class="row wrap"><h1>Reports</h1>
      <div class="choice" role="group" aria-label="How far back">${kRanges.map((one) => html`
        <button type="button" aria-pressed=${days === one.days} onClick=${() => choose(one.days)}>${one.name}</button>`)}</div>
      ${session.may('export_leads') && html`<a class="button" href=${`/api/export.csv?${range(days)}`} download>Download as CSV</a>`}</div>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${report ? html`<${Report} report=${report} />` : !problem && html`<p class="quiet">Loading</p>`}`;
}

function Report({report}) {
  const {funnel = {}, by_hour: hours = [], outcomes = {}, top_questions: asked = []} = report;
  const steps = [['chats', 'Chats'], ['leads', 'Asked for a call'], ['reached', 'Reached'], ['scheduled', 'Scheduled']];
  const channels = ['web', 'sms'];
  const since = Date.parse(report.asked_from) > Date.parse(report.from)
    ? `Only the newest messages are read for this: those since ${moment(report.asked_from)}.` : null;
  const byHour = Array.from({length: 24}, (_, hour) => hours.find((one) => one.hour === hour) ?? {hour, web: 0, sms: 0});
  return html`
    <div class="figures">
      <${Speed} name="To the first try" speed=${report.speed_to_attempt} />
      <${Speed} name="To a conversation" speed=${report.speed_to_conversation} />
      <${Promises} promises=${report.promises} /></div>
    <div class="charts">
      <${Bars} title="From chat to appointment" label="Step" labels=${steps.map(([, name]) => name)}
        series=${[{name: 'People', values: steps.map(([key]) => funnel[key] ?? 0)}]} />
      <${Bars} title="When requests come in" ordered label="Hour" labels=${byHour.map(({hour}) => hourName(hour))}
        series=${channels.map((channel) => ({name: channelName(channel), values: byHour.map((one) => one[channel] ?? 0)}))} />
      <${Bars} title="How calls went" label="Outcome" labels=${Object.keys(outcomes).map(outcomeName)}
        series=${[{name: 'Calls', values: Object.values(outcomes)}]} />
      <${Bars} title="What people ask" note=${since} label="Topic" labels=${asked.slice(0, 10).map(({topic}) => topicName(topic))}
        series=${[{name: 'Times', values: asked.slice(0, 10).map(({n}) => n)}]} />
    </div>
    <${Questions} questions=${report.unanswered ?? []} note=${since} />`;
}

function hourName(hour) {
  return `${hour % 12 || 12} ${hour < 12 ? 'am' : 'pm'}`;
}

function Speed({name, speed}) {
  const some = speed?.n > 0;
  return html`<section class="figure"><h2>${name}</h2>
    <p class="big">${some ? sentence(span(speed.median_s * 1000)) : 'No calls yet'}</p>
    <p class="quiet">${some ? `Half are faster; nine in ten within ${span(speed.p90_s * 1000)} (${count(speed.n, 'callback')})` : ''}</p></section>`;
}

function Promises({promises = {}}) {
  const {kept = 0, missed = 0, open = 0} = promises;
  const judged = kept + missed;
  return html`<section class="figure"><h2>Promises kept</h2>
    <p class="big">${judged ? `${Math.round(100 * kept / judged)} %` : 'None due yet'}</p>
    <p class="quiet">${kept} kept, ${missed} missed, ${open} still open</p></section>`;
}

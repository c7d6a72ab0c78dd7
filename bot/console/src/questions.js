import {useState} from 'preact/hooks';
import {Dialog} from './dialog.js';
import {html} from './html.js';
import {post} from './service.js';
import {session} from './session.js';
import {tell, tellRefusal} from './toast.js';
import {count, plain, topicName} from './words.js';

// What nobody has written an answer for yet, with the first step to one.
export function Questions({questions, note}) {
  const [yaml, show] = useState(null);
  async function write(question) {
    try {
      show((await post('/api/topics/draft', {text: question.text ?? plain(question.nearest_topic)})).json.yaml);
    } catch (refusal) {
      tellRefusal(refusal);
    }
  }
  return html`<section class="unanswered"><h2>Questions without an answer</h2>
    ${note && html`<p class="quiet">${note}</p>`}
    ${questions.length ? html`<ul>${questions.map((question) => html`<li>
      <div><p class="said">${question.text ?? 'Not shown'}</p>
        <p class="quiet">${[count(question.n, 'time'), question.nearest_topic && `nearest topic: ${topicName(question.nearest_topic).toLowerCase()}`]
          .filter(Boolean).join(' · ')}</p></div>
      ${session.may('edit_content') && (question.text ?? question.nearest_topic) !== null
        && html`<button type="button" onClick=${() => write(question)}>Draft a topic</button>`}</li>`)}</ul>`
      : html`<p class="quiet">Every question had an answer.</p>`}
    ${yaml !== null && html`<${Draft} yaml=${yaml} close=${() => show(null)} />`}
  </section>`;
}

function Draft({yaml, close}) {
  const copy = () => navigator.clipboard.writeText(yaml).then(() => tell('Copied.'),
    () => tell('This browser does not let us copy; select the text instead.', true));
  return html`<${Dialog} title="Draft of a topic" close=${close}>
    <p>Save it under knowledge/topics, write the answer from the reviewed page, and run the check.</p>
    <label for="draft">File</label>
    <textarea id="draft" class="code" rows="14" readonly>${yaml}</textarea>
    <button type="button" class="main" onClick=${copy}>Copy</button>
  <//>`;
}

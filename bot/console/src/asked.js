import {html} from './html.js';
import {kGap, plain, topicName} from './words.js';

// What they wanted to know: first what nobody has answered yet.
export function Asked({callback}) {
  const open = callback.open_questions ?? [];
  const topics = (callback.topics ?? []).filter((topic) => !kGap.test(topic));
  if (!open.length && !topics.length) return null;
  return html`<section class="asked" aria-labelledby="asked-title">
    <h2 id="asked-title">What they asked</h2>
    ${open.length > 0 && html`<div class="open-questions"><h3>Still open: answer these on the call</h3>
      <ul>${open.map((question) => html`<li class="said">${kGap.test(question) ? topicName(question) : question}</li>`)}</ul></div>`}
    ${topics.length > 0 && html`<h3>Answered in the chat</h3>
      <ul class="chips">${topics.map((topic) => html`<li>${plain(topic)}</li>`)}</ul>`}
  </section>`;
}

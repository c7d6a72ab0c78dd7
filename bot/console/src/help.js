import {useCell} from './cell.js';
import {Dialog} from './dialog.js';
import {html} from './html.js';
import {keysWanted} from './keys.js';
import {kOutcomes} from './words.js';

const kKeys = [
  ['n', 'Call next: claims the one whose turn it is'], ['j', 'Down the list'], ['k', 'Up the list'],
  ['Enter', 'Open'], ['c', 'Claim what is open or marked'], ['r', 'Release'], ['e', 'Edit the details'],
  ['u', 'Take back what you logged last'],
  ['t', 'Show the chat'], ['m', 'Write a note'], ['f', 'Filter the list'], ['/', 'Find a phone number'], ['Esc', 'Back to the list'], ['?', 'This help'],
];

export function Help({close}) {
  const wanted = useCell(keysWanted) === 'on';
  return html`<${Dialog} title="Help" close=${close}>
    <ul class="steps">
      <li>Call next claims the one whose turn it is, and opens the card. Nobody else can take it from then on.</li>
      <li>The first line of a card says why it stands where it does. A crisis comes first, then what was promised soonest.</li>
      <li>Tap the number to call. Then one tap says how it went, and when to try again follows from it. A wrong tap can be taken back for a few minutes.</li>
      <li>A callback stays yours while its card is open. Leave it alone for long, and others may take it.</li>
    </ul>
    <h3>Keys</h3>
    <dl class="keys">
      ${kKeys.map(([key, verb]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${verb}</dd></div>`)}
      ${kOutcomes.map(({name}, place) => html`<div><dt><kbd>${place + 1}</kbd></dt><dd>Log: ${name.toLowerCase()}</dd></div>`)}
    </dl>
    <label class="check"><input type="checkbox" checked=${wanted}
      onChange=${(event) => { keysWanted.value = event.target.checked ? 'on' : 'off'; }} />
      Single keys are shortcuts</label>
  <//>`;
}

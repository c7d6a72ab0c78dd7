import {useCell} from './cell.js';
import {Dialog} from './dialog.js';
import {html} from './html.js';
import {keysWanted} from './keys.js';
import {kOutcomes} from './words.js';

const kKeys = [
  ['n', 'Call next: claims the one whose turn it is'], ['j', 'Down the list'], ['k', 'Up the list'],
  ['Enter', 'Open'], ['c', 'Claim what is open or marked'], ['r', 'Release'], ['e', 'Edit the details'],
  ['t', 'Show the chat'], ['m', 'Write a note'], ['/', 'Find a phone number'], ['Esc', 'Back to the list'], ['?', 'This help'],
];

export function Help({close}) {
  const wanted = useCell(keysWanted) === 'on';
  return html`<${Dialog} title="Keys" close=${close}>
    <dl class="keys">
      ${kKeys.map(([key, verb]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${verb}</dd></div>`)}
      ${kOutcomes.map(({name}, place) => html`<div><dt><kbd>${place + 1}</kbd></dt><dd>Log: ${name.toLowerCase()}</dd></div>`)}
    </dl>
    <label class="check"><input type="checkbox" checked=${wanted}
      onChange=${(event) => { keysWanted.value = event.target.checked ? 'on' : 'off'; }} />
      Single keys do something</label>
  <//>`;
}

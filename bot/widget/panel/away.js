import {element} from './element.js';

// Saves the conversation as a text file on the visitor's device.
export function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], {type: 'text/plain'}));
  element('a', {href: address, download: `${name}.txt`}).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Prints the conversation without the page around it.
export function print() {
  const alone = new CSSStyleSheet();
  alone.replaceSync('@media print { body { display: none !important; } }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  window.print();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
}

// The page is gone from sight at once, however slowly the other one comes, and "back" does not
// lead to it.
export function leave(address) {
  document.body.replaceChildren();
  document.title = '';
  location.replace(address);
}

import {Cell} from './cell.js';

// Where the page is: #/queue, #/queue/mine, #/callback/<id>, #/reports, #/accounts, #/audit.
export const address = new Cell(read());

addEventListener('hashchange', () => { address.value = read(); });

function read() {
  const [place, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  return {place: place || 'queue', rest};
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function to(...parts) {
  return '#/' + parts.map(encodeURIComponent).join('/');
}

export function go(...parts) {
  location.hash = to(...parts);
}

import {Cell} from './cell.js';

// Where the page is: #/queue, #/queue/mine?channel=sms, #/callback/<id>?list=mine, #/reports, ...
export const address = new Cell(read());

addEventListener('hashchange', () => { address.value = read(); });

function read() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [place, ...rest] = path.split('/').map(decoded);
  return {place: place || 'queue', rest, query: new URLSearchParams(query)};
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

// The service over HTTP. A call ends with an Answer or throws a Refusal; where the session is over
// it waits for the coordinator to log in again and is then made once more, so nothing is lost.
import {session} from './session.js';

const kPatienceMs = 15000;

export class Refusal extends Error {
  constructor(status, problem, retryAfterS) {
    super([problem.title, problem.detail].filter(Boolean).join(' ') || `The service answered ${status}.`);
    this.status = status;
    this.isAnswer = status > 0 && status < 500;  // else nobody knows whether it was done
    this.type = String(problem.type ?? '').split(':').pop();
    this.retryAfterS = retryAfterS;
  }
}

export function get(path) {
  return call('GET', path);
}

// What the page asks by itself; it does not count as somebody being there.
export function look(path, etag) {
  return call('GET', path, {etag, background: true});
}

export function keep(path) {
  return call('POST', path, {body: {}, background: true});
}

// `key` makes a repetition harmless: the service answers it as it did the first time (tries.js).
export function post(path, body = {}, key = undefined) {
  return call('POST', path, {body, key});
}

export function patch(path, body, ifMatch) {
  return call('PATCH', path, {body, ifMatch});
}

export async function call(method, path, options = {}) {
  for (;;) {
    try {
      return await once(method, path, options);
    } catch (refusal) {
      if (refusal.status !== 401 || path.startsWith('/api/session')) throw refusal;
      await session.back(refusal);
    }
  }
}

export async function once(method, path, {body, etag, ifMatch, key, background}) {
  const headers = {Accept: 'application/json', 'X-Admissions-Desk': background ? 'background' : '1'};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (etag) headers['If-None-Match'] = etag;
  if (ifMatch) headers['If-Match'] = ifMatch;
  if (key) headers['Idempotency-Key'] = key;
  const response = await answered(path, {method, headers, cache: 'no-store', credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(kPatienceMs)});
  if (response.status === 304) return {unchanged: true, etag};
  const json = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok)
    throw new Refusal(response.status, json ?? {}, Number(response.headers.get('Retry-After')) || 0);
  if (json === undefined) throw unreachable();  // the line broke in the middle of the answer
  return {json, status: response.status, etag: response.headers.get('ETag'),
    next: nextPage(response.headers.get('Link'))};
}

async function answered(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw unreachable();
  }
}

function unreachable() {
  return new Refusal(0, {title: 'The service cannot be reached.', detail: 'Check the connection; this page keeps trying.'}, 0);
}

// The address of the next page, within this service only.
function nextPage(links) {
  const found = /<([^>]*)>;\s*rel="?next"?/.exec(links ?? '');
  if (!found) return null;
  const address = new URL(found[1], location.href);
  return address.origin === location.origin ? address.pathname + address.search : null;
}

// Changes that the service must not make twice. Where the answer to one is lost, the same tap again is the same
// request, by its Idempotency-Key: a bad line claims no second card and logs no second call.
import {post} from './service.js';
import {session} from './session.js';

const kSameTapMsMax = 5 * 60000;  // later it is a tap of its own

let last = null;  // the newest that has no answer yet; whoever did something else meanwhile means a new one

session.account.watch((account) => { if (!account) last = null; });

export async function postOnce(path, body = {}) {
  const what = `${path} ${JSON.stringify(body)}`;
  if (last?.what !== what || Date.now() - last.at > kSameTapMsMax)
    last = {what, key: crypto.randomUUID(), at: Date.now()};
  const tap = last;
  const answered = () => { if (last === tap) last = null; };
  try {
    const answer = await post(path, body, tap.key);
    answered();
    return answer;
  } catch (refusal) {
    if (refusal.isAnswer) answered();
    throw refusal;
  }
}

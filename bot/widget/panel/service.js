// The clinic's service over HTTP. Each call ends as one of
//   {turn} or {turns} or {done}   it answered
//   {gone}                        it knows no such conversation
//   {refused}                     this will never be taken
//   {later: seconds or 0, busy}   not now; the same again later
const kPatienceMs = 15000;

export class Service {
  #address;

  constructor(address) {
    this.#address = address;
  }

  async send(message, conversation, circumstances) {
    const {id, text, choice} = message;
    const body = {message_id: id, ...(choice ? {choice} : {text}), ...circumstances};
    if (conversation) body.conversation = conversation;
    return this.#call({method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body)}, (turn) => ({turn}));
  }

  transcript(conversation) {
    return this.#call({method: 'GET', headers: {Authorization: `Bearer ${conversation}`}},
      ({turns}) => ({turns}));
  }

  erase(conversation) {
    return this.#call({method: 'DELETE', headers: {Authorization: `Bearer ${conversation}`}},
      () => ({done: true}));
  }

  async #call(request, answer) {
    try {
      const response = await fetch(this.#address, {...request, mode: 'cors', credentials: 'omit',
        cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(kPatienceMs)});
      const {status} = response;
      if (response.ok) return answer(status === 204 ? {} : await response.json());
      if (status === 401 || status === 404) return {gone: true};
      if (status === 429 || status >= 500)
        return {later: Number(response.headers.get('Retry-After')) || 0, busy: status === 429};
      return {refused: true};
    } catch {
      return {later: 0};
    }
  }
}

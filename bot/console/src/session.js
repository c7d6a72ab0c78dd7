import {Cell} from './cell.js';

// Who is logged in. `account` is undefined until the service has said, then null or the account.
// While `expired` holds a name, that account's session ended under an open page.
class Session {
  account = new Cell(undefined);
  expired = new Cell(null);
  #waiting = [];

  // Resolves when the same account is back; rejects when another one comes, whose work it is not.
  back(refusal) {
    const {value: account} = this.account;
    if (!account) return Promise.reject(refusal);
    this.expired.value = account.name;
    return new Promise((resolve, reject) => this.#waiting.push({resolve, reject, refusal}));
  }

  begin(account) {
    const same = !this.expired.value || this.expired.value === account.name;
    const waiting = this.#waiting.splice(0);
    this.account.value = account;
    this.expired.value = null;
    for (const {resolve, reject, refusal} of waiting) same ? resolve() : reject(refusal);
    return same;
  }

  end() {
    this.account.value = null;
    this.expired.value = null;
    for (const {reject, refusal} of this.#waiting.splice(0)) reject(refusal);
  }

  may(permission) {
    return Boolean(this.account.value?.permissions?.includes(permission));
  }
}

export const session = new Session();

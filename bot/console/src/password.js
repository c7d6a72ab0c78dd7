import {useState} from 'preact/hooks';
import {go} from './address.js';
import {html} from './html.js';
import {once} from './service.js';
import {session} from './session.js';
import {tell} from './toast.js';

export function Page() {
  const [problem, show] = useState(null);
  async function change(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await once('PUT', '/api/session/password', {body: {old: form.get('old'), new: form.get('new')}});
      tell('Your password is changed. Other devices are logged out.');
      go('queue');
    } catch (refusal) {
      show(refusal.message);
    }
  }
  return html`<form class="panel login" onSubmit=${change}>
    <h1>Change password</h1>
    <input class="hidden" name="name" autocomplete="username" aria-label="Name" tabindex="-1" readonly value=${session.account.value?.name} />
    <label for="old">Password now</label>
    <input id="old" name="old" type="password" autocomplete="current-password" required />
    <label for="new">New password</label>
    <input id="new" name="new" type="password" autocomplete="new-password" required minlength="8" />
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <button class="main">Change</button>
  </form>`;
}

import {useEffect, useRef, useState} from 'preact/hooks';
import {forgetDrafts} from './drafts.js';
import {html} from './html.js';
import {once} from './service.js';
import {session} from './session.js';

// Name and password, then the code. With `name` it asks that account to come back.
export function Login({name}) {
  const [step, go] = useState('password');
  const [problem, show] = useState(null);
  const [busy, work] = useState(false);
  const first = useRef();
  useEffect(() => { first.current?.focus(); }, [step]);

  async function send(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {name: String(form.get('name')).trim(), password: form.get('password')};
    if (step !== 'password') body.code = String(form.get('code')).replace(/\s/g, '');
    work(true);
    show(null);
    try {
      const {json} = await once('POST', '/api/session', {body});
      if (!session.begin(json.account)) forgetDrafts();
    } catch (refusal) {
      if (refusal.type === 'code-required') go('code');
      else {
        show(words(refusal));
        first.current?.focus();
      }
    } finally {
      work(false);
    }
  }

  const withCode = step !== 'password';
  return html`<form class="panel login" onSubmit=${send}>
    <h1>${name ? 'Your session ended' : 'Callback desk'}</h1>
    <p class="quiet">${name ? 'Log in again to go on. What you typed is still here.'
      : 'For admissions coordinators of the clinic.'}</p>
    <div class=${withCode ? 'hidden' : ''}>
      <label for="login-name">Name</label>
      <input id="login-name" name="name" autocomplete="username" autocapitalize="none" spellcheck=${false}
        required defaultValue=${name ?? ''} readonly=${Boolean(name)} ref=${withCode || name ? null : first} />
      <label for="login-password">Password</label>
      <input id="login-password" name="password" type="password" autocomplete="current-password" required
        ref=${!withCode && name ? first : null} />
    </div>
    ${step === 'code' && html`<label for="login-code">Code from your authenticator app</label>
      <input id="login-code" name="code" key="code" inputmode="numeric" autocomplete="one-time-code"
        required ref=${first} />`}
    ${step === 'recovery' && html`<label for="login-code">Recovery code</label>
      <input id="login-code" name="code" key="recovery" autocomplete="off" autocapitalize="none"
        spellcheck=${false} required ref=${first} />`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <button class="main" disabled=${busy}>${busy ? 'One moment' : 'Log in'}</button>
    ${withCode && html`<div class="row">
      <button type="button" class="plain" onClick=${() => go(step === 'code' ? 'recovery' : 'code')}>
        ${step === 'code' ? 'Use a recovery code' : 'Use the app instead'}</button>
      <button type="button" class="plain" onClick=${() => { go('password'); show(null); }}>Back</button></div>`}
  </form>`;
}

// The log-in over an open page: the page below keeps all that it holds.
export function LoginAgain({name}) {
  const dialog = useRef();
  useEffect(() => { dialog.current.showModal(); }, []);
  return html`<dialog ref=${dialog} class="over" aria-label="Log in again" onCancel=${(event) => event.preventDefault()}>
    <${Login} name=${name} />
    <button type="button" class="plain" onClick=${() => { forgetDrafts(); session.end(); }}>
      I am somebody else</button>
  </dialog>`;
}

function words(refusal) {
  if (refusal.status === 401) return 'That did not match. Check the name, the password and the code.';
  if (refusal.status === 429)
    return `Too many tries. Wait ${refusal.retryAfterS > 90 ? `${Math.ceil(refusal.retryAfterS / 60)} minutes`
      : `${refusal.retryAfterS || 30} seconds`}, then try again.`;
  return refusal.message;
}

import {useRef, useState} from 'preact/hooks';
import {html} from './html.js';
import {useKeys} from './keys.js';
import {post} from './service.js';
import {tell} from './toast.js';

// By the exact number; it goes in the request's body, so that it stands in no log or history.
export function Search({show}) {
  const field = useRef();
  const [busy, work] = useState(false);
  useKeys({'/': () => field.current.focus()});

  async function find(event) {
    event.preventDefault();
    const phone = field.current.value.trim();
    if (!phone) return show(null);
    work(true);
    try {
      show((await post('/api/search', {phone})).json);
    } catch (refusal) {
      tell(refusal.status === 422 || refusal.status === 400 ? 'Type a whole phone number, with its area code.'
        : refusal.message, true);
    } finally {
      work(false);
    }
  }

  const key = (event) => {
    if (event.key !== 'Escape') return;
    field.current.value = '';
    show(null);
    field.current.blur();
  };
  return html`<form role="search" class="search" onSubmit=${find}>
    <input type="tel" ref=${field} aria-label="Find a phone number" placeholder="Phone number"
      autocomplete="off" enterkeyhint="search" onKeyDown=${key} />
    <button disabled=${busy}>Find</button></form>`;
}

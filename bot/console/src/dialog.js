import {useEffect, useRef} from 'preact/hooks';
import {html} from './html.js';

// A modal dialog: the browser keeps the focus inside and gives it back.
export function Dialog({title, close, children}) {
  const dialog = useRef();
  useEffect(() => {
    const node = dialog.current;
    node.showModal();
    return () => node.close();
  }, []);
  const outside = (event) => { if (event.target === dialog.current) close(); };
  return html`<dialog ref=${dialog} aria-labelledby="dialog-title" onClose=${close} onClick=${outside}>
    <div class="dialog">
      <div class="row"><h2 id="dialog-title">${title}</h2>
        <button type="button" class="plain" aria-label="Close" onClick=${close}>×</button></div>
      ${children}
    </div>
  </dialog>`;
}

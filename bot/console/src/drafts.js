// What a coordinator is typing, by callback: in this page's memory only, never in the browser's storage.
const drafts = new Map();

export function draft(id) {
  return drafts.get(id) ?? '';
}

export function keepDraft(id, text) {
  if (text) drafts.set(id, text);
  else drafts.delete(id);
}

export function forgetDrafts() {
  drafts.clear();
}

export function haveDrafts() {
  return drafts.size > 0;
}

addEventListener('beforeunload', (event) => { if (haveDrafts()) event.preventDefault(); });

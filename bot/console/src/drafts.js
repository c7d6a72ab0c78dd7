// What a coordinator is typing, by callback: in this page's memory only, never in the browser's storage.
const notes = new Map();
const edits = new Map();

export function draft(id) {
  return notes.get(id) ?? '';
}

export function keepDraft(id, text) {
  if (text) notes.set(id, text);
  else notes.delete(id);
}

// An edit that was left: {seen: {etag, fields}, typed: {field: text}}; null where there is none.
export function draftEdit(id) {
  return edits.get(id) ?? null;
}

export function keepDraftEdit(id, edit) {
  if (edit) edits.set(id, edit);
  else edits.delete(id);
}

export function forgetDrafts() {
  notes.clear();
  edits.clear();
}

export function haveDrafts() {
  return notes.size > 0 || edits.size > 0;
}

addEventListener('beforeunload', (event) => { if (haveDrafts()) event.preventDefault(); });

// Times as a coordinator says them. The service's clock counts, not the phone's.
import {Cell, useCell} from './cell.js';

const kMinuteMs = 60000;
const kClockSlackMs = 10000;

let aheadMs = 0;  // of the service's clock before this one

// `minute` is the service's, without its seconds; a clock that is in that minute is right.
export function setClock(minute) {
  const behindMs = Date.now() - Date.parse(minute);
  if (!Number.isFinite(behindMs)) return;
  const isRight = behindMs > -kClockSlackMs && behindMs < kMinuteMs + kClockSlackMs;
  aheadMs = isRight ? 0 : kMinuteMs / 2 - behindMs;
}

export function now() {
  return Date.now() + aheadMs;
}

const tickers = new Map();  // one timer for all that is shown anew equally often

// The time, shown anew every `seconds`.
export function useNow(seconds) {
  if (!tickers.has(seconds)) {
    const ticker = new Cell(0);
    setInterval(() => { ticker.value += 1; }, seconds * 1000);
    tickers.set(seconds, ticker);
  }
  useCell(tickers.get(seconds));
  return now();
}

// "just now", "6 min", "3 h 20 min", "2 days".
export function span(ms) {
  const minutes = Math.floor(Math.max(0, ms) / kMinuteMs);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 && hours < 6 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day' : `${days} days`;
}

export function ago(time, at = now()) {
  const ms = at - Date.parse(time);
  return ms < kMinuteMs ? 'just now' : `${span(ms)} ago`;
}

// "14:05", what is left of a lease.
export function countdown(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const today = new Intl.DateTimeFormat('en-US', {hour: 'numeric', minute: '2-digit'});
const otherDay = new Intl.DateTimeFormat('en-US',
  {weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'});

// "2:30 pm" today, "Thu, Nov 26, 2:30 pm" on another day; in this browser's zone.
export function moment(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return (date.toDateString() === new Date(now()).toDateString() ? today : otherDay).format(date)
    .replace(/[AP]M$/, (half) => half.toLowerCase());
}

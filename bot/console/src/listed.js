// Which list is shown and through which filters. It stands in the address, so that loading again,
// Back, and a card opened from the list all keep it.
import {address, to} from './address.js';
import {channelName} from './words.js';

const kRowsMax = 50;  // on the page at once, however many wait

export const kViews = [
  {view: 'queue', name: 'To call', empty: 'Nobody is waiting. A new request shows here by itself.'},
  {view: 'mine', name: 'Mine', empty: 'You hold no callback. Call next gives you the one whose turn it is.'},
  {view: 'sleeping', name: 'Later', empty: 'Nobody asked to be called later.'},
  {view: 'review', name: 'Review', empty: 'Nothing to review. Those we tried many times without luck come here.'},
  {view: 'closed', name: 'Closed', empty: 'Nothing is closed yet.'},
  {view: 'all', name: 'All', empty: 'There are no callbacks yet.'},
];

export const kFilters = [
  {field: 'channel', name: 'Channel', any: 'Any channel',
    options: ['web', 'sms'].map((value) => ({value, name: channelName(value)}))},
  {field: 'urgent', name: 'Urgency', any: 'Any urgency',
    options: [{value: 'true', name: 'Crisis only'}, {value: 'false', name: 'No crisis'}]},
];

// {view, channel, urgent} of an address; what it says wrongly is left out.
export function listed({place, rest, query} = address.value) {
  const wanted = place === 'queue' ? rest[0] : query.get('list');
  const found = {view: kViews.some(({view}) => view === wanted) ? wanted : 'queue'};
  for (const {field, options} of kFilters)
    if (options.some(({value}) => value === query.get(field))) found[field] = query.get(field);
  return found;
}

export function isFiltered(list) {
  return kFilters.some(({field}) => list[field]);
}

export function listPath({view, ...filters}) {
  return `/api/callbacks?${new URLSearchParams({view, limit: kRowsMax, ...filters})}`;
}

export function toList({view, ...filters}) {
  return to('queue', view) + queried(filters);
}

export function toCard(id, {view, ...filters} = listed()) {
  return to('callback', id) + queried({...(view !== 'queue' && {list: view}), ...filters});
}

// Opens the card beside the list that is shown.
export function openCard(id) {
  location.hash = toCard(id);
}

function queried(fields) {
  const query = new URLSearchParams(fields).toString();
  return query && `?${query}`;
}

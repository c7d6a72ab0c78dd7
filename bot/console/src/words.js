// The console's words for what the service names.
const kStates = {
  new: 'New', claimed: 'Claimed', attempting: 'Trying', reached: 'Reached', scheduled: 'Scheduled',
  referred: 'Referred elsewhere', declined: 'Declined', unreachable: 'Could not reach',
  wrong_number: 'Wrong number', do_not_contact: 'Do not contact', duplicate: 'Duplicate',
  cancelled: 'Cancelled by the visitor', erased: 'Erased by the visitor',
};

const kWaiting = new Set(['new', 'claimed', 'attempting']);  // what may be claimed

// In the order of the keys 1 to 8. `grave` is tapped twice: it ends our calling this person. On a phone
// the `rare` ones and the grave ones stand behind More.
export const kOutcomes = [
  {id: 'no_answer', name: 'No answer'},
  {id: 'busy', name: 'Busy'},
  {id: 'voicemail', name: 'Left a voicemail'},
  {id: 'voicemail_not_allowed', name: 'No voicemail allowed', rare: true},
  {id: 'reached', name: 'Reached them', good: true},
  {id: 'reached_family', name: 'Reached family', good: true},
  {id: 'wrong_number', name: 'Wrong number', grave: true},
  {id: 'asked_to_stop', name: 'Asked us to stop', grave: true},
];

// In the order in which a card shows them.
const kFields = {
  name: 'Name', for_whom: 'Who it is for', phone: 'Phone', callback_time: 'Best time', zone: 'Time zone',
  email: 'Email', insurer: 'Insurance', may_voicemail: 'Voicemail', may_text: 'Text messages',
  may_say_clinic: "Say the clinic's name", status: 'State',
};

export const kGap = /^gap_/;  // a topic that the reviewed page has no answer to

const kChannels = {web: 'Website chat', sms: 'Text message'};

const kEvents = {
  stored: 'Asked for a call', 'asked again': 'Asked for a call again', changed: 'Changed what they told us',
  cancelled: 'Took the request back', erased: 'Had it erased', merged: 'Joined with another request',
  unmerged: 'Parted from another request', 'lease ran out': 'Not finished in time, free again',
  'attempts used up': 'Tried as often as we try', acknowledged: 'Said: I am on this crisis',
};

export const eventName = (event) => kEvents[event] ?? stateName(event);
export const waits = (state) => kWaiting.has(state);
export const stateName = (state) => kStates[state] ?? plain(state);
export const outcomeName = (id) => kOutcomes.find((outcome) => outcome.id === id)?.name ?? plain(id);
export const fieldName = (field) => kFields[field] ?? plain(field);
export const channelName = (channel) => kChannels[channel] ?? plain(channel);

// "hours_per_week" -> "Hours per week".
export function plain(id) {
  return sentence(String(id ?? '').replaceAll('_', ' '));
}

export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// "gap_age" -> "Age": what the clinic's page says nothing about is a topic to a coordinator all the same.
export function topicName(id) {
  return plain(String(id ?? '').replace(kGap, ''));
}

export function inOrder(fields) {
  const all = Object.keys(kFields);
  return fields.toSorted((one, other) => (all.indexOf(one) + 1 || all.length + 1) - (all.indexOf(other) + 1 || all.length + 1));
}

const kAnswers = {yes: 'Yes', no: 'No', true: 'Yes', false: 'No'};

// A field's value as text; times and persons come as objects.
export function valueText(value) {
  if (value == null) return '';
  if (typeof value !== 'object') return kAnswers[value] ?? String(value);
  if (value.who) return value.who === 'self' ? 'For themselves' : `For their ${value.relation ?? 'loved one'}`;
  const hours = [value.from, value.to].filter(Boolean).map(hourText).join(' to ');
  return [value.day && (value.day === 'any' ? 'Any day' : plain(value.day)), hours].filter(Boolean).join(', ');
}

// "17:30" -> "5:30 pm", as the visitor was told.
function hourText(text) {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  if (!hour) return text;
  return `${hour % 12 || 12}${minute === '00' ? '' : ':' + minute} ${hour % 24 < 12 ? 'am' : 'pm'}`;
}

export function fieldText(fields, field) {
  if (field === 'zone' && fields.zone) return zoneName(fields.zone);
  return field === 'phone' ? phoneText(fields.phone) : valueText(fields[field]);
}

// "America/Los_Angeles" -> "Los Angeles time".
export function zoneName(zone) {
  return `${String(zone ?? '').split('/').pop().replaceAll('_', ' ')} time`;
}

export function personName(callback) {
  return callback.fields?.name || 'No name given';
}

// "(323) 555-0142" for a number of this country, any other as it is.
export function phoneText(phone) {
  const found = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone ?? '');
  return found ? `(${found[1]}) ${found[2]}-${found[3]}` : phone ?? '';
}

// The only address that is ever made of what a visitor wrote: a number, and nothing but a number.
export function phoneLink(phone) {
  return /^\+[1-9]\d{6,14}$/.test(phone ?? '') ? `tel:${phone}` : null;
}

export function count(n, one, many = one + 's') {
  return `${n} ${n === 1 ? one : many}`;
}

// Where more have a number than the service gives at once.
export function moreOf({length}) {
  return `More than ${length} callbacks have this number. These are ${length} of them.`;
}

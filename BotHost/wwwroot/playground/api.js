// The sandbox's phones over HTTP. Nothing here knows the desk itself.

const root = '/sandbox';

async function call(path, options) {
  const response = await fetch(root + path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.status === 200 && response.headers.get('content-type')?.includes('json') ? response.json() : null;
}

const post = (path, body) => call(path, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? {}),
});

const phonePath = phone => `/phones/${phone.kind === 'owner' ? 'owners' : 'staff'}/${encodeURIComponent(phone.id)}`;

export const listPhones = () => call('/phones');

export const readScreen = phone => call(phonePath(phone));

export const act = (phone, action, body) => post(`${phonePath(phone)}/${action}`, body);

export function sendPicture(phone, blob, name) {
  const form = new FormData();
  form.append('file', blob, name);
  return call(`${phonePath(phone)}/image`, { method: 'POST', body: form });
}

export const readClock = () => call('/clock');

export const advanceClock = seconds => post('/clock', { advanceSeconds: seconds });

/** Calls back whenever anything changed on any phone; the browser reconnects by itself. */
export function watch(changed) {
  const events = new EventSource(`${root}/phones/events`);
  events.addEventListener('changed', changed);
}

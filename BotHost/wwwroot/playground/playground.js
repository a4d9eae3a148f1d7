// The playground: who is shown, and the stream that keeps it live.

import { listPhones, watch } from './api.js';
import { startClock, syncClock } from './clock.js';
import { element } from './elements.js';
import { Phone, roleName } from './phone.js';

const narrow = window.matchMedia('(max-width: 759px)');
const firstRoles = ['owner', 'engineer', 'supervisor', 'housekeeper'];
const phoneWidth = 340;

const people = document.getElementById('people');
const stage = document.getElementById('phones');
const hint = document.getElementById('hint');
const drawn = new Map();
const seen = new Map();
let known = [];
let shown = new Set(JSON.parse(sessionStorage.getItem('phones') ?? '[]'));

const key = phone => `${phone.kind}:${phone.id}`;

function fail(words) {
  hint.textContent = words;
  hint.hidden = false;
  setTimeout(() => { hint.hidden = true; }, 4000);
}

const firstOfRoles = () => firstRoles.map(role => known.find(phone => phone.role === role)).filter(Boolean);

const isUnread = phone => !shown.has(key(phone)) && phone.lastSeq > (seen.get(key(phone)) ?? 0);

function choosePhones() {
  const room = narrow.matches ? 1 : Math.max(1, Math.floor(window.innerWidth / phoneWidth));
  const present = [...shown].filter(id => known.some(phone => key(phone) === id));
  if (present.length === 0) {
    const first = firstOfRoles();
    const rest = known.filter(phone => !first.includes(phone));
    present.push(...[...first, ...rest].slice(0, room).map(key));
  }
  shown = new Set(narrow.matches ? present.slice(0, 1) : present);
}

/** The phones at hand: who plays the stories, who is shown, and who has something new. */
function phonesAtHand() {
  const owners = known.filter(phone => phone.kind === 'owner').slice(0, 2);
  const first = firstOfRoles();
  return known.filter(phone => owners.includes(phone) || first.includes(phone) || shown.has(key(phone)) || isUnread(phone));
}

function toggle(id) {
  if (narrow.matches) shown = new Set([id]);
  else if (!shown.delete(id)) shown.add(id);
  else if (shown.size === 0) shown.add(id);
  sessionStorage.setItem('phones', JSON.stringify([...shown]));
  draw();
  reveal(id);
  refresh();
}

/** Brings a phone that was picked up into view, and on a narrow screen its name. */
function reveal(id) {
  const nearest = { block: 'nearest', inline: 'nearest' };
  if (shown.has(id)) drawn.get(id)?.node.scrollIntoView(nearest);
  if (narrow.matches) people.querySelector('[aria-pressed="true"]')?.scrollIntoView(nearest);
}

function draw() {
  choosePhones();
  const atHand = phonesAtHand();
  people.replaceChildren(...atHand.map(drawPerson), drawRest(known.filter(phone => !atHand.includes(phone))));
  const visible = known.filter(phone => shown.has(key(phone)));
  for (const phone of visible) if (!drawn.has(key(phone))) drawn.set(key(phone), new Phone(phone, fail));
  const nodes = visible.map(phone => drawn.get(key(phone)).node);
  if (nodes.length !== stage.children.length || nodes.some((node, i) => node !== stage.children[i])) {
    stage.replaceChildren(...nodes);
    for (const phone of visible) drawn.get(key(phone)).scrollToEnd(); // a screen that was away starts at its top
  }
  for (const phone of visible) seen.set(key(phone), phone.lastSeq);
}

const drawPerson = phone => element('button', {
  type: 'button',
  class: isUnread(phone) ? 'person unread' : 'person',
  'aria-pressed': String(shown.has(key(phone))),
  onclick: () => toggle(key(phone)),
}, phone.name, element('small', {}, roleName(phone.role)));

function drawRest(rest) {
  if (rest.length === 0) return '';
  return element('select', { class: 'person', 'aria-label': '更多手机', onchange: event => toggle(event.target.value) },
    element('option', { value: '' }, '更多手机…'),
    rest.map(phone => element('option', { value: key(phone) }, `${phone.name} ${roleName(phone.role)}`)));
}

let running = false;
let again = false;

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    do {
      again = false;
      const { phones } = await listPhones();
      const introduced = phones.filter(phone => phone.introduced);
      known = introduced.length > 0 ? introduced : phones;
      draw();
      if (known.length === 0) fail('还没有登记业主和员工，请先用 setup 命令导入。');
      await Promise.all([...shown].map(id => drawn.get(id)?.refresh()));
    } while (again);
  } catch {
    fail('连不上服务，稍后会自动重试。');
  } finally {
    running = false;
  }
}

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.more[open]')) if (!menu.contains(event.target)) menu.open = false;
});
narrow.addEventListener('change', draw);
await startClock(fail).catch(() => fail('读不到时钟。'));
watch(() => { refresh(); syncClock().catch(() => {}); });
await refresh();

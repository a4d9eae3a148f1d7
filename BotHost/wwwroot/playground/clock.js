// The desk's clock: shown ticking, moved by the buttons.

import { advanceClock, readClock } from './api.js';

const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false,
});

const shortTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

const dayTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
});

let ahead = 0;

const now = () => new Date(Date.now() + ahead);

export const deskTime = () => shortTime.format(now());

const dayOf = date => date.toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' });

/** A message's time as chats show it: the hour today, else with the day. */
export function chatTime(at) {
  const date = new Date(at);
  return dayOf(date) === dayOf(now()) ? shortTime.format(date) : dayTime.format(date);
}

function show(time) {
  ahead = new Date(time.now) - Date.now();
  draw();
}

function draw() {
  document.getElementById('clock').textContent = format.format(now());
  for (const node of document.querySelectorAll('[data-desk-time]')) node.textContent = deskTime();
}

export async function startClock(failed) {
  for (const button of document.querySelectorAll('[data-minutes]')) {
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        show(await advanceClock(Number(button.dataset.minutes) * 60));
      } catch {
        failed('时钟没有拨动，请再试一次。');
      } finally {
        button.disabled = false;
      }
    });
  }
  setInterval(draw, 1000);
  await syncClock();
}

export async function syncClock() {
  show(await readClock());
}

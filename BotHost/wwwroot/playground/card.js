// Draws a WeCom card: head, emphasis, quote, rows, links, buttons.

import { element, isWebAddress, webLink } from './elements.js';

export function drawCard(item, on) {
  const card = item.card;
  return element('div', { class: 'card', 'data-task': card.taskId },
    head(card), emphasis(card), quote(card),
    card.subTitle ? element('p', { class: 'card-text' }, card.subTitle) : null,
    rows(card), jumps(card), buttons(item, on));
}

function head(card) {
  const words = [
    card.source ? element('span', { class: 'card-source' }, card.source) : null,
    card.title ? element('strong', { class: 'card-title' }, card.title) : null,
    card.description ? element('span', { class: 'card-description' }, card.description) : null,
  ];
  return isWebAddress(card.url) ? webLink(card.url, 'card-head', ...words) : element('div', { class: 'card-head' }, ...words);
}

const emphasis = card => card.emphasis
  ? element('div', { class: 'card-emphasis' }, element('strong', {}, card.emphasis), element('span', {}, card.emphasisDescription))
  : null;

const quote = card => card.quote ? element('blockquote', { class: 'card-quote' }, card.quote) : null;

function rows(card) {
  if (card.rows.length === 0) return null;
  return element('dl', { class: 'card-rows' }, card.rows.flatMap(row => [
    element('dt', {}, row.name),
    element('dd', {}, isWebAddress(row.url) ? webLink(row.url, 'link', row.value ?? '查看') : row.value),
  ]));
}

const jumps = card => card.jumps.map(jump =>
  isWebAddress(jump.url) ? webLink(jump.url, 'card-jump', jump.text) : element('span', { class: 'card-jump' }, jump.text));

function buttons(item, on) {
  const card = item.card;
  if (card.replaced) return element('div', { class: 'card-replaced' }, card.replaced);
  if (card.buttons.length === 0) return null;
  return element('div', { class: 'card-buttons' }, card.buttons.map(button => isWebAddress(button.url)
    ? webLink(button.url, `card-button style-${button.style}`, button.text)
    : element('button', {
      type: 'button',
      class: `card-button style-${button.style}`,
      onclick: event => press(event.currentTarget, () => on.press(item, button.key)),
    }, button.text)));
}

// A real client greys the button until its press was answered.
async function press(button, send) {
  button.disabled = true;
  try {
    await send();
  } finally {
    button.disabled = false;
  }
}

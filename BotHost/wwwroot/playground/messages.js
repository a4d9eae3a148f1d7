// Draws what a phone shows: bubbles, news, menus, grey lines.

import { chatTime } from './clock.js';
import { drawCard } from './card.js';
import { element, isWebAddress, webLink } from './elements.js';

const gap = 5 * 60 * 1000;
const anchor = /<a\s[^>]*?href\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a>/gi;
const bareAddress = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;
const tapScheme = 'weixin://bizmsgmenu?';

/** @param on what can be done: tap(choice), press(item, key) */
export function drawMessages(items, phone, on) {
  let shownAt = 0;
  const nodes = [];
  for (const item of items) {
    const at = new Date(item.at).getTime();
    if (at - shownAt >= gap) nodes.push(element('div', { class: 'when' }, chatTime(item.at)));
    shownAt = at;
    nodes.push(drawItem(item, phone, on));
  }
  return nodes;
}

function drawItem(item, phone, on) {
  if (item.from === 'system') return element('div', { class: 'notice' }, item.text);
  const mine = item.from === 'me';
  const face = element('span', { class: 'face', 'aria-hidden': 'true' }, mine ? phone.name.slice(0, 1) : '物');
  return element('div', { class: `message ${mine ? 'mine' : 'theirs'}`, 'data-seq': item.seq }, face, drawBody(item, on));
}

function drawBody(item, on) {
  switch (item.kind) {
    case 'image':
      return webLink(item.url, 'picture', element('img', { src: item.url, alt: '照片' }));
    case 'voice':
      return bubble(element('span', { class: 'voice' }, '语音'), item.text ? element('span', { class: 'recognised' }, item.text) : null);
    case 'location':
      return element('div', { class: 'bubble place' }, element('strong', {}, '位置'), element('span', {}, item.text));
    case 'link':
    case 'news':
      return drawNews(item);
    case 'menu':
      return bubble(element('p', {}, richText(item.markup, on)), element('div', { class: 'choices' }, item.choices.map(choice => choiceButton(choice, on))));
    case 'card':
      return drawCard(item, on);
    default:
      return bubble(item.markup ? richText(item.markup, on) : item.text);
  }
}

const bubble = (...children) => element('div', { class: 'bubble' }, ...children);

function drawNews(item) {
  const body = [
    element('strong', {}, item.title),
    item.text ? element('span', {}, item.text) : null,
    isWebAddress(item.pictureUrl) ? element('img', { src: item.pictureUrl, alt: '' }) : null,
  ];
  return isWebAddress(item.url) ? webLink(item.url, 'news', ...body) : element('div', { class: 'news' }, ...body);
}

const choiceButton = (choice, on) =>
  element('button', { type: 'button', class: 'choice', onclick: () => on.tap(choice) }, choice.content);

function richText(markup, on) {
  const nodes = [];
  let end = 0;
  for (const match of markup.matchAll(anchor)) {
    nodes.push(...plainText(markup.slice(end, match.index)), link(decode(match[1]), decode(match[2]), on));
    end = match.index + match[0].length;
  }
  return [...nodes, ...plainText(markup.slice(end))];
}

function plainText(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(bareAddress)) {
    nodes.push(text.slice(end, match.index), webLink(match[0], 'link', match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function link(url, words, on) {
  if (isWebAddress(url)) return webLink(url, 'link', words);
  if (!url.startsWith(tapScheme)) return words;
  const query = new URLSearchParams(url.slice(tapScheme.length));
  const choice = { id: query.get('msgmenuid') ?? '', content: query.get('msgmenucontent') ?? words };
  return element('button', { type: 'button', class: 'link tap', onclick: () => on.tap(choice) }, words);
}

function decode(text) {
  const box = document.createElement('textarea');
  box.innerHTML = text;
  return box.value;
}

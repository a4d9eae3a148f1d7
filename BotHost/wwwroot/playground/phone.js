// One phone: its frame, its screen, and what can be done on it.

import { act, readScreen, sendPicture } from './api.js';
import { deskTime } from './clock.js';
import { element } from './elements.js';
import { drawMessages } from './messages.js';
import { samplePhoto } from './samplePhoto.js';

const roles = {
  owner: '业主', family: '家人', tenant: '租户', engineer: '工程师', supervisor: '主管', housekeeper: '管家',
  desk: '客服', lead: '班组长', manager: '经理', security: '秩序', cleaning: '环境',
};

const ownerPhrases = ['厨房水管漏水', '物业费怎么收', '修得怎么样了', '快点啊都等一天了', '不用来了', '电梯困人了', '转人工'];

export const roleName = role => roles[role] ?? role;

export class Phone {
  constructor(phone, failed) {
    this.phone = phone;
    this.failed = failed;
    this.shown = '';
    this.screen = element('div', { class: 'screen', tabindex: '0', role: 'log', 'aria-live': 'polite' });
    this.screen.addEventListener('load', () => this.scrollToEnd(), true); // pictures grow the list after it was drawn
    this.footer = element('div', { class: 'footer' });
    this.node = element('section', { class: `phone ${phone.kind}`, 'data-phone': phone.id, 'aria-label': `${phone.name}的手机` },
      element('div', { class: 'label' }, phone.name, element('small', {}, roleName(phone.role))),
      element('div', { class: 'device' },
        element('div', { class: 'status' }, element('span', { 'data-desk-time': true }, deskTime()), element('span', {}, phone.kind === 'owner' ? '微信' : '企业微信')),
        element('div', { class: 'head' }, phone.kind === 'owner' ? '物业服务号' : '物业工单'),
        this.screen, this.footer));
    this.drawFooter(phone.following);
  }

  async refresh() {
    const { phone, items } = await readScreen(this.phone);
    const following = phone.kind === 'staff' || phone.following;
    if (following !== this.following) this.drawFooter(following);
    const state = JSON.stringify(items);
    if (state === this.shown) return;
    this.shown = state;
    this.screen.replaceChildren(...drawMessages(items, phone, this.actions()), this.emptyWords(items));
    this.scrollToEnd();
  }

  scrollToEnd() {
    this.screen.scrollTop = this.screen.scrollHeight;
  }

  emptyWords(items) {
    if (items.length > 0) return '';
    return element('div', { class: 'empty' }, this.phone.kind === 'owner' ? '关注公众号后，直接说出您的需要' : '派单和提醒会出现在这里');
  }

  actions() {
    return {
      tap: choice => this.run(() => act(this.phone, 'tap', choice)),
      press: (item, key) => this.run(() => act(this.phone, 'press', { seq: item.seq, key })),
    };
  }

  async run(action) {
    try {
      await action();
    } catch {
      this.failed('没有发送成功，请再试一次。');
    }
  }

  drawFooter(following) {
    this.following = following;
    this.footer.replaceChildren(...(following ? this.drawInput() : [this.drawFollow()]));
  }

  drawFollow() {
    return element('button', { type: 'button', class: 'follow', onclick: () => this.run(() => act(this.phone, 'follow', {})) }, '关注公众号');
  }

  drawInput() {
    const input = element('input', { class: 'input', type: 'text', placeholder: '发消息', 'aria-label': `${this.phone.name}发消息`, maxlength: '600', autocomplete: 'off' });
    const form = element('form', { class: 'compose', onsubmit: event => this.say(event, input) },
      this.drawMore(), input, element('button', { class: 'send' }, '发送'));
    return this.phone.kind === 'owner' ? [this.drawPhrases(), form] : [form];
  }

  say(event, input) {
    event.preventDefault();
    const content = input.value.trim();
    if (!content) return;
    input.value = '';
    this.run(() => act(this.phone, 'text', { content }));
  }

  drawPhrases() {
    return element('div', { class: 'phrases' }, [...this.phone.phrases, ...ownerPhrases].map(content =>
      element('button', { type: 'button', onclick: () => this.run(() => act(this.phone, 'text', { content })) }, content)));
  }

  drawMore() {
    const file = element('input', { type: 'file', accept: 'image/*', hidden: true, onchange: () => this.upload(file) });
    const choices = [
      ['示例照片', () => this.run(async () => sendPicture(this.phone, await samplePhoto(), 'photo.jpg'))],
      ['选择照片', () => file.click()],
      ...(this.phone.kind === 'owner' ? this.ownerChoices() : []),
    ];
    const menu = element('details', { class: 'more' }, element('summary', { 'aria-label': '更多' }, '＋'),
      element('div', { class: 'more-choices' }, choices.map(([words, action]) =>
        element('button', { type: 'button', onclick: () => { menu.open = false; action(); } }, words))), file);
    return menu;
  }

  ownerChoices() {
    return [
      ['语音', () => this.ask('说什么？', '三栋二单元电梯有异响', recognition => act(this.phone, 'voice', { recognition }))],
      ['位置', () => this.run(() => act(this.phone, 'location', { latitude: 31.2304, longitude: 121.4737, label: '小区东门岗亭' }))],
      ['扫码', () => this.ask('二维码里的场景值', '', scene => act(this.phone, 'scan', { scene }))],
      ['取消关注', () => this.run(() => act(this.phone, 'unfollow', {}))],
    ];
  }

  ask(question, suggestion, action) {
    const answer = window.prompt(question, suggestion);
    if (answer) this.run(() => action(answer));
  }

  upload(input) {
    const picture = input.files[0];
    input.value = '';
    if (picture) this.run(() => sendPicture(this.phone, picture, picture.name));
  }
}

// Writes Knowledge/Text/han.txt: the syllable of each common Han character, and the simplified form of traditional ones.
// Run: npm install && node make.mjs
// Sources: pinyin-pro 3.29.4 (MIT) for the syllables, opencc-js 1.4.2 (MIT AND Apache-2.0) for the forms.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import * as OpenCC from 'opencc-js';

const gb2312 = new TextDecoder('gb2312');
const common = [];
for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
        const character = gb2312.decode(new Uint8Array([high, low]));
        if (character.length === 1 && character >= '一' && character <= '鿿') common.push(character);
    }

const bySyllable = new Map();
for (const character of common) {
    const syllable = pinyin(character, { toneType: 'none', v: true });
    if (!/^[a-zv]+$/.test(syllable)) continue;
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
}

const toSimplified = ['hk', 'tw'].map(from => OpenCC.Converter({ from, to: 'cn' }));
const pairs = [];
for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified.map(convert => convert(character)).find(form => form !== character && form.length === 1);
    if (simplified && !common.includes(character)) pairs.push(character + simplified);
}

const lines = [
    '# Han characters: syllables without tone ("v" for ü), then traditional=simplified pairs. Made by eng/han-table/make.mjs; do not edit.',
    '# Sources: npm pinyin-pro 3.29.4 (MIT), npm opencc-js 1.4.2 (MIT AND Apache-2.0).',
    ...[...bySyllable.keys()].sort().map(syllable => `${syllable} ${bySyllable.get(syllable)}`),
    `= ${pairs.join('')}`,
];
writeFileSync(new URL('../../Knowledge/Text/han.txt', import.meta.url), lines.join('\n') + '\n');

import { expect, it } from 'vitest';
import { byGoods } from '../meaning/options.ts';
import { englishNames } from './goods-in-english.ts';

const lines = [
  'Bilge pump 12 V',
  'Shackle 10 mm, stainless',
  'Storage box 45 L',
  'Refuse sacks 120 L, roll of 50',
].map((label, index) => ({ type: 'line' as const, id: String(index + 1), label, goods: true }));

it.each([
  ['Bilgenpumpen', '2 Bilgenpumpen defekt', '1'],
  ['śmieci', 'worki na śmieci, podarte, 3 rolki', '4'],
])('goods named %s are a line in English', (product, text, line) => {
  expect(byGoods(product, text, lines)?.id).toBe(line);
});

it('goods are looked for by their English names, those of several words first', () => {
  expect(englishNames(['sacchi', 'cemento'])).toContain('cement');
  expect(englishNames(['sacs', 'poubelle'])[0]).toBe('refuse sack');
});

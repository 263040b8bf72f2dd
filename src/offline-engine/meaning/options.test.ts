import { describe, expect, it } from 'vitest';
import type { Option } from './context.ts';
import { byGoods } from './options.ts';

const lines: readonly Option[] = [
  'Ball valve DN25',
  'Thermostat 230 V',
  'Shackle 10 mm, stainless',
  'Vacuum bags 200×300 mm, box of 500',
  'Safety gloves, pair',
  'Delivery',
].map((label, index) => ({ type: 'line', id: String(index + 1), label, goods: label !== 'Delivery' }));

describe('the line that goods mean', () => {
  it.each([
    ['10 shackles are missing', '3'],
    ['the glove was torn', '5'],
    ['4 Kugelhähne fehlen', '1'],
    ['drei Edelstahlschäkel waren verbogen', '3'],
    ['faltan 3 termostatos', '2'],
    ['il manque 4 vannes à bille', '1'],
    ['mancano due valvole a sfera', '1'],
    ['brakuje 4 zaworów kulowych', '1'],
    ['termostatu nie było', '2'],
    ['er ontbreken 4 kogelkranen', '1'],
    ['faltam 5 pares de luvas', '5'],
  ])('"%s" is line %s', (text, line) => {
    expect(byGoods(undefined, text, lines)?.id).toBe(line);
  });

  it('is none where other goods are named, whatever box they came in', () => {
    expect(byGoods('nitrile masks', '5 boxes of nitrile masks were torn', lines)).toBeUndefined();
  });

  it('is the box where nothing else is named', () => {
    const crates: Option = { type: 'line', id: '1', label: 'Crates 12×1L', goods: true };
    expect(byGoods(undefined, 'only 100 crates arrived', [crates])?.id).toBe('1');
  });
});

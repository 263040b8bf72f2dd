import { describe, expect, it } from 'vitest';
import { readValues } from './read-values.ts';

const slotsOf = (text: string) => readValues(text, { today: '2026-03-16' }).slots;

describe('document numbers', () => {
  it.each([
    ['invoice 20418', { invoices: ['20418'] }],
    ['inv 20418', { invoices: ['INV-20418'] }],
    ['Rechnung Nr. INV-20418', { invoices: ['INV-20418'] }],
    ['case CASE-1187', { cases: ['CASE-1187'] }],
    ['case 1187', { cases: ['1187'] }],
    ['I want to dispute 20418', { invoices: ['20418'], cases: [] }],
    ['PO-8801', { orders: ['PO-8801'] }],
    ['send it to bob@acme.example', { emails: ['bob@acme.example'] }],
    ['we got 20000 pcs', { invoices: [] }],
    ['send me inv 10/11/2025', { invoices: [], date: '2025-11-10' }],
    ['sku A/12/345 was damaged', { invoices: [] }],
    ['on invoice 31000 5 of the hundred chairs came', { invoices: ['31000'] }],
    ['thirty-one thousand and twelve', { invoices: ['31012'] }],
    ['fattura SI/26/3410', { invoices: ['SI/26/3410'] }],
    ['na FV/2402/11/2026 brak 3 zgrzewek', { invoices: ['FV/2402/11/2026'] }],
    ['faktura FS 1182/11/2026', { invoices: ['FS 1182/11/2026'] }],
    ['take TCK-5530', { cases: ['TCK-5530'] }],
    ['status of CLM/26/331', { cases: ['CLM/26/331'] }],
    ['did our check 40882 land', { invoices: [] }],
    ['anything over 20k', { invoices: [] }],
    ['fra 2026/0733', { invoices: ['2026/0733'] }],
    ['na fv 30360', { invoices: ['30360'] }],
    ['FV-30360', { invoices: ['FV-30360'] }],
    ['invoice number thirty thousand four hundred and five', { invoices: ['30405'] }],
  ])('"%s"', (text, wanted) => {
    expect(slotsOf(text)).toMatchObject(wanted);
  });
});

describe('quantities and the role they play', () => {
  it.each([
    [
      'Only 100 crates arrived, I want a credit',
      { delivered: '100', reason: 'quantity_short', product: 'crates' },
    ],
    [
      'ordered 24 but only 20 came',
      { billed: '24', delivered: '20', claimed: '4', reason: 'quantity_short' },
    ],
    ['we got 44 instead of 50', { delivered: '44', billed: '50', claimed: '6' }],
    ['five of the forty are missing', { claimed: '5', billed: '40' }],
    ['12 of 100 were damaged', { claimed: '12', reason: 'damaged' }],
    ['20 crates never arrived', { claimed: '20' }],
    ['you billed 120 but we received 100', { billed: '120', delivered: '100', claimed: '20' }],
    ['update my claim: 12 missing, not 10', { claimed: '12' }],
    ['Wir haben nur 20 von 24 Dosen erhalten', { delivered: '20', billed: '24', claimed: '4' }],
    ['es fehlen 4 Dosen', { claimed: '4' }],
    ['sólo llegaron 20 de las 24 cajas', { delivered: '20', billed: '24' }],
    ["nous n'avons reçu que 20 des 24", { delivered: '20', billed: '24' }],
    ['faltam 4 caixas', { claimed: '4' }],
    ['half of the 24 came', { billed: '24', delivered: '12' }],
    ['a dozen', { quantity: '12' }],
    ['12.5 kg are missing', { claimed: '12.5' }],
    ['twenty-one drums are missing', { claimed: '21' }],
    ['two and a half dozen', { quantity: '30' }],
    ['one hundred and twenty drums are missing', { claimed: '120' }],
    ['two thousand three hundred bags are missing', { claimed: '2300' }],
    ['2000 5 litre cans, two hundred are missing', { claimed: '200' }],
    ['1 140 came instead of 1 200', { delivered: '1140', billed: '1200', claimed: '60' }],
    ['line 2 140 bags', { line: 2, quantity: '140' }],
    ['none of the 24 pillows came', { delivered: '0', claimed: '24', reason: 'not_delivered' }],
    ['you sent boxes 20x20, 12 of them', { quantity: '12' }],
    ['lids of 82 mm, 40 are missing', { claimed: '40' }],
  ])('"%s"', (text, wanted) => {
    expect(slotsOf(text)).toMatchObject(wanted);
  });

  it('reads no number where the language of the message has none', () => {
    const text = 'op INV-30418 ontbreken 3 dozen reiniger';
    expect(readValues(text, { today: '2026-03-16', language: 'nl' }).slots.claimed).toBe('3');
  });

  it('reads German numbers as they are spoken', () => {
    const { slots } = readValues('fünfundvierzig Dosen fehlen', { today: '2026-03-16', language: 'de' });
    expect(slots.claimed).toBe('45');
  });

  it('takes "not all" for neither all nor none', () => {
    expect(slotsOf('not all of them came')).not.toHaveProperty('all');
  });
});

describe('sums, lists and lines', () => {
  it.each([
    ['invoices over €1.234,50', { amounts: [{ value: '1234.50', currency: 'EUR', bound: 'min' }] }],
    ['the one for 500 euros', { amounts: [{ value: '500', currency: 'EUR' }] }],
    ['you charged 12.50 instead of 10.03', { amounts: [{ value: '12.50' }, { value: '10.03' }] }],
    ['we paid 1,209.60', { amounts: [{ value: '1209.60' }] }],
    ['9 euro 80 each', { amounts: [{ value: '9.80', currency: 'EUR' }] }],
    ['it is 6 euros 40, and', { amounts: [{ value: '6.40', currency: 'EUR' }] }],
    ['10 euros 12 boxes', { amounts: [{ value: '10', currency: 'EUR' }] }],
    ['you charged 40 euros 12 pumps are missing', { amounts: [{ value: '40', currency: 'EUR' }] }],
    ['Transfer 18 450,20 PLN', { amounts: [{ value: '18450.20', currency: 'PLN' }] }],
    ['the second one', { ordinal: 2 }],
    ['the last line', { line: -1 }],
    ['both of the overdue ones', { all: true, filter: 'overdue' }],
    ['the bigger one', { superlative: 'largest' }],
    ['the three most recent invoices', { count: 3, filter: 'last' }],
    ['line 2', { line: 2 }],
    ['Position 3 ist falsch', { line: 3 }],
  ])('"%s"', (text, wanted) => {
    expect(slotsOf(text)).toMatchObject(wanted);
  });

  it('reads number words that mean something else elsewhere only in their own language', () => {
    const dateOf = (language: string) =>
      readValues('hace dos semanas', { today: '2026-03-16', language }).slots.date;
    expect(dateOf('es')).toBe('2026-03-02');
    expect(dateOf('en')).toBeUndefined();
  });
});

describe('two dates in one message', () => {
  const text = 'we were short on 2 March 2026, can it wait until 18 April 2026';
  const dateOf = (more: object) => readValues(text, { today: '2026-03-16', ...more }).slots.date;

  it('the first counts for what was, the last for what lies ahead', () => {
    expect(dateOf({})).toBe('2026-03-02');
    expect(dateOf({ prefer: 'future' })).toBe('2026-04-18');
  });
});

import { expect, test } from 'vitest';
import { figuresIn } from './pdf/pdf-figures.ts';
import { runsOf } from './pdf/pdf-fonts.ts';
import { creditNotePdf } from './pdf-credit-note.ts';
import { invoicePdf } from './pdf-invoice.ts';
import { sampleCreditNote, sampleInvoice, sampleSeller } from './samples/sample.ts';

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array) => asText(bytes).match(/\/Type \/Page\b/g)?.length;

test('the same invoice gives the same bytes, another invoice others', async () => {
  const first = await invoicePdf(sampleInvoice(), sampleSeller, 'en');
  expect(asText(first)).toMatch(/^%PDF-1\.7/);
  expect(Buffer.compare(first, await invoicePdf(sampleInvoice(), sampleSeller, 'en'))).toBe(0);
  expect(
    Buffer.compare(first, await invoicePdf({ ...sampleInvoice(), number: 'X' }, sampleSeller, 'en')),
  ).not.toBe(0);
});

test('a credit note is written in the language of its reader, English when there are no words for it', async () => {
  const language = async (tag: string) => {
    const bytes = await creditNotePdf(sampleCreditNote(), sampleSeller, tag);
    return /\/Lang \((\w+)\)/.exec(asText(bytes))?.[1];
  };
  expect(await Promise.all(['de-AT', 'en', 'fr'].map(language))).toEqual(['de', 'en', 'en']);
});

test('long invoices go over as many pages as they need', async () => {
  const [line] = sampleInvoice().lines;
  if (!line) throw new Error('The sample has no line');
  const lines = Array.from({ length: 80 }, (_, index) => ({ ...line, line: index + 1 }));
  expect(pagesOf(await invoicePdf(sampleInvoice(), sampleSeller, 'en'))).toBe(1);
  expect(pagesOf(await invoicePdf({ ...sampleInvoice(), lines }, sampleSeller, 'en'))).toBe(5);
});

test('names from all over Europe find a font, what has none becomes a question mark', () => {
  expect(runsOf('Café Łódź')).toEqual([
    { script: 'latin', text: 'Café ' },
    { script: 'latin-ext', text: 'Ł' },
    { script: 'latin', text: 'ód' },
    { script: 'latin-ext', text: 'ź' },
  ]);
  expect(runsOf('Αθήνα').map((run) => run.script)).toEqual(['greek']);
  expect(runsOf('Київ').map((run) => run.script)).toEqual(['cyrillic']);
  expect(runsOf('a中').map((run) => run.text)).toEqual(['a?']);
});

test.each([
  { language: 'en', currency: 'EUR', minor: -5143, shows: '-€51.43' },
  { language: 'de', currency: 'EUR', minor: 123456789, shows: '1.234.567,89\u00a0€' },
  { language: 'en', currency: 'JPY', minor: 1500, shows: 'JP¥1,500' },
  {
    language: 'en',
    currency: 'KWD',
    minor: Number.MAX_SAFE_INTEGER,
    shows: 'KWD\u00a09,007,199,254,740.991',
  },
] as const)('$minor $currency is exact in $language', ({ language, currency, minor, shows }) => {
  expect(figuresIn(language, currency).money(minor)).toBe(shows);
});

test('a price shows the decimals of the currency, and more when it has them', () => {
  const { price, percent, date } = figuresIn('de', 'EUR');
  expect([price('15.5'), price('9.50325'), percent('7.7'), date('2026-03-02')]).toEqual([
    '15,50',
    '9,50325',
    '7,7\u00a0%',
    '02.03.2026',
  ]);
});

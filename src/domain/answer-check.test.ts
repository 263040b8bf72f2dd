import { describe, expect, test } from 'vitest';
import { ungroundedNumbers } from './answer-check.ts';

const invoice = JSON.stringify({
  number: 'INV-20418',
  issueDate: '2026-11-13',
  dueDate: '2026-11-30',
  currency: 'GBP',
  total: '2664.00',
  open: '2664.00',
  disputed: '0.00',
  status: 'open',
  orderNumber: 'PO-8777',
  net: '2220.00',
  tax: '444.00',
  lines: [
    {
      line: 1,
      description: 'Pallet',
      quantity: '4',
      unitCode: 'XPX',
      unitPrice: '85.00',
      net: '340.00',
      taxRate: '20',
    },
    {
      line: 2,
      description: 'Crates',
      quantity: '120',
      unitCode: 'XCR',
      unitPrice: '18.50',
      net: '2220.00',
      taxRate: '20',
    },
    {
      line: 3,
      description: 'Deposit, 5 kg',
      quantity: '5',
      unitCode: 'C62',
      unitPrice: '0.125',
      net: '0.63',
      taxRate: '0',
    },
  ],
});
const despatch = JSON.stringify({
  number: 'DN-7741',
  signedAt: '2026-11-12T09:14:00Z',
  delivered: '100',
  short: '20',
});
const bank = JSON.stringify({
  seller: 'Harbour & Vale',
  iban: 'GB29NWBK60161331926819',
  phone: '+44 117 496 0123',
});
const links = JSON.stringify({
  pdfUrl: 'https://pay.example/d/INV-20418.pdf?t=8f3a',
  expiresAt: '2026-11-21T16:15:00Z',
});
const passage =
  'Short deliveries are reported within 14 days. Interest is 1.5 % a month. Free freight from £5,000.00.';
const customer = 'only 100 crates came, and what about invoice 30121 or line 9? We paid 3.200 on 3 October';
const sources = [invoice, despatch, bank, links, passage, customer];

describe('answers that say what the records say are let through', () => {
  test.each([
    'Invoice INV-20418 of November 13, 2026: £2,664.00, open, due November 30, 2026. PO PO-8777.',
    'Your invoice INV 20418 is for £2,664 and due on 30 November 2026.',
    'It is due on the 30th of November, Nov 30 at the latest.',
    'Due 30/11/2026 or 11/30/2026, that is 2026-11-30.',
    'Invoices of November 2026 are in the list; 2026 is not over yet.',
    'Line 2: 120 crates × £18.50 = £2,220.00, plus 20% VAT (20 %), GBP 444.00.',
    '1. Pallet, 4 pallets at £85.00, £340.00\n2. Crates, 120 at £18.50, £2,220.00\n3. Deposit, £0.63',
    '- Pallet: £340.00\n- Crates: £2,220.00',
    'I found 3 lines on it. The 2nd is the crates.',
    'You say 100 of 120 crates arrived; DN-7741, signed on 12 November 2026 at 09:14, shows 100, so 20 are short (−20).',
    'It was signed at 10:14 in Berlin.',
    'Please pay to GB29 NWBK 6016 1331 9268 19 or call +44 117 496 0123.',
    'Here it is: https://pay.example/d/INV-20418.pdf?t=8f3a',
    'Write to billing@harbourvale.test or see https://harbourvale.test/help.',
    'You have 14 days to report it; interest is 1.5% a month. It is a 14-day window.',
    'There is no line 9 on INV-20418; it has lines 1 to 3.',
    'I cannot find invoice 30121 on your account.',
    'Your payment of 3,200 on 3 October is not booked yet.',
    'A transfer can take two working days to show.',
    'I can send it as PDF/A-3, as UBL 2.1 or by e-mail, 24/7.',
    'The deposit weighs 5kg and costs 0.125 each.',
    'Lines 1,2 and 3 are on it.',
    '**£2,664.00** is still open. (INV-20418)',
    'Hello! What can I do for you?',
    '',
  ])('%s', (answer) => {
    expect(ungroundedNumbers(answer, sources, 'en')).toEqual([]);
  });

  test.each([
    'Rechnung INV-20418 vom 13. November 2026: 2.664,00 £, offen, fällig am 30.11.2026.',
    'Sie ist am 30.11. fällig, also am 30. November.',
    'Position 2: 120 Kisten zu 18,50 £, zusammen 2.220,00 GBP zuzüglich 20 % MwSt.',
    'Geliefert wurden 100 am 12.11.2026 um 09:14 Uhr.',
    'Es sind noch 2664,00 Pfund offen.',
    'Das Pfand kostet 0,125 oder 0.125 je Stück.',
    'Die 2. Position ist in Ordnung.',
  ])('in German: %s', (answer) => {
    expect(ungroundedNumbers(answer, sources, 'de')).toEqual([]);
  });

  test('in French: amounts with spaces, months in small letters', () => {
    const answer =
      'La facture INV-20418 est de 2 664,00 £ (2 664,00 £), échéance le 30 novembre 2026, avoir -2 664,00 £.';
    expect(ungroundedNumbers(answer, sources, 'fr')).toEqual([]);
  });

  test.each([
    'O saldo é de 11\u00a0875,62\u00a0£.',
    'O saldo é de 11.875,62 £.',
    'O saldo é de £ 11.875,62.',
  ])('in Portuguese, as in Portugal and as in Brazil: %s', (answer) => {
    expect(ungroundedNumbers(answer, ['{"open":"11875.62","currency":"GBP"}'], 'pt')).toEqual([]);
  });
});

describe('what a person wrote in groups of thousands', () => {
  test.each([
    ['1 200', 'That is more than 1200, or 1,200.', []],
    ['12 345 678 parts', 'You said 12,345,678.', []],
    ['3 20', 'You said 320.', ['320']],
    ['1 2000', 'You said 12000.', ['12000']],
  ])('bears out the number as one: "%s"', (said, answer, found) => {
    expect(ungroundedNumbers(answer, [said], 'en')).toEqual(found);
  });
});

describe('what no record bears out is found', () => {
  test.each([
    { what: 'an amount', answer: 'Your total is £2,646.00.', found: ['£2,646.00'] },
    { what: 'a cent', answer: 'Your total is £2,664.01.', found: ['£2,664.01'] },
    { what: 'a wrong currency', answer: 'Your total is €2,664.00.', found: ['€2,664.00'] },
    { what: 'a count sold as money', answer: 'You get £120 back.', found: ['£120'] },
    { what: 'a line number sold as money', answer: 'You get £3.00 back.', found: ['£3.00'] },
    { what: 'a quantity', answer: 'DN-7741 shows 99 crates.', found: ['99'] },
    { what: 'a percentage', answer: 'VAT is 19%.', found: ['19'] },
    { what: 'a day', answer: 'It is due on 29 November 2026.', found: ['29 November 2026'] },
    { what: 'a year', answer: 'It is due on 30 November 2027.', found: ['30 November 2027'] },
    { what: 'a month', answer: 'That was in May 2026.', found: ['May 2026'] },
    { what: 'a numeric date', answer: 'It is due on 29/11/2026.', found: ['29/11/2026'] },
    { what: 'one end of a range', answer: 'From 13 to 28 November 2026.', found: ['13 to 28 November 2026'] },
    { what: 'an invoice', answer: 'I mean INV-20419.', found: ['INV-20419'] },
    { what: 'a credit note', answer: 'CN-2026-0007 is on its way.', found: ['CN-2026-0007'] },
    { what: 'a time', answer: 'We reply by 17:37.', found: ['17:37'] },
    {
      what: 'a bank account',
      answer: 'Pay to GB29 NWBK 6016 1331 9268 20.',
      found: ['GB29 NWBK 6016 1331 9268 20'],
    },
    { what: 'a link', answer: 'See https://evil.example/d/7.pdf', found: ['https://evil.example/d/7.pdf'] },
    { what: 'a day count', answer: 'You have a 30-day window, that is 30 days.', found: ['30-day', '30'] },
    { what: 'a shortened amount', answer: 'About £2.7k.', found: ['£2', '7'] },
    { what: 'an ordinal', answer: 'The 7th line.', found: ['7th'] },
    { what: 'a number after a list', answer: '1. Pallet\n2. Crates\nThat makes 48.', found: ['48'] },
  ])('$what: $answer', ({ answer, found }) => {
    expect(ungroundedNumbers(answer, sources, 'en')).toEqual(found);
  });

  test.each([
    { answer: 'Ihre Rechnung beträgt 2.646,00 £.', found: ['2.646,00 £'] },
    { answer: 'Fällig am 29.11.2026.', found: ['29.11.2026'] },
    { answer: 'Fällig am 1. Dezember.', found: ['1. Dezember'] },
    { answer: 'Es fehlen 21 Kisten.', found: ['21'] },
  ])('in German: $answer', ({ answer, found }) => {
    expect(ungroundedNumbers(answer, sources, 'de')).toEqual(found);
  });

  test('without any source every figure is one too many', () => {
    expect(ungroundedNumbers('INV-1 is £5.00, due 1 May 2026.', [], 'en')).toEqual([
      '1 May 2026',
      '£5.00',
      'INV-1',
    ]);
  });
});

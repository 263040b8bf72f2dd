import { describe, expect, test } from 'vitest';
import { afterYes } from './reading.ts';
import { type Question, understand } from './understand.ts';

const today = '2026-11-20';
const read = (text: string, question: Partial<Question> = {}) => {
  const { intents, slots } = understand({ text, side: 'customer', today, ...question });
  return { intents, slots };
};
const asked = { invoice: 'INV-40218', pending: 'dispute.open', asked: 'confirmation', claimed_qty: 10 };
const caseAsked = { case: 'CASE-1240', pending: 'rep.credit', asked: 'confirmation', claimed_qty: 6 };

describe('what was shown before', () => {
  const listed = ['INV-40218', 'INV-40233', 'INV-40241'];
  const shown = (text: string): Partial<Question> => ({
    context: [
      { role: 'user', text: 'what is open' },
      { role: 'assistant', text },
    ],
    state: { listed, pending: 'invoice.copy', asked: 'choice' },
  });

  test.each([
    ['the bigger one', 'INV-40233'],
    ['the smallest', 'INV-40241'],
    ['the second', 'INV-40233'],
  ])('tells which invoice "%s" is', (text, invoice) => {
    const said = 'You have INV-40218 (£1,412.60), INV-40233 (£6,880.00) and INV-40241 (£94.10). Which one?';
    expect(read(text, shown(said)).slots).toEqual({ invoice });
  });

  test('tells the sums that stand in a list, line by line', () => {
    const said =
      'Open:\n1. INV-40218, Nov 2, $412.60\n2. INV-40233, Nov 6, $80.00\n3. INV-40241, Nov 9, $2,075.35';
    expect(read('the big one', shown(said)).slots).toEqual({ invoice: 'INV-40241' });
  });

  test('tells nothing of a number by words of the next sentence, or by those within a longer number', () => {
    const said =
      'You have INV-40218 and INV-40233. The first is over £900. AINV-40218, £7.00 and INV-402185, £5.00 are paid; INV-40241 is £80.00.';
    expect(read('the bigger one', shown(said)).slots).toEqual({ invoice: 'INV-40241' });
  });

  test('tells the older of two cases by their days, and else by their numbers', () => {
    const state = { listed: ['CASE-2210', 'CASE-2198'], pending: 'case.status', asked: 'case' };
    const dated = 'CASE-2210 from October 2 or CASE-2198 from November 11?';
    const context: Question['context'] = [{ role: 'assistant', text: dated }];
    expect(read('the older one', { state, context }).slots).toEqual({ case: 'CASE-2210' });
    expect(read('the older one', { state }).slots).toEqual({ case: 'CASE-2198' });
  });

  test('compares numbers by their digits, and no sums where none is told', () => {
    const state = { listed: ['CASE-998', 'CASE-1002', 'CASE-1001'], asked: 'choice' };
    expect(read('the oldest one', { state }).slots).toEqual({ case: 'CASE-998' });
    expect(read('the newest', { state }).slots).toEqual({ case: 'CASE-1002' });
    expect(read('the largest', { state }).slots).toEqual({});
  });

  test('tells the line that an ordinal means', () => {
    const state = { invoice: 'INV-40365', listed: ['2', '5'], pending: 'dispute.open', asked: 'line' };
    expect(read('the first, please', { state }).slots).toEqual({ line: 2 });
  });

  test.each(['email me the middle one', 'celle du milieu', 'a do meio'])('has a middle: "%s"', (text) => {
    const state = { listed, pending: 'invoice.copy', asked: 'invoice' };
    expect(read(text, { state }).slots).toEqual({ invoice: 'INV-40233' });
    expect(read(text, { state: { ...state, listed: listed.slice(1) } }).slots).toEqual({});
  });

  test('picks nothing by "yes" or "that one" where several were offered', () => {
    expect(read('yes', { state: { listed, asked: 'choice' } }).intents).toEqual(['clarify']);
  });
});

describe('a correction', () => {
  test.each([
    ['12 not 10', { claimed_qty: 12 }],
    ['no wait, I said 10 but they are nine', { claimed_qty: 9 }],
    ['Correction. Six, not ten.', { claimed_qty: 6 }],
  ])('"%s" gives the number that did not stand', (text, slots) => {
    expect(read(text, { state: asked })).toEqual({ intents: ['correct'], slots });
  });

  test.each([
    ['not line 2, line 3', 3],
    ['no, it was not line 2, it was line 4', 4],
  ])('"%s" gives the line that did not stand', (text, line) => {
    expect(read(text, { state: { ...asked, line: 2 } })).toEqual({ intents: ['correct'], slots: { line } });
  });

  test.each([
    ['no, line 2, only 5 came', { line: 2, delivered_qty: 5, dispute_type: 'quantity_short' }],
    ['no not line 2, 3 missing', { line: 2, claimed_qty: 3, dispute_type: 'quantity_short' }],
    ['drop that to 5 please', { claimed_qty: 5 }],
    ['no la línea 2, la 3', { line: 3 }],
  ])('"%s" keeps what its number is of', (text, slots) => {
    expect(read(text, { state: { ...asked, line: 2 } })).toEqual({ intents: ['correct'], slots });
  });

  test('stands before what else is wanted', () => {
    expect(read('No, nine. And what happened to case 6211?', { state: asked })).toEqual({
      intents: ['correct', 'case.status'],
      slots: { claimed_qty: 9, case: 'CASE-6211' },
    });
  });

  test('of a wrong line says nothing of wrong goods', () => {
    expect(read('sorry wrong line, 4', { state: { ...asked, line: 3 } }).slots).not.toHaveProperty(
      'dispute_type',
    );
  });
});

describe('a yes', () => {
  test('with something that is to be different is a yes to who labels messages', () => {
    expect(read('yep but put it on inv 40219 not 18', { state: asked }).intents).toContain('affirm');
  });

  test('is none in "yeah nah"', () => {
    expect(read('yeah nah', { state: asked }).intents).toEqual(['deny']);
    expect(afterYes('yeah nah')).toBeUndefined();
    expect(afterYes('no zgadza się')).toBe('');
  });

  test.each(['you can go ahead and cancel it', 'yes, cancel it', 'ja, brechen Sie ab', 'yes stop'])(
    'that drops what was read back is none: "%s"',
    (text) => expect(read(text, { state: asked }).intents).toEqual(['cancel']),
  );

  test('before a goodbye is one where it is plain, and a goodbye is one beside any other question', () => {
    expect(read('yes thanks, bye', { state: asked }).intents).toEqual(['affirm']);
    expect(read('ok, bye for now', { state: { ...asked, asked: 'quantity' } }).intents).toEqual(['bye']);
  });
});

describe('on the rep side', () => {
  test.each([
    ['no, send new ones instead', 'rep.credit', 'rep.reorder'],
    ['Wrong way. Credit, do not resend', 'rep.reorder', 'rep.credit'],
  ])('"%s" wants another way than was read back', (text, pending, wanted) => {
    const { intents } = read(text, { side: 'rep', state: { ...caseAsked, pending } });
    expect(intents).toEqual(['correct', wanted]);
  });

  test.each(['no, replace instead', 'no, send it again instead, she needs the mops'])(
    'orders what it begins with, however like a question: "%s"',
    (text) =>
      expect(read(text, { side: 'rep', state: caseAsked }).intents).toEqual(['correct', 'rep.reorder']),
  );

  test.each(['should we resend instead?', 'shall we credit or reject it', 'soll ich das ablehnen?'])(
    'asks what is best and orders nothing: "%s"',
    (text) => {
      const state = { case: 'CASE-1240', last_intent: 'rep.credit' };
      expect(read(text, { side: 'rep', state }).intents).toEqual(['rep.resolve']);
    },
  );

  test('the reason for a rejection is no kind of dispute', () => {
    const state = { case: 'CASE-2240', pending: 'rep.reject', asked: 'reason' };
    expect(read('goods signed for, no shortage noted on the POD', { side: 'rep', state })).toEqual({
      intents: ['inform'],
      slots: {},
    });
  });

  test("a customer's overdue invoices are no overdue cases", () => {
    expect(read('Harborline, everything past due', { side: 'rep' })).toEqual({
      intents: ['invoice.find'],
      slots: { filter: 'overdue' },
    });
    expect(read('Overdue', { side: 'rep' }).intents).toEqual(['rep.queue']);
  });
});

describe('values', () => {
  test.each([
    ['stop billing us till jan 15, the warehouse is flooded', { date_to: '2027-01-15' }],
    [
      'please pause our invoices for two months from the 1st of December',
      { date_from: '2026-12-01', months: 2 },
    ],
    ['pausieren Sie bitte die Rechnungen bis zum 15. Januar', { date_to: '2027-01-15' }],
    ['please pause billing before the 1st of January', { date_to: '2027-01-01' }],
  ])('the one end of a pause that is said: "%s"', (text, slots) => {
    expect(read(text)).toEqual({ intents: ['billing.suspend'], slots });
  });

  test('letters that nobody listed belong to a number all the same', () => {
    expect(read('Send me a copy of invoice SI-77203 please').slots).toEqual({ invoice: 'SI-77203' });
  });

  test.each(['invoice nr-55120 please', 'no-55120 is wrong', 'facture num-55120'])(
    'a word for a number is no part of it: "%s"',
    (text) => expect(read(text).slots).toMatchObject({ invoice: 'INV-55120' }),
  );

  test('a short number in German, and where the question goes on', () => {
    expect(read('ist 1002 bezahlt?').slots).toEqual({ invoice: 'INV-1002' });
    const state = { invoice: 'INV-1002', last_intent: 'payment.status' };
    expect(read('und 1001?', { state })).toEqual({
      intents: ['payment.status'],
      slots: { invoice: 'INV-1001' },
    });
  });

  test('words that only tell how many are here say not what is wrong', () => {
    const state = { pending: 'dispute.open', asked: 'quantity', invoice: 'INV-40218', line: 1 };
    expect(read('just 7 are here', { state }).slots).not.toHaveProperty('dispute_type');
  });

  test.each(['is 2026 paid?', 'copy of 2025 please'])('a year is no short number: "%s"', (text) =>
    expect(read(text).slots).not.toHaveProperty('invoice'),
  );

  test('a short number that answers how many is no invoice', () => {
    const state = { pending: 'dispute.open', asked: 'quantity', invoice: 'INV-40218', line: 1 };
    expect(read('only on 1002 of them', { state }).slots).not.toHaveProperty('invoice');
  });

  test.each([
    'copy of 1002 please',
    'is 1002 paid?',
    'why is 1002 so expensive',
    '3 valves missing on 1002',
    'the valves on 1002 were quoted at 15, you have 17.40',
    'show 1002 and tell me what the delivery charge is for',
  ])('a short number where an invoice is meant: "%s"', (text) =>
    expect(read(text).slots).toMatchObject({ invoice: 'INV-1002' }),
  );

  test('a short number for which the last request is made again', () => {
    const state = { invoice: 'INV-1002', last_intent: 'payment.status' };
    expect(read('and 1001?', { state })).toEqual({
      intents: ['payment.status'],
      slots: { invoice: 'INV-1001' },
    });
  });

  test.each([
    ['did my payment of 2140 arrive?', { amount: 2140 }],
    ['what happened to case 1187', { case: 'CASE-1187' }],
    ['the price of 2400 is wrong', { dispute_type: 'wrong_price' }],
  ])('a short number that is of something else: "%s"', (text, slots) => {
    expect(read(text).slots).toEqual(slots);
  });

  test.each([
    ['his check 2281 ever post?', {}],
    ['did our check 40882 land', {}],
    ['anything over 10k?', { amount_min: 10000 }],
    ['iva 21 must be 0. fra 2026/0733', { invoice: '2026/0733', dispute_type: 'tax' }],
  ])('what is no number of a document: "%s"', (text, slots) => expect(read(text).slots).toEqual(slots));

  test('a number in groups is one', () => {
    const state = { pending: 'dispute.open', asked: 'quantity', invoice: 'INV-40218', line: 1 };
    expect(read('1 200', { state }).slots).toMatchObject({ claimed_qty: 1200 });
  });

  test('what bounds a search is none of the invoices that were shown', () => {
    const state = { listed: ['INV-40218', 'INV-40233'], asked: 'invoice', pending: 'invoice.copy' };
    expect(read('anything over 10k?', { state }).slots).toEqual({ amount_min: 10000 });
  });

  test.each(['maybe ten, twelve, didnt count', 'like nine ish', 'a dozen, more or less', '30 35 or so'])(
    'what is only guessed is no number: "%s"',
    (text) => {
      const state = { pending: 'dispute.open', asked: 'quantity', invoice: 'INV-40218', line: 1 };
      expect(read(text, { state })).toEqual({ intents: ['inform'], slots: {} });
    },
  );

  test('two cases are two', () => {
    expect(read('case 2219 and case 2225, where are we').slots).toEqual({ case: ['CASE-2219', 'CASE-2225'] });
  });

  test('what is dropped is not what is claimed', () => {
    const { intents, slots } = read('leave it please, I found the 4 sacks', { state: asked });
    expect(intents).toEqual(['cancel']);
    expect(slots).not.toHaveProperty('product');
  });
});

describe('a yes that says another number', () => {
  test.each([
    ["yes but it's eight, not six, I found my glasses", 8],
    ['yeah do it, but only 3', 3],
    ['uh huh yeah but it is five, Manny hollered it at me', 5],
    ['you may go ahead, but let the quantity read 17', 17],
    ['ja maar vier', 4],
  ])('is a yes and a correction: "%s"', (text, claimed) =>
    expect(read(text, { state: asked })).toEqual({
      intents: ['affirm', 'correct'],
      slots: { claimed_qty: claimed },
    }),
  );

  test.each([
    'yes please, I am here till 5',
    'yes, do file it now please, we close at 5',
    'yes please, the van is back at 5 tomorrow',
  ])('is none where the number takes the place of no other: "%s"', (text) =>
    expect(read(text, { state: asked }).intents).not.toContain('correct'),
  );

  test('is of how many a rep credits, and not of what came', () => {
    expect(read("Oui, mais seulement sept, s'il vous plaît.", { side: 'rep', state: caseAsked })).toEqual({
      intents: ['affirm', 'correct'],
      slots: { claimed_qty: 7 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const today = '2026-11-20';
const slotsOf = (text: string, state = {}) =>
  understand({ text, side: 'customer', state: { ...state }, today }).slots;

describe('the numbers of a claim', () => {
  it.each([
    [
      "INV-30417 says 40 sacks of malt. i counted 36. counted again because i'm an optimist. still 36",
      40,
      36,
      4,
    ],
    ['line 2 is 50 m of tubing. we got 5. someone lost a zero', 50, 5, 45],
    ['16 bags of cat biscuits on invoice 30450 and we got 12', 16, 12, 4],
  ])('add up in "%s"', (text, billed, delivered, claimed) => {
    expect(slotsOf(text)).toMatchObject({
      billed_qty: billed,
      delivered_qty: delivered,
      claimed_qty: claimed,
    });
  });

  it.each([
    ['only 5 came, 45 are missing', 45],
    ['short 2 dz fitted sheets', 24],
    ['missing: 1 doz cylinder vases', 12],
    ['you billed 14" lids, we needed others. eleven of them on INV-40388', 11],
    ['12OZ CUPS WERE SENT, WRONG ONES, 2 CARTONS', 2],
    ['six of the 96-well plates were cracked', 6],
  ])('are those of goods in "%s"', (text, claimed) => {
    expect(slotsOf(text).claimed_qty).toBe(claimed);
  });

  const readBack = { invoice: 'INV-30871', line: 1, pending: 'dispute.open', asked: 'confirmation' };
  it.each([
    ['not 4 but 14', 14],
    ['14, not 4', 14],
    ['nicht 4 sondern 14', 14],
    ['nie cztery tylko czternaście', 14],
    ['pas 4 mais 14', 14],
    ['niet 4 maar 14', 14],
    ['no cuatro sino catorce', 14],
    ['4, not 3', 4],
  ])('are what is meant in "%s", where 4 was read back', (text, claimed) => {
    expect(slotsOf(text, { ...readBack, claimed_qty: 4 }).claimed_qty).toBe(claimed);
  });

  it('are days where an extension waits, and sums where they have hundredths', () => {
    expect(
      slotsOf('30 better', { invoice: 'INV-61420', pending: 'due.extend', asked: 'confirmation' }),
    ).toEqual({
      days: 30,
    });
    expect(
      understand({
        text: '86,40 and not 84,60',
        side: 'rep',
        state: { case: 'CASE-3160', pending: 'rep.credit', asked: 'confirmation' },
        today,
      }).slots,
    ).toEqual({ amount: 86.4 });
  });
});

describe('the name of the goods', () => {
  it.each([
    ['me cobraron la máquina de humo y nunca llegó', 'máquina de humo'],
    ['sulla 2026/0502 ci sono 300 cuffie da doccia che nessuno ha ordinato', 'cuffie da doccia'],
    ['3 casques fendus dans le carton de mardi', 'casques'],
    ['la sierra la regresamos el tres de noviembre y la siguen cobrando', 'sierra'],
  ])('in "%s" is %s', (text, product) => {
    expect(slotsOf(text).product).toBe(product);
  });
});

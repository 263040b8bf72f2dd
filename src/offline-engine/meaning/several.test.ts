import { describe, expect, it } from 'vitest';
import { type Question, understand } from '../understand.ts';

const read = (text: string, more: Partial<Question> = {}) =>
  understand({ text, side: 'customer', today: '2026-11-20', ...more });

describe('several requests in a message', () => {
  it.each([
    ['send me a copy of INV-30112 and tell me if it has been paid', ['invoice.copy', 'payment.status']],
    ['statement for october please, and where do I pay', ['statement', 'payment.how']],
  ])('"%s"', (text, intents) => {
    expect(read(text).intents).toEqual(intents);
  });

  it.each(['why is there a pallet charge on INV-30112', 'please send me the statement for march and april'])(
    '"%s" is one',
    (text) => {
      expect(read(text).intents).toHaveLength(1);
    },
  );
});

describe('several disputes in a message', () => {
  it.each([
    [
      'line 4 never came and line 6 came broken',
      { line: [4, 6], dispute_type: ['not_delivered', 'damaged'] },
    ],
    [
      'six plungers missing and 2 brushes came broken on INV-41881',
      { claimed_qty: [6, 2], dispute_type: ['quantity_short', 'damaged'] },
    ],
  ])('"%s"', (text, slots) => {
    const found = read(text);
    expect(found.intents).toEqual(['dispute.open', 'dispute.open']);
    expect(found.slots).toMatchObject(slots);
  });
});

describe('what is said once in a message with several requests', () => {
  it('is not lost with the part that says it', () => {
    const found = read('2 gates came broken, invoice RE-2026-118. And what do we owe in all?');
    expect(found.intents).toEqual(['dispute.open', 'balance']);
    expect(found.slots).toMatchObject({ invoice: 'RE-2026-118', dispute_type: 'damaged', claimed_qty: 2 });
  });

  it('names the invoice of each dispute beside another request', () => {
    const found = read(
      'Price is wrong on line two. Count is short on line five. Invoice 30990. Then get me a person.',
    );
    expect(found.intents).toEqual(['dispute.open', 'dispute.open', 'human']);
    expect(found.slots).toMatchObject({ invoice: 'INV-30990', line: [2, 5] });
  });
});

describe('an answer with something else', () => {
  const waits = { state: { invoice: 'INV-30112', pending: 'dispute.open', asked: 'confirmation' } };
  const proposed = {
    side: 'rep' as const,
    state: { case: 'CASE-1187', pending: 'rep.credit', asked: 'confirmation' },
  };

  it('to a yes or no is read as both', () => {
    expect(read('yes, and send me the pdf', waits).intents).toEqual(['affirm', 'invoice.copy']);
    expect(read('no. first send me a copy of it', waits).intents).toEqual(['deny', 'invoice.copy']);
  });

  it('names the action that is wanted instead', () => {
    expect(read('no, send them again instead', proposed).intents).toEqual(['correct', 'rep.reorder']);
    expect(read('No credit. Send the goods again.', proposed).intents).toEqual(['correct', 'rep.reorder']);
  });

  it('is only the answer where nothing else is wanted', () => {
    expect(read('yes go ahead', waits).intents).toEqual(['affirm']);
    expect(read('no thanks', waits).intents).toEqual(['deny']);
  });
});

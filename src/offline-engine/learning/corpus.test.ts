import { describe, expect, it } from 'vitest';
import { count, noAccuracy } from './accuracy.ts';
import { type LabelledMessage, messagesOf } from './corpus.ts';

const line = (more: object): string =>
  JSON.stringify({ text: 'hello', side: 'customer', language: 'en', intents: ['greet'], ...more });

describe('the corpus', () => {
  it('is read a message a line, each with its author', () => {
    expect(messagesOf('03-bakery.jsonl', `${line({})}\n\n${line({ side: 'rep' })}\n`)).toEqual([
      expect.objectContaining({ author: '03-bakery', side: 'customer', slots: {} }),
      expect.objectContaining({ author: '03-bakery', side: 'rep' }),
    ]);
  });

  it.each([
    ['is not JSON', '{text: hello}', /03-bakery\.jsonl, line 2: /],
    ['names no side', line({ side: 'boss' }), /line 2: side /],
    ['has no intent', line({ intents: [] }), /line 2: intents /],
    ['has a field that is not known', line({ label: 'greet' }), /line 2: .*label/],
  ])('names file and line of a message that %s', (_, faulty, says) => {
    expect(() => messagesOf('03-bakery.jsonl', `${line({})}\n${faulty}\n`)).toThrow(says);
  });
});

describe('accuracy', () => {
  const message = (intents: string[], slots: LabelledMessage['slots'] = {}): LabelledMessage => ({
    author: '03-bakery',
    text: 'hello',
    side: 'customer',
    language: 'en',
    intents,
    slots,
  });
  const read = (intents: string[], slots: object = {}, confidence = 0.9) => ({
    intents,
    slots: { ...slots },
    confidence,
    language: 'en',
  });
  const counted = (wanted: LabelledMessage, got: ReturnType<typeof read>) => {
    const accuracy = noAccuracy();
    count(accuracy, wanted, got);
    return accuracy;
  };

  it('takes intents in any order, and all of several', () => {
    expect(counted(message(['balance', 'greet']), read(['greet', 'balance'])).several).toEqual({
      right: 1,
      of: 1,
    });
    const one = counted(message(['balance', 'human']), read(['human']));
    expect([one.customer, one.several]).toEqual([
      { right: 0, of: 1 },
      { right: 0, of: 1 },
    ]);
    expect([...one.confused]).toEqual([['balance+human > human', 1]]);
  });

  it('counts a value that was read too much as well as one that was missed', () => {
    const wanted = message(['dispute.open'], { invoice: 'INV-1003', claimed_qty: 6 });
    const { slots, documents, quantities, whole } = counted(
      wanted,
      read(['dispute.open'], { invoice: '1003', delivered_qty: 6 }),
    );
    expect({ slots, documents, quantities, whole }).toEqual({
      slots: { right: 1, of: 3 },
      documents: { right: 1, of: 1 },
      quantities: { right: 0, of: 2 },
      whole: { right: 0, of: 1 },
    });
  });

  it('counts another request than was made only where it was acted on without asking', () => {
    const wanted = message(['balance']);
    expect(counted(wanted, read(['invoice.find'])).wrongAtOnce.right).toBe(1);
    expect(counted(wanted, read(['invoice.find'], {}, 0.5)).wrongAtOnce.right).toBe(0);
    expect(counted(wanted, read(['dispute.open'])).wrongAtOnce.right).toBe(0);
    expect(counted(wanted, read(['clarify'])).wrongAtOnce.right).toBe(0);
  });

  it('tells what is not ours from what is', () => {
    expect(counted(message(['oos']), read(['balance'])).foreignTaken).toEqual({ right: 1, of: 1 });
    expect(counted(message(['oos']), read(['greet'])).foreignTaken).toEqual({ right: 0, of: 1 });
    expect(counted(message(['oos', 'balance']), read(['oos', 'balance'])).foreignTaken).toEqual({
      right: 0,
      of: 0,
    });
    expect(counted(message(['balance']), read(['oos'])).refused).toEqual({ right: 1, of: 1 });
    expect(counted(message(['thanks']), read(['oos'])).refused).toEqual({ right: 0, of: 0 });
  });
});

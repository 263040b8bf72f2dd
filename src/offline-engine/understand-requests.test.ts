import { describe, expect, test } from 'vitest';
import { type Question, understand } from './understand.ts';

const read = (text: string, question: Partial<Question> = {}) => {
  const { intents, slots } = understand({ text, side: 'customer', today: '2026-11-20', ...question });
  return { intents, slots };
};

describe('several requests', () => {
  test.each(['thanks so much, catch you later', 'merci beaucoup, bonne journée'])(
    'thanks and a goodbye are both: "%s"',
    (text) => expect(read(text).intents).toEqual(['thanks', 'bye']),
  );

  test('and so are a goodbye and thanks behind it', () => {
    expect(read('bye for now, and thanks so much').intents).toEqual(['bye', 'thanks']);
  });

  test('an invoice that is to be shown is a request beside a question about it', () => {
    expect(read('show 30162. and tell me what the environmental fee on it is').intents).toEqual([
      'invoice.find',
      'invoice.explain',
    ]);
  });
});

describe('several problems', () => {
  test('are told apart by their numbers, with no mark between', () => {
    expect(read('2 panes cracked 1 vent missing inv 40891')).toMatchObject({
      intents: ['dispute.open', 'dispute.open'],
      slots: { dispute_type: ['damaged', 'quantity_short'], claimed_qty: [2, 1] },
    });
  });

  test('are not made of how many the first was of', () => {
    const text = "the film came torn. 3 rolls. plus the towels aren't ours, never asked for them";
    expect(read(text)).toMatchObject({
      intents: ['dispute.open', 'dispute.open'],
      slots: { dispute_type: ['damaged', 'not_ordered'] },
    });
  });

  test('are not made of a remark on the charge before it', () => {
    const text = '4 of the 15 lamps do not light. You charged 19 for transport, which we never agreed to';
    expect(read(text).intents).toEqual(['dispute.open', 'dispute.open']);
  });

  test('have the line that is named before them', () => {
    const text = 'Line 1 is priced at 6.80 rather than 6.10; line 7, a pallet fee of £12, was never agreed.';
    expect(read(text).slots).toMatchObject({ line: [1, 7], dispute_type: ['wrong_price', 'freight'] });
  });

  test('are told apart by their lines', () => {
    expect(read('INV-40218: line 2 never came line 5 wrong size')).toEqual({
      intents: ['dispute.open', 'dispute.open'],
      slots: { invoice: 'INV-40218', line: [2, 5], dispute_type: ['not_delivered', 'wrong_item'] },
    });
  });

  test('are of the short number that is said once for both', () => {
    expect(read('1002: 3 valves missing plus you charged me 28 for delivery')).toMatchObject({
      intents: ['dispute.open', 'dispute.open'],
      slots: { invoice: 'INV-1002', claimed_qty: 3, dispute_type: ['quantity_short', 'freight'] },
    });
  });

  test('are not made of what only goes on about the first', () => {
    const text = "3 boxes of thickener short, 2 boxes of straws crushed, and I'm out of patience, inv 30410";
    expect(read(text).intents).toEqual(['dispute.open', 'dispute.open']);
  });
});

describe('what is not ours, and what is after all', () => {
  test.each([
    'can I talk to Mr Brandt',
    'posso parlare con la signora Ferri?',
    'kindly patch me through to the duty manager',
  ])('whoever is asked for by name is a person: "%s"', (text) =>
    expect(read(text).intents).toEqual(['human']),
  );

  test.each(['what does the hotel next door owe you?', 'how much has Mason Bakery still owing to you'])(
    'what others owe is not told: "%s"',
    (text) => expect(read(text)).toEqual({ intents: ['oos'], slots: {} }),
  );

  test.each([
    'how much do I owe you',
    'what do we still owe you in all?',
    'how much is still owing to you',
    "what's the balance owing to you?",
    'what is the amount outstanding and owing to you',
    'was schuldet unsere Firma Ihnen?',
  ])('what the company owes itself is: "%s"', (text) => expect(read(text).intents).toEqual(['balance']));

  test.each(['how much was paid to you for INV-30112', 'how much has been paid to you so far'])(
    'nor is what it paid: "%s"',
    (text) => expect(read(text).intents).not.toContain('oos'),
  );

  test('a rep who asks for what is in stock, with no case, is not read as one who sends it', () => {
    expect(read('how many drums of that do we have in stock?', { side: 'rep' }).intents).toEqual(['oos']);
  });

  test('goods and no more want something, and nobody can tell what', () => {
    expect(read('the towels').intents).toEqual(['clarify']);
  });

  test.each([
    ['5 pumps are cracked and ring me please', ['dispute.open', 'human']],
    ['copy of 40188 for the treasurer, and have Verna call', ['invoice.copy', 'human']],
  ])('a person is called for beside other requests: "%s"', (text, intents) =>
    expect(read(text).intents).toEqual(intents),
  );

  test.each([
    'show me everything you billed in august, the auditors come on Monday',
    'is there a bill from around the 3rd of November, my glasses are at the church',
  ])('a remark asks for nothing that is not ours: "%s"', (text) =>
    expect(read(text).intents).toEqual(['invoice.find']),
  );

  test.each(['open items', 'Offene Posten', 'partidas abiertas', 'otwarte pozycje'])(
    'open items, in the words of accountants: "%s"',
    (text) => expect(read(text)).toEqual({ intents: ['invoice.find'], slots: { filter: 'open' } }),
  );

  test.each(['ruft mich bitte zurück', 'rappelez-moi', 'please ring me', 'niech ktoś do mnie oddzwoni'])(
    'who wants to be called back wants a person: "%s"',
    (text) => expect(read(text).intents).toEqual(['human']),
  );

  test('what is not ours is told beside what is', () => {
    const said = 'show me my open invoices. and can you reset my password?';
    expect(read(said).intents).toEqual(['invoice.find', 'oos']);
  });
});

import { describe, expect, test } from 'vitest';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { Scenario } from '#evals/runner/scenario.ts';
import { nextMove, randomFrom, type Standing, typed } from './scripted-customer.ts';

const customerWith = (more: object) => {
  const { customer } = Scenario.parse({
    id: 'x',
    title: 'x',
    agent: 'customer',
    customer: { 'signed in as': 'Jane', 'opens with': 'Hello', ...more },
    expect: {},
  });
  if (!customer) throw new Error('The scenario has a customer');
  return customer;
};
const standing: Standing = {
  answer: '',
  state: 'bot',
  caseNamed: false,
  saidLines: 0,
  given: new Map(),
  unknownInARow: 0,
};
const asked = (disputedQuantity: string): ConfirmationView => ({
  id: 'c1',
  tool: 'open_dispute',
  facts: {
    invoiceNumber: 'INV-7',
    items: [
      {
        line: 2,
        description: 'Boxes',
        unitCode: 'C62',
        invoicedQuantity: '10',
        disputedQuantity,
        unitPrice: '1',
        net: '1',
      },
    ],
  },
});

describe('the scripted customer answers the kind of question, whatever its words', () => {
  const customer = customerWith({
    knows: { invoice: 'INV-7', received: 8 },
    answers: { line: 'The second one.', 'confirmation of 2': 'Yes.', 'any other confirmation': 'No.' },
    'ends when': 'the agent has named a case number',
  });
  test.each([
    ['Which invoice is it about?', 'INV-7'],
    ['Could you tell me which line you mean?', 'The second one.'],
    ['How many of the 10 units did not arrive?', '8'],
    ['Until when did you wait?', "I don't know."],
  ])('%s → %s', (answer, text) => {
    expect(nextMove(customer, { ...standing, answer })).toMatchObject({ does: 'say', text });
  });
  test.each([
    ['2', 'Yes.'],
    ['3', 'No.'],
  ])('a claim over %s is answered %s', (disputed, text) => {
    const move = nextMove(customer, {
      ...standing,
      answer: 'Shall I open the case?',
      asked: asked(disputed),
    });
    expect(move).toMatchObject({ does: 'say', text, answers: 'confirmation' });
  });
  test('it leaves once a case number is named', () => {
    expect(nextMove(customer, { ...standing, caseNamed: true })).toEqual({ does: 'leave' });
  });
  test('it does not wait for ever when nothing is asked', () => {
    expect(nextMove(customer, { ...standing, answer: 'All right.' })).toMatchObject({
      does: 'leave',
      unfinished: expect.stringContaining('nothing was asked'),
    });
  });
  test('it gives up after three questions it cannot answer', () => {
    const move = nextMove(customer, { ...standing, answer: 'Until when did you wait?', unknownInARow: 2 });
    expect(move).toMatchObject({
      does: 'leave',
      unfinished: expect.stringContaining('3 questions in a row'),
    });
  });
});

test('it gives a list of answers one after the other and repeats the last', () => {
  const customer = customerWith({ answers: { confirmation: ['What for?', 'Yes.'] } });
  const texts = [0, 1, 2].map((times) =>
    nextMove(customer, {
      ...standing,
      asked: asked('2'),
      answer: 'Shall I?',
      given: new Map([['confirmation', times]]),
    }),
  );
  expect(texts).toMatchObject([{ text: 'What for?' }, { text: 'Yes.' }, { text: 'Yes.' }]);
});

test('it presses the button of the card when told to', () => {
  const customer = customerWith({ answers: { confirmation: 'Yes.' }, 'confirms with': 'button' });
  expect(nextMove(customer, { ...standing, asked: asked('2') })).toEqual({ does: 'press', button: 'yes' });
});

test('the same seed makes the same slips, and numbers are never touched', () => {
  const text = 'Only 100 crates were delivered on INV-20418 although yesterday everything looked complete';
  const once = typed(text, 'many', randomFrom(7));
  expect(once).toBe(typed(text, 'many', randomFrom(7)));
  expect(once).not.toBe(text);
  expect(once).toContain('INV-20418');
  expect(typed(text, 'none', randomFrom(7))).toBe(text);
});

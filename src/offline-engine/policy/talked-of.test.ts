import { expect, it } from 'vitest';
import type { State } from '../memory/state.ts';
import { noSlots } from '../values/slots.ts';
import type { Turn } from './plan.ts';
import { talkedOf } from './talked-of.ts';

const summary = (number: string, issueDate: string) => ({
  number,
  issueDate,
  dueDate: '2026-12-11',
  orderNumber: 'NT-1',
  currency: 'EUR',
  total: '10.00',
  open: '10.00',
  disputed: '0.00',
  status: 'open',
});
const invoices = [
  summary('INV-1003', '2026-11-11'),
  summary('INV-1002', '2026-11-11'),
  summary('INV-1001', '2026-11-04'),
  summary('INV-999', '2026-11-04'),
];

/** The one before an invoice that was talked of last. */
function before(number: string): unknown {
  const known = new Map(invoices.map((invoice) => [invoice.number, { ...invoice, lines: [] }]));
  const state = { talkedOf: [number], invoices: known, context: { side: 'customer' } } as unknown as State;
  const request = { intent: 'invoice.find', slots: noSlots(), text: 'the one before it', score: 1 };
  const turn: Turn = { state, tools: new Set(), say: (key: string) => key };
  const plan = talkedOf(request, true, turn);
  const step = plan.next([]);
  expect(step.done).toBe(false);
  return plan.next([{ ok: true, result: { invoices } }]).value;
}

it.each([
  ['INV-1003', 'INV-1002'],
  ['INV-1002', 'INV-1001'],
  ['INV-1001', 'INV-999'],
])('before %s stands %s, though two are of one day', (number, wanted) => {
  expect(before(number)).toEqual([wanted]);
});

it('finds none before the first one', () => {
  expect(before('INV-999')).toEqual({ say: 'invoice.none' });
});

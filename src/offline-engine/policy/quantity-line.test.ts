import { expect, it } from 'vitest';
import { fold } from '../memory/fold.ts';
import { speaker } from '../speak/replies.ts';
import { noSlots } from '../values/slots.ts';
import { quantityLine } from './quantity-line.ts';
import { run } from './run.ts';

const today = '2026-11-21';
const line = (number: number, kind: string) => ({
  ...{ line: number, kind, itemId: `ITEM-${number}`, description: `Goods ${number}`, quantity: '10' },
  ...{ unitCode: 'C62', unitPrice: '2.00', net: '20.00', taxRate: '20', taxCategory: 'S' },
});
const invoice = {
  ...{ number: 'INV-1', issueDate: today, dueDate: today, currency: 'GBP', status: 'open', lines: [] },
  ...{ net: '40.00', tax: '8.00', total: '48.00', paid: '0.00', credited: '0.00', open: '48.00' },
  ...{ disputed: '48.00', billTo: { name: 'Kestrel' }, payments: [], creditNotes: [], cases: [] },
};
const whole = {
  ...{ caseNumber: 'CASE-1', caseType: 'dispute', state: 'new', shortDescription: 'Billed twice' },
  ...{ invoiceNumber: 'INV-1', currency: 'GBP', openedAt: today, nextStep: '', timeline: [] },
  items: [
    {
      ...{
        line: 0,
        state: 'new',
        description: 'Whole invoice',
        invoicedQuantity: '1',
        disputedQuantity: '1',
      },
      ...{ unitCode: 'C62', unitPrice: '40.00', disputed: '48.00', reasonCode: 'DUPLICATE_INVOICE' },
    },
  ],
};

/** The line a bare quantity is meant for, or the question, when the case is about an invoice as a whole. */
function meant(lines: readonly object[]) {
  const results = { get_case: whole, get_invoice: { ...invoice, lines } } as const;
  const calls = Object.entries(results).map(([tool, result]) => ({
    ...{ id: tool, tool, input: tool === 'get_case' ? { caseNumber: 'CASE-1' } : { invoiceNumber: 'INV-1' } },
    answer: { ok: true as const, result },
  }));
  const state = { ...fold([], { side: 'rep', today }), calls };
  const request = { intent: 'rep.credit', slots: { ...noSlots(), cases: ['CASE-1'] }, text: '4', score: 1 };
  const turn = { state, tools: new Set(Object.keys(results)), say: speaker('en') };
  const plan = quantityLine(request, turn);
  return run(
    (function* () {
      const found = yield* plan;
      if (found && 'say' in found) return found;
      return { say: found ? `line ${found.line}` : 'the whole case' };
    })(),
    turn,
  );
}

it('asks for a line of the invoice where the whole of it is in dispute', () => {
  expect(meant([line(1, 'goods'), line(2, 'goods')])).toMatchObject({ ask: 'line' });
});

it('takes the only goods of the invoice, never "line 0"', () => {
  expect(meant([line(1, 'goods'), line(2, 'freight')])).toEqual({ say: 'line 1' });
});

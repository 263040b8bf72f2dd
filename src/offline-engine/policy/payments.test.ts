import { describe, expect, it } from 'vitest';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import { answeredWith, type Results } from './answered-with.ts';

const invoice: InvoiceView = {
  ...{ number: 'INV-20395', issueDate: '2026-11-06', dueDate: '2026-12-06', currency: 'GBP' },
  ...{ net: '1137.60', tax: '227.52', total: '1365.12', paid: '0.00', credited: '28.62', open: '1336.50' },
  ...{ disputed: '62.70', status: 'partly_paid', billTo: { name: 'Kestrel' }, lines: [], cases: [] },
  ...{ payments: [], creditNotes: [{ number: 'CN-3297', issueDate: '2026-11-14', total: '28.62' }] },
};
const { number, dueDate, total, paid, credited, open, status } = invoice;
const payment = {
  ...{ number: 'PAY-5321', receivedOn: '2026-10-29', amount: '500.00', unapplied: '99.68' },
  appliedTo: [{ invoiceNumber: 'INV-20300', amount: '400.32' }],
};
const noteItem = {
  ...{ date: '2026-11-14', kind: 'credit_note', number: 'CN-3297', amount: '-28.62', balance: '0.00' },
};

const results: Results = {
  get_invoice: invoice,
  get_payment_status: {
    invoice: { number, dueDate, total, paid, credited, open, status },
    ...{ currency: 'GBP', payments: [] },
  },
  get_account_balance: {
    ...{ currency: 'GBP', open: '1336.50', overdue: '0.00', overdueCount: 0 },
    ...{ disputed: '0.00', undisputed: '1336.50', credit: '99.68' },
  },
  get_statement: {
    ...{ from: '2026-05-25', to: '2026-11-21', currency: 'GBP', opening: '0.00', closing: '0.00' },
    items: [noteItem],
  },
};

/** What is answered to a message when the tools find this. */
const answered = (text: string | readonly string[], found: Results = {}): string =>
  answeredWith(text, { ...results, ...found }, '2026-11-21');

describe('payments and credits', () => {
  it('name the credit that lowered what is open', () => {
    const words = answered('invoice INV-20395 - already paid part of it, whats left');
    expect(words).toContain('£1,336.50');
    expect(words).toContain('a credit of £28.62 (CN-3297)');
  });

  it('see no other payment when another sum than the booked one is named', () => {
    const some = { number, dueDate, total, paid: '200.00', credited: '0.00', open: '1165.12', status };
    const paidInPart = { get_payment_status: { invoice: some, currency: 'GBP', payments: [] } };
    const words = answered('we transferred 400 for INV-20395 last week, only 200?', paidInPart);
    expect(words).toContain('£200.00 is booked');
    expect(words).toContain('I see no other payment booked');
    expect(answered('did you get my payment for INV-20395?', paidInPart)).not.toContain('no other payment');
  });

  it('tell when an invoice is due, and what of it need not be paid meanwhile', () => {
    const words = answered('when is INV-20395 due?');
    expect(words).toContain('due 6 December 2026');
    expect(words).toContain('£62.70 of that is in dispute');
  });

  it('tell which payment a credit comes from', () => {
    const unapplied = { get_payment_status: { currency: 'GBP', payments: [payment] } };
    const words = answered('whats the credit of 99,68 for', unapplied);
    expect(words).toContain('£99.68 of payment PAY-5321, received on 29 October 2026');
    expect(words).not.toContain('CN-3297');
    expect(answered('show my credit notes', unapplied)).toContain('CN-3297 of 14 November 2026, £28.62');
  });

  it('explain a late fee by the line it stands on', () => {
    const line = {
      ...{ line: 2, kind: 'surcharge', itemId: 'FEE', description: 'Late payment fee', unitCode: 'C62' },
      ...{ quantity: '1', unitPrice: '12.00', net: '12.00', taxRate: '0', taxCategory: 'Z' },
    };
    const words = answered('why is there a late fee on INV-20395?', {
      get_invoice: { ...invoice, lines: [line] },
      explain_charge: { invoiceNumber: number, currency: 'GBP', line, arithmetic: '1 × 12.00 = 12.00' },
    });
    expect(words).toContain('Late payment fee');
    expect(words).toContain('£12.00');
    expect(words).not.toContain('no late fee');
  });

  it('take the sum that is booked for the one that is meant, and another for another', () => {
    const some = { number, dueDate, total, paid: '200.00', credited: '0.00', open: '1165.12', status };
    const paidInPart = { get_payment_status: { invoice: some, currency: 'GBP', payments: [] } };
    expect(answered('i paid £200.00 on INV-20395', paidInPart)).not.toContain('no other payment');
    expect(answered('i paid £150.00 on INV-20395', paidInPart)).toContain('no other payment');
  });

  it('list the credit notes of the time that is named', () => {
    const asked: unknown[] = [];
    const get_statement = (input: unknown) => {
      asked.push(input);
      return results.get_statement;
    };
    answered('show my credit notes from october', { get_statement });
    expect(asked).toEqual([{ from: '2026-10-01', to: '2026-10-31' }]);
  });

  it('take the only overdue invoice for the one that is meant after the balance', () => {
    const due = { ...invoice, status: 'overdue', dueDate: '2026-11-16' };
    const summary = { ...invoice, status: 'overdue', dueDate: '2026-11-16' };
    const overdue: Results = {
      get_invoice: due,
      find_invoices: { invoices: [summary], total: 1 },
      get_account_balance: { ...Object(results.get_account_balance), overdue: '1336.50', overdueCount: 1 },
    };
    const late = answered(['do i owe you anything?', 'why is that one late'], overdue);
    expect(late).toContain('INV-20395 is not paid yet');
    expect(late).toContain('was due on 16 November 2026');
    const paidTalk = ['do i owe you anything?', 'i paid it on 5 November'];
    expect(answered(paidTalk, overdue)).toContain('that payment booked on invoice INV-20395');
    expect(answered([...paidTalk, 'can you check again'], overdue)).toContain('looked again');
    expect(answered([...paidTalk, 'können Sie noch einmal nachsehen?'], overdue)).toMatch(
      /looked again|noch einmal nachgesehen/,
    );
    const german = ['Schulde ich euch etwas?', 'Warum ist die überfällig?'];
    expect(answered(german, overdue)).toMatch(/INV-20395.*\n?.*noch nicht bezahlt/);
  });
});

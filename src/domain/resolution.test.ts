import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Invoice, InvoiceLine } from './invoice.ts';
import { netAt } from './pricing.ts';
import { assertOneRemedyPerUnit, type EarlierRemedies } from './remedy-lines.ts';
import { type CreditLine, creditNoteFor, replacementOrderFor } from './resolution.ts';
import { taxTotal } from './tax.ts';

const line = (
  number: number,
  quantity: string,
  unitPrice: string,
  more: Partial<InvoiceLine> = {},
): InvoiceLine => ({
  line: number,
  kind: 'goods',
  itemId: `ITEM-${number}`,
  description: `Item ${number}`,
  invoicedQuantity: { value: quantity, unitCode: 'C62' },
  unitPrice,
  priceBaseQuantity: '1',
  netMinor: netAt({ unitPrice, priceBaseQuantity: '1' }, quantity, 'EUR'),
  taxCategory: 'S',
  taxRate: '21',
  ...more,
});

const invoiceWith = (...lines: InvoiceLine[]): Invoice => {
  const netMinor = lines.reduce((sum, one) => sum + one.netMinor, 0);
  const { taxMinor } = taxTotal(lines, 'EUR');
  return {
    number: 'INV-1003',
    accountId: 'ACC-1',
    typeCode: '380',
    issueDate: '2026-11-13',
    dueDate: '2026-12-13',
    currency: 'EUR',
    orderNumber: 'PO-7',
    billTo: { name: 'Brightwell Foods' },
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    prepaidMinor: 0,
    lines,
  };
};

const invoice = invoiceWith(
  line(1, '2', '100'),
  line(2, '10', '42.50'),
  line(3, '1', '30', { kind: 'freight' }),
);
const nothing: EarlierRemedies = { credits: [], replacements: [] };
const about = { reasonCode: 'SHORT_DELIVERY', issueDate: '2026-11-21' } as const;
const credit = (lines: CreditLine[], earlier = nothing, of = invoice) =>
  creditNoteFor(of, lines, earlier, about);

test('one missing piece of INV-1003 is credited with 42.50 and 8.93 tax, 51.43 together', () => {
  expect(credit([{ line: 2, quantity: '1' }])).toEqual({
    accountId: 'ACC-1',
    issueDate: '2026-11-21',
    currency: 'EUR',
    invoiceNumber: 'INV-1003',
    invoiceIssueDate: '2026-11-13',
    reasonCode: '4',
    billTo: { name: 'Brightwell Foods' },
    netMinor: 4250,
    taxMinor: 893,
    totalMinor: 5143,
    lines: [
      {
        line: 1,
        invoiceLine: 2,
        itemId: 'ITEM-2',
        description: 'Item 2',
        creditedQuantity: { value: '1', unitCode: 'C62' },
        unitPrice: '42.50',
        priceBaseQuantity: '1',
        netMinor: 4250,
        taxCategory: 'S',
        taxRate: '21',
      },
    ],
  });
});

describe('a credit', () => {
  test.each<{ what: string; lines: CreditLine[]; earlier?: EarlierRemedies; code: string }>([
    { what: 'of no line', lines: [], code: 'invalid' },
    {
      what: 'of a line named twice',
      lines: [
        { line: 2, quantity: '1' },
        { line: 2, quantity: '1' },
      ],
      code: 'invalid',
    },
    { what: 'of a line that is not there', lines: [{ line: 9, quantity: '1' }], code: 'not-found' },
    { what: 'of zero', lines: [{ line: 2, quantity: '0.0' }], code: 'invalid' },
    { what: 'of less than zero', lines: [{ line: 2, quantity: '-1' }], code: 'invalid' },
    { what: 'of words', lines: [{ line: 2, quantity: 'all' }], code: 'invalid' },
    { what: 'of more than was billed', lines: [{ line: 2, quantity: '10.001' }], code: 'over-credit' },
    {
      what: 'of what was credited before',
      lines: [{ line: 2, quantity: '1' }],
      earlier: { ...nothing, credits: [credit([{ line: 2, quantity: '10' }])] },
      code: 'over-credit',
    },
    {
      what: 'of what was sent again',
      lines: [{ line: 2, quantity: '2' }],
      earlier: { ...nothing, replacements: [{ line: 2, quantity: '9' }] },
      code: 'over-credit',
    },
    {
      what: 'of no price difference',
      lines: [{ line: 2, quantity: '1', priceDifference: '0' }],
      code: 'over-credit',
    },
    {
      what: 'of a negative price difference',
      lines: [{ line: 2, quantity: '1', priceDifference: '-2' }],
      code: 'invalid',
    },
    {
      what: 'beyond an invoice that was credited as a whole',
      lines: [{ line: 2, quantity: '1' }],
      earlier: {
        ...nothing,
        credits: [{ invoiceNumber: 'INV-1003', netMinor: 62_000, taxMinor: 13_020, lines: [] }],
      },
      code: 'over-credit',
    },
  ])('$what is refused', ({ lines, earlier, code }) => {
    expect(() => credit(lines, earlier)).toThrow(expect.objectContaining({ name: 'Refusal', code }));
  });

  test('of another invoice takes nothing away from this one', () => {
    const other = { ...credit([{ line: 2, quantity: '10' }]), invoiceNumber: 'INV-1004' };
    expect(credit([{ line: 2, quantity: '10' }], { ...nothing, credits: [other] }).netMinor).toBe(42_500);
  });

  test('of a price gives the difference for each unit, never more than the line', () => {
    expect(credit([{ line: 2, quantity: '10', priceDifference: '0.55' }])).toMatchObject({
      netMinor: 550,
      taxMinor: 116,
    });
    expect(credit([{ line: 2, quantity: '10', priceDifference: '50' }])).toMatchObject({ netMinor: 42_500 });
  });

  test('of a fraction of a cent is refused, because a line of nothing is no credit', () => {
    const tiny = invoiceWith(line(1, '1000', '0.003'));
    expect(() => credit([{ line: 1, quantity: '1' }], nothing, tiny)).toThrow(
      expect.objectContaining({ code: 'over-credit' }),
    );
  });
});

test('credits piece by piece end with exactly the invoice: net, tax and total', () => {
  const piece = fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 5 }));
  const price = fc.integer({ min: 10, max: 99_999 }).map((cents) => (cents / 1000).toFixed(3));
  const rate = fc.constantFrom('0', '5', '8.1', '19', '21');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      price,
      price,
      rate,
      rate,
      (pieces, priceA, priceB, rateA, rateB) => {
        const of = invoiceWith(
          line(1, '7', priceA, { taxRate: rateA }),
          line(2, '9', priceB, { taxRate: rateB }),
        );
        const left = new Map([
          [1, 7],
          [2, 9],
        ]);
        const credits: ReturnType<typeof credit>[] = [];
        const creditedOn = (number: number) =>
          credits
            .flatMap((one) => one.lines)
            .filter((one) => one.invoiceLine === number)
            .reduce((sum, one) => sum + one.netMinor, 0);
        const give = (number: number, quantity: number) => {
          // Of goods at a fraction of a cent, rounding up can credit the whole net before the last unit: then nothing is left.
          if (creditedOn(number) === of.lines.find((one) => one.line === number)?.netMinor) return;
          credits.push(credit([{ line: number, quantity: String(quantity) }], { ...nothing, credits }, of));
          left.set(number, (left.get(number) ?? 0) - quantity);
        };
        for (const [number, quantity] of pieces)
          if (quantity <= (left.get(number) ?? 0)) give(number, quantity);
        const total = (field: 'netMinor' | 'taxMinor' | 'totalMinor') =>
          credits.reduce((sum, one) => sum + one[field], 0);
        expect(total('netMinor')).toBeLessThanOrEqual(of.netMinor);
        expect(total('taxMinor')).toBeLessThanOrEqual(of.taxMinor);
        for (const [number, quantity] of left) if (quantity > 0) give(number, quantity);
        expect([total('netMinor'), total('taxMinor'), total('totalMinor')]).toEqual([
          of.netMinor,
          of.taxMinor,
          of.totalMinor,
        ]);
      },
    ),
  );
});

test('half cents of tax rounded up on each credit stop at the tax of the invoice', () => {
  const of = invoiceWith(line(1, '10', '0.05', { taxRate: '10' }));
  const credits: ReturnType<typeof credit>[] = [];
  for (let piece = 0; piece < 10; piece += 1) {
    credits.push(credit([{ line: 1, quantity: '1' }], { ...nothing, credits }, of));
  }
  expect(credits.map((one) => one.taxMinor)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
});

describe('goods sent again', () => {
  test('refer to the invoice line and cost nothing, but count towards the limit', () => {
    expect(replacementOrderFor(invoice, [{ line: 2, quantity: '2' }], nothing)).toEqual({
      accountId: 'ACC-1',
      invoiceNumber: 'INV-1003',
      orderNumber: 'PO-7',
      currency: 'EUR',
      charged: false,
      valueMinor: 8500,
      lines: [
        {
          line: 1,
          invoiceLine: 2,
          itemId: 'ITEM-2',
          description: 'Item 2',
          orderedQuantity: { value: '2', unitCode: 'C62' },
          unitPrice: '0',
        },
      ],
    });
  });

  test.each([
    { what: 'freight', lines: [{ line: 3, quantity: '1' }], earlier: nothing, code: 'not-possible' },
    {
      what: 'more than was billed',
      lines: [{ line: 1, quantity: '3' }],
      earlier: nothing,
      code: 'over-credit',
    },
    {
      what: 'what was credited',
      lines: [{ line: 2, quantity: '1' }],
      earlier: { ...nothing, credits: [credit([{ line: 2, quantity: '10' }])] },
      code: 'over-credit',
    },
    {
      what: 'what was sent again before',
      lines: [{ line: 1, quantity: '1' }],
      earlier: { ...nothing, replacements: [{ line: 1, quantity: '2' }] },
      code: 'over-credit',
    },
  ])('are never $what', ({ lines, earlier, code }) => {
    expect(() => replacementOrderFor(invoice, lines, earlier)).toThrow(expect.objectContaining({ code }));
  });
});

test.each([
  { what: '2 sent again and 1 credited of 3', credited: '1', replaced: '2', allowed: true },
  { what: '3 credited of 3', credited: '3', replaced: '0', allowed: true },
  { what: '3 sent again and 1 of them credited too', credited: '1', replaced: '3', allowed: false },
])('$what is allowed: $allowed', ({ credited, replaced, allowed }) => {
  const split = () =>
    assertOneRemedyPerUnit(
      [{ line: 2, quantity: '3' }],
      [{ line: 2, quantity: credited }],
      [{ line: 2, quantity: replaced }],
    );
  if (allowed) expect(split()).toBeUndefined();
  else expect(split).toThrow(expect.objectContaining({ code: 'over-credit' }));
});

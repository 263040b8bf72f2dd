import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CreditNote } from '#domain/credit-note.ts';
import type { Invoice, InvoiceLine, Party } from '#domain/invoice.ts';
import { roundToMinor } from '#domain/money.ts';
import type { Order } from '#domain/order.ts';
import { plainDecimal } from '#domain/quantity.ts';
import { taxTotal } from '#domain/tax.ts';
import { given } from './given-members.ts';
import { lineKinds } from './line-kind.ts';
import { readUbl } from './read-ubl.ts';
import { bytesOf, sampleCreditNote, sampleInvoice, sampleSeller } from './samples/sample.ts';
import { creditNoteXml } from './ubl-credit-note-writer.ts';
import { invoiceXml } from './ubl-invoice-writer.ts';
import { orderXml } from './ubl-order-writer.ts';

const reread = (xml: string) => readUbl(bytesOf(xml), 'ours.xml');

// Text as people type it: any letters, no spaces at the ends, nothing XML cannot hold.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
  .map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff]/g, '').trim())
  .filter((text) => text !== '');
const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{2,11}$/);
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'GBP');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const decimal = (most: number) =>
  fc
    .tuple(fc.nat({ max: most }), fc.nat({ max: 99_999 }))
    .map(([whole, part]) => plainDecimal(`${whole}.${part}`));
const party: fc.Arbitrary<Party> = fc
  .record({ name: words, street: optional(words), city: optional(words), postalCode: optional(code) })
  .map(({ name, ...address }) => ({ name, ...given(address) }));
const taxed = fc.constantFrom(
  { taxCategory: 'S', taxRate: '19' },
  { taxCategory: 'S', taxRate: '7.7' },
  { taxCategory: 'Z', taxRate: '0' },
  { taxCategory: 'AE', taxRate: '0' },
  { taxCategory: 'O', taxRate: '0' },
);

const line = (money: string) =>
  fc
    .record({
      kind: fc.constantFrom(...lineKinds),
      itemId: code,
      description: words,
      quantity: decimal(9999),
      unitCode: fc.constantFrom('C62', 'KGM', 'XCT', 'HUR'),
      unitPrice: decimal(99_999),
      priceBaseQuantity: fc.constantFrom('1', '100', '12.5'),
      adjustment: fc.integer({ min: -5000, max: 5000 }),
      tax: taxed,
      orderLine: optional(fc.integer({ min: 1, max: 999 })),
      note: optional(words),
    })
    .map(({ quantity, unitCode, adjustment, tax, orderLine, note, ...rest }) => ({
      ...rest,
      ...tax,
      ...given({ orderLine, note }),
      invoicedQuantity: { value: quantity, unitCode },
      netMinor:
        roundToMinor(new Big(quantity).times(rest.unitPrice).div(rest.priceBaseQuantity), money) + adjustment,
    }));

const invoice: fc.Arbitrary<Invoice> = currency.chain((money) =>
  fc
    .record({
      number: code,
      accountId: code,
      dates: fc.tuple(date, date),
      head: fc.record({
        orderNumber: optional(code),
        buyerReference: optional(words),
        contractNumber: optional(code),
      }),
      billTo: party,
      shipTo: optional(party),
      note: optional(words),
      prepaidMinor: fc.nat({ max: 10_000 }),
      drafts: fc.array(line(money), { minLength: 1, maxLength: 8 }),
      roundedByLine: fc.integer({ min: -1, max: 1 }),
    })
    .map(({ dates, head, shipTo, note, drafts, roundedByLine, ...rest }) => {
      const lines: InvoiceLine[] = drafts.map((draft, index) => ({ line: index + 1, ...draft }));
      const netMinor = lines.reduce((sum, one) => sum + one.netMinor, 0);
      const taxMinor = taxTotal(lines, money).taxMinor + roundedByLine;
      return {
        ...rest,
        typeCode: '380',
        issueDate: dates[0],
        dueDate: dates[1],
        currency: money,
        ...given({ ...head, shipTo, note }),
        netMinor,
        taxMinor,
        totalMinor: netMinor + taxMinor,
        lines,
      };
    }),
);

test('an invoice that is written and read again is the same invoice', () => {
  fc.assert(
    fc.property(invoice, (original) => {
      expect(reread(invoiceXml(original, sampleSeller)).document).toEqual(original);
    }),
  );
});

const creditNote: fc.Arbitrary<CreditNote> = fc
  .tuple(invoice, optional(code), optional(words), optional(date))
  .map(([original, reasonCode, reason, invoiceIssueDate]) => ({
    number: original.number,
    accountId: original.accountId,
    issueDate: original.issueDate,
    currency: original.currency,
    invoiceNumber: `INV-${original.number}`,
    ...given({ invoiceIssueDate, reasonCode, reason }),
    billTo: original.billTo,
    netMinor: original.netMinor,
    taxMinor: original.taxMinor,
    totalMinor: original.totalMinor,
    lines: original.lines.map(({ kind: _, note: __, orderLine, invoicedQuantity, ...rest }) => ({
      ...rest,
      creditedQuantity: invoicedQuantity,
      ...given({ invoiceLine: orderLine }),
    })),
  }));

test('a credit note that is written and read again is the same credit note', () => {
  fc.assert(
    fc.property(creditNote, (original) => {
      expect(reread(creditNoteXml(original, sampleSeller)).document).toEqual(original);
    }),
  );
});

test('a replacement order that is written and read again is the same order', () => {
  const order: Order = {
    number: 'RPL-1187',
    accountId: 'K-10442',
    issueDate: '2026-03-20',
    currency: 'EUR',
    note: 'Replacement for line 1 of RG-2026-0417',
    lines: [
      {
        line: 1,
        itemId: 'SV-3300',
        description: 'Papierservietten',
        orderedQuantity: { value: '2', unitCode: 'XCT' },
        unitPrice: '0',
      },
    ],
  };
  expect(reread(orderXml(order, sampleSeller, { name: 'Café Łódź & Söhne' })).document).toEqual(order);
});

test('allowances and charges on the document stay on the document', () => {
  const xml = invoiceXml(sampleInvoice(), sampleSeller);
  expect(xml.match(/^ {2}<cac:AllowanceCharge>/gm)).toHaveLength(2);
  expect(xml).toContain('<cbc:AllowanceTotalAmount currencyID="EUR">10.00</cbc:AllowanceTotalAmount>');
  expect(reread(xml).document).toEqual(sampleInvoice());
});

test('a line of less than nothing is written with a positive price', () => {
  const [first] = sampleInvoice().lines;
  if (!first) throw new Error('The sample has no line');
  const lines = [{ ...first, itemId: 'DEPOSIT-BACK', unitPrice: '-9.50325', netMinor: -11404 }];
  const original = {
    ...sampleInvoice(),
    lines,
    netMinor: -11404,
    taxMinor: -2167,
    totalMinor: -13571,
    prepaidMinor: 0,
  };
  const xml = invoiceXml(original, sampleSeller);
  expect(xml).toContain('<cbc:InvoicedQuantity unitCode="XCT">-12</cbc:InvoicedQuantity>');
  expect(xml).toContain('<cbc:PriceAmount currencyID="EUR">9.50325</cbc:PriceAmount>');
  expect(reread(xml)).toMatchObject({ document: { netMinor: -11404 }, notices: [] });
});

test('a credit note says its type, why, and which line of which invoice', () => {
  const xml = creditNoteXml(sampleCreditNote(), sampleSeller, { orderNumber: 'PO-88213' });
  for (const part of [
    '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>',
    '<cbc:ResponseCode>4</cbc:ResponseCode>',
    '<cac:OrderReference>',
    '<cac:BillingReferenceLine>',
    'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  ]) {
    expect(xml).toContain(part);
  }
});

test('names that look like XML and letters XML cannot hold do no harm', () => {
  const original = { ...sampleInvoice(), note: '</cbc:Note><cbc:ID>2</cbc:ID> & "x" \u0000\u0007' };
  const { document } = reread(invoiceXml(original, sampleSeller));
  expect(document).toMatchObject({
    number: 'RG-2026-0417',
    note: '</cbc:Note><cbc:ID>2</cbc:ID> & "x" \uFFFD\uFFFD',
  });
});

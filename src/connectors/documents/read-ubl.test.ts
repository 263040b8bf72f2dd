import { expect, test } from 'vitest';
import { UnreadableDocument } from './document-fault.ts';
import { readUbl } from './read-ubl.ts';
import { bytesOf, type SampleName, sampleCreditNote, sampleInvoice, sampleText } from './samples/sample.ts';

const read = (text: string) => readUbl(bytesOf(text), 'sample.xml');

function changed(name: SampleName, from: string | RegExp, to: string): string {
  const text = sampleText(name);
  const result = text.replace(from, to);
  expect(result).not.toBe(text);
  return result;
}

function faultsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UnreadableDocument) {
      return error.faults.map((fault) => `${fault.line} ${fault.place}: ${fault.reason}`);
    }
    throw error;
  }
  return [];
}

test('an invoice with allowances and two rates adds up to the figures printed on it', () => {
  const invoice = sampleInvoice();
  expect(invoice).toMatchObject({ netMinor: 16723, taxMinor: 2545, totalMinor: 19268, prepaidMinor: 5000 });
  expect(invoice.lines.reduce((sum, line) => sum + line.netMinor, 0)).toBe(invoice.netMinor);
  expect(invoice.lines.map(({ line, kind, netMinor }) => ({ line, kind, netMinor }))).toEqual([
    { line: 1, kind: 'goods', netMinor: 10904 },
    { line: 2, kind: 'goods', netMinor: 5269 },
    { line: 3, kind: 'surcharge', netMinor: -1000 },
    { line: 4, kind: 'freight', netMinor: 1550 },
  ]);
});

test('a price keeps all its digits', () => {
  expect(sampleInvoice().lines.map((line) => [line.unitPrice, line.priceBaseQuantity])).toEqual([
    ['9.50325', '1'],
    ['702.5', '100'],
    ['-10.00', '1'],
    ['15.50', '1'],
  ]);
});

test('every name the file gives for the customer is a candidate for the account', () => {
  expect(read(sampleText('peppol-invoice.xml')).accountRefs).toEqual([
    'K-10442',
    '4012345000009',
    'DE987654321',
    'Café Łódź & Söhne',
  ]);
});

test('a credit note names its invoice, the line and the reason, whatever prefixes the file chose', () => {
  expect(sampleCreditNote()).toMatchObject({
    accountId: 'K-10442',
    invoiceNumber: 'RG-2026-0417',
    invoiceIssueDate: '2026-03-02',
    reasonCode: '4',
    totalMinor: 2262,
    lines: [{ invoiceLine: 1, creditedQuantity: { value: '2', unitCode: 'XCT' } }],
  });
});

test('a delivery keeps what was sent, what follows and who signed when', () => {
  expect(read(sampleText('despatch-advice.xml')).document).toMatchObject({
    orderNumber: 'PO-88213',
    state: 'delivered',
    signedAt: '2026-02-27T09:42:00.000Z',
    signedBy: 'J. Nowak',
    carrier: 'Rheinfracht',
    warehouse: 'WH-HAM-2',
    lines: [
      { orderLine: 10, deliveredQuantity: { value: '10' }, backorderQuantity: '2' },
      { orderLine: 20, deliveredQuantity: { value: '7.5', unitCode: 'KGM' } },
    ],
  });
});

test('goods without an actual delivery date are still on their way', () => {
  const text = changed(
    'despatch-advice.xml',
    /<cbc:ActualDelivery(Date|Time)>.*?<\/cbc:ActualDelivery\1>/g,
    '',
  );
  expect(read(text).document).toMatchObject({ state: 'in_transit' });
});

test('a receipt keeps the short and the rejected quantity apart', () => {
  expect(read(sampleText('receipt-advice.xml')).document).toMatchObject({
    despatchNumber: 'LS-55120',
    lines: [
      {
        receivedQuantity: { value: '9' },
        shortQuantity: '2',
        shortageActionCode: '2',
        rejectedQuantity: '1',
      },
    ],
  });
});

test('an order may leave prices out', () => {
  const { document } = read(sampleText('order.xml'));
  expect(document).toMatchObject({
    number: 'PO-88213',
    lines: [{ unitPrice: '9.50325' }, { itemId: 'KA-0750' }],
  });
});

const wrong: readonly { what: string; name: SampleName; from: string | RegExp; to: string; says: RegExp }[] =
  [
    {
      what: 'a wrong line sum',
      name: 'peppol-invoice.xml',
      from: '>161.73<',
      to: '>161.74<',
      says: /LineExtensionAmount is 161\.74, but the lines add up to 161\.73 \(BR-CO-10\)/,
    },
    {
      what: 'a wrong allowance sum',
      name: 'peppol-invoice.xml',
      from: /10.00(<\/cbc:AllowanceTotal)/,
      to: '11.00$1',
      says: /BR-CO-11/,
    },
    {
      what: 'a wrong charge sum',
      name: 'peppol-invoice.xml',
      from: /15.50(<\/cbc:ChargeTotal)/,
      to: '16.50$1',
      says: /BR-CO-12/,
    },
    {
      what: 'a wrong net amount',
      name: 'peppol-invoice.xml',
      from: '>167.23<',
      to: '>167.24<',
      says: /BR-CO-13/,
    },
    {
      what: 'a tax total that is not its parts',
      name: 'peppol-invoice.xml',
      from: '>25.45<',
      to: '>25.46<',
      says: /BR-CO-14/,
    },
    { what: 'a wrong total', name: 'peppol-invoice.xml', from: '>192.68<', to: '>192.69<', says: /BR-CO-15/ },
    {
      what: 'a wrong amount due',
      name: 'peppol-invoice.xml',
      from: '>142.68<',
      to: '>142.69<',
      says: /BR-CO-16/,
    },
    {
      what: 'tax far from its rate',
      name: 'peppol-invoice.xml',
      from: '>21.76<',
      to: '>29.76<',
      says: /TaxAmount of category S at 19 % is 29\.76, but the rate makes 21\.76 \(BR-CO-17\)/,
    },
    {
      what: 'a rate without subtotal',
      name: 'peppol-invoice.xml',
      from: '<cbc:Percent>19.00<',
      to: '<cbc:Percent>16<',
      says: /no subtotal of category S at 19 %/,
    },
    {
      what: 'a third decimal',
      name: 'peppol-invoice.xml',
      from: '>109.04<',
      to: '>109.041<',
      says: /InvoiceLine\[1\]\/cbc:LineExtensionAmount: 109\.041 has more decimals than EUR/,
    },
    {
      what: 'a decimal comma',
      name: 'peppol-invoice.xml',
      from: '>109.04<',
      to: '>109,04<',
      says: /"109,04" is not a plain decimal number/,
    },
    {
      what: 'another currency in between',
      name: 'peppol-invoice.xml',
      from: '"EUR">109',
      to: '"USD">109',
      says: /is in USD, the document is in EUR/,
    },
    {
      what: 'a missing unit',
      name: 'peppol-invoice.xml',
      from: ' unitCode="XCT"',
      to: '',
      says: /InvoicedQuantity has no unitCode/,
    },
    {
      what: 'a missing number',
      name: 'peppol-invoice.xml',
      from: '<cbc:ID>RG-2026-0417</cbc:ID>',
      to: '',
      says: /Invoice: cbc:ID is missing/,
    },
    {
      what: 'two numbers',
      name: 'peppol-invoice.xml',
      from: '<cbc:ID>RG',
      to: '<cbc:ID>X</cbc:ID><cbc:ID>RG',
      says: /cbc:ID is given more than once/,
    },
    {
      what: 'a date that does not exist',
      name: 'peppol-invoice.xml',
      from: '2026-03-02',
      to: '2026-02-30',
      says: /"2026-02-30" is not a date/,
    },
    {
      what: 'no due date',
      name: 'peppol-invoice.xml',
      from: /<cbc:DueDate>.*<\/cbc:DueDate>/,
      to: '',
      says: /no due date/,
    },
    {
      what: 'a credit note sent as an invoice',
      name: 'peppol-invoice.xml',
      from: '>380<',
      to: '>381<',
      says: /Type 381 is a credit note/,
    },
    {
      what: 'one line number twice',
      name: 'peppol-invoice.xml',
      from: '<cbc:ID>2</cbc:ID>',
      to: '<cbc:ID>1</cbc:ID>',
      says: /There is a second line 1/,
    },
    {
      what: 'no customer',
      name: 'order.xml',
      from: /<cac:BuyerCustomerParty>[\s\S]*<\/cac:BuyerCustomerParty>/,
      to: '',
      says: /is missing/,
    },
    {
      what: 'a credit note for no invoice',
      name: 'credit-note.xml',
      from: /<a:BillingReference>[\s\S]*?<\/a:BillingReference>/,
      to: '',
      says: /which invoice it reduces/,
    },
    {
      what: 'short goods without an action',
      name: 'receipt-advice.xml',
      from: /<cbc:Shortage.*>/,
      to: '',
      says: /short without cbc:ShortageActionCode/,
    },
    {
      what: 'a negative delivery',
      name: 'despatch-advice.xml',
      from: '>10</cbc:Del',
      to: '>-10</cbc:Del',
      says: /is -10/,
    },
    {
      what: 'a delivery in one unit and a backorder in another',
      name: 'despatch-advice.xml',
      from: '<cbc:BackorderQuantity unitCode="XCT"',
      to: '<cbc:BackorderQuantity unitCode="C62"',
      says: /is in C62, the line is in XCT/,
    },
    {
      what: 'a delivery for no order',
      name: 'despatch-advice.xml',
      from: /<cac:OrderReference>[\s\S]*?<\/cac:OrderReference>/,
      to: '',
      says: /No order is named/,
    },
  ];

test.each(wrong)('$what is refused with its place', ({ name, from, to, says }) => {
  const faults = faultsOf(changed(name, from, to));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.join('\n')).toMatch(says);
});

test('all faults of a file are reported together, with their lines', () => {
  const text = changed('peppol-invoice.xml', '2026-03-02', 'soon')
    .replace('>12.000<', '>a dozen<')
    .replace('>19.00<', '><');
  expect(faultsOf(text)).toEqual([
    '8 Invoice/cbc:IssueDate: "soon" is not a date',
    '156 Invoice/cac:InvoiceLine[1]/cbc:InvoicedQuantity: "a dozen" is not a plain decimal number',
  ]);
});

test('a file full of faults reports the first twenty', () => {
  const line = '<cac:InvoiceLine><cbc:ID>x</cbc:ID></cac:InvoiceLine>';
  expect(faultsOf(changed('peppol-invoice.xml', '</Invoice>', `${line.repeat(50)}</Invoice>`))).toHaveLength(
    20,
  );
});

const odd: readonly { what: string; from: string | RegExp; to: string; says: RegExp }[] = [
  {
    what: 'no purchase order',
    from: /<cac:OrderReference>[\s\S]*?<\/cac:OrderReference>/,
    to: '',
    says: /no purchase order/,
  },
  {
    what: 'a unit nobody knows',
    from: 'unitCode="XCT"',
    to: 'unitCode="PCS"',
    says: /unit PCS is not a UNECE code/,
  },
  {
    what: 'a line that does not multiply out',
    from: '>9.50325<',
    to: '>9.00<',
    says: /quantity and price make 103\.00/,
  },
  {
    what: 'no article number',
    from: /<cac:Sellers[\s\S]*?<\/cac:Sellers.*>/,
    to: '',
    says: /no article number/,
  },
];

test.each(odd)('$what is noticed and does not stop the reading', ({ from, to, says }) => {
  const { notices } = read(changed('peppol-invoice.xml', from, to));
  expect(notices.map((notice) => notice.reason).join('\n')).toMatch(says);
});

test('tax rounded on each line is noticed, not refused', () => {
  const text = changed('peppol-invoice.xml', '>21.76<', '>21.77<')
    .replace('>25.45<', '>25.46<')
    .replace('>192.68<', '>192.69<')
    .replace('>142.68<', '>142.69<');
  expect(read(text).notices.map((notice) => notice.reason)).toEqual([
    'TaxAmount of category S at 19 % is 21.77, but the rate makes 21.76 (BR-CO-17)',
  ]);
});

test('the tax in the accounting currency does not disturb', () => {
  const second = '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">250.00</cbc:TaxAmount></cac:TaxTotal>';
  expect(read(changed('peppol-invoice.xml', '<cac:TaxTotal>', `${second}<cac:TaxTotal>`)).notices).toEqual(
    [],
  );
});

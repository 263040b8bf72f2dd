import { expect, test } from 'vitest';
import { faultSentence } from './document-fault.ts';
import { readDocuments } from './read-documents.ts';
import { bytesOf } from './samples/sample.ts';

const invoiceHeader =
  'invoice_number,account_id,issue_date,due_date,currency,bill_to_name,line,item_id,description,quantity,unit_code,unit_price,net_amount,tax_category,tax_rate';
const row = (number: string, line: number, change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    invoice_number: number,
    account_id: 'K-1',
    issue_date: '2026-01-02',
    due_date: '2026-02-01',
    currency: 'EUR',
    bill_to_name: 'Café',
    line: String(line),
    item_id: 'A-1',
    description: 'Tea',
    quantity: '2',
    unit_code: 'C62',
    unit_price: '3.335',
    net_amount: '6.67',
    tax_category: 'S',
    tax_rate: '19',
    ...change,
  };
  return invoiceHeader
    .split(',')
    .map((name) => cells[name])
    .join(',');
};
const csv = (...rows: string[]) =>
  readDocuments(bytesOf([invoiceHeader, ...rows].join('\n')), 'invoices.csv');
const deliveries = (...rows: string[]) =>
  readDocuments(
    bytesOf(
      [
        'despatch_number,account_id,order_number,issue_date,state,line,order_line,item_id,delivered_quantity,unit_code,signed_at',
        ...rows,
      ].join('\n'),
    ),
    'deliveries.csv',
  );
const cases = (...rows: string[]) =>
  readDocuments(
    bytesOf(
      [
        'case_number;account_id;invoice_number;line;reason_code;short_description;resolution_code;amount;currency;opened_at;closed_at;work_notes',
        ...rows,
      ].join('\r\n'),
    ),
    'history.csv',
  );

test('rows with one number become one invoice, its tax rounded once for each rate', () => {
  const { documents, faults } = csv(row('R-1', 1), row('R-1', 2), row('R-2', 1));
  expect(faults).toEqual([]);
  expect(documents).toMatchObject([
    {
      type: 'invoice',
      line: 2,
      document: { number: 'R-1', netMinor: 1334, taxMinor: 253, totalMinor: 1587 },
    },
    { type: 'invoice', line: 4, document: { number: 'R-2', netMinor: 667, taxMinor: 127, totalMinor: 794 } },
  ]);
});

test('a bad row keeps its whole invoice out and leaves the others in', () => {
  const { documents, faults } = csv(row('R-1', 1), row('R-1', 2, { net_amount: '6.6.7' }), row('R-2', 1));
  expect(documents).toMatchObject([{ document: { number: 'R-2' } }]);
  expect(faults.map(faultSentence)).toEqual([
    'line 3, column 13, net_amount: "6.6.7" is not a plain decimal number. Write 1234.50.',
  ]);
});

test.each([
  {
    what: 'a German date',
    change: { issue_date: '31.1.2026' },
    says: 'column 3, issue_date: "31.1.2026" is not a date. Write 2026-01-31.',
  },
  {
    what: 'a third decimal',
    change: { net_amount: '6.675' },
    says: 'net_amount: 6.675 has more decimals than EUR allows (2)',
  },
  { what: 'an empty cell', change: { item_id: '' }, says: 'item_id: item_id is empty. Fill it in.' },
  { what: 'a line that is no number', change: { line: 'one' }, says: 'line: "one" is not a line number' },
  {
    what: 'a currency in words',
    change: { currency: 'Euro' },
    says: 'currency: "Euro" is not a currency code',
  },
  {
    what: 'a cell too many',
    change: { description: 'Tea, black' },
    says: 'row: The row has 16 cells, the header has 15. Put texts that contain "," in quotes.',
  },
])('$what is reported with line, column and remedy', ({ change, says }) => {
  const { documents, faults } = csv(row('R-1', 1, change));
  expect(documents).toEqual([]);
  expect(faults.map(faultSentence).join('\n')).toContain(`line 2, `);
  expect(faults.map(faultSentence).join('\n')).toContain(says);
});

test('rows of one invoice that contradict each other are refused', () => {
  const { documents, faults } = csv(row('R-1', 1), row('R-1', 2, { due_date: '2026-03-01' }), row('R-1', 1));
  expect(documents).toEqual([]);
  expect(faults.map((fault) => `${fault.line} ${fault.reason}`)).toEqual([
    '3 due_date is "2026-03-01", but "2026-02-01" on line 2 of the same document',
    '4 Line 1 is already on line 2 of the file',
  ]);
});

test('totals that the file states must follow from its lines', () => {
  const text = `${invoiceHeader},net_total,total\n${row('R-1', 1)},6.67,7.95`;
  expect(readDocuments(bytesOf(text), 'i.csv').faults.map((fault) => fault.reason)).toEqual([
    'total is 7.95, but net amount and tax make 7.94',
  ]);
});

test('Excel files with semicolons, decimal commas, a byte order mark and line breaks in cells are read', () => {
  const header = invoiceHeader.replaceAll(',', ';').replace('invoice_number', '\uFEFFInvoice Number');
  const cells = 'R-1;K-1;2026-01-02;2026-02-01;EUR;Café;1;A-1;"Tea\r\n""black""";2,5;KGM;3,333;8,33;S;7';
  const second = cells.replace('R-1', 'R-2');
  const { documents, faults } = readDocuments(bytesOf(`${header}\r\n${cells}\r\n${second}\r\n`), 'i.csv');
  expect(faults).toEqual([]);
  expect(documents).toMatchObject([
    { line: 2, document: { lines: [{ description: 'Tea\n"black"', unitPrice: '3.333', netMinor: 833 }] } },
    { line: 4, document: { number: 'R-2' } },
  ]);
});

test.each([
  {
    what: 'a point among commas',
    quantity: '1.000',
    price: '3,33',
    says: '"1.000" has a point, the other numbers have commas',
  },
  {
    what: 'three digits after the only point',
    quantity: '1.000',
    price: '3',
    says: '"1.000" may mean thousands or decimals',
  },
])('$what is not guessed at', ({ quantity, price, says }) => {
  const header = invoiceHeader.replaceAll(',', ';');
  const cells = `R-1;K-1;2026-01-02;2026-02-01;EUR;Café;1;A-1;Tea;${quantity};C62;${price};8;S;7`;
  expect(
    readDocuments(bytesOf(`${header}\n${cells}`), 'i.csv').faults.map((fault) => fault.reason),
  ).toContain(says);
});

test('a column nobody knows is noticed with the nearest name; a needed one that is missing stops the file', () => {
  const { documents, notices } = readDocuments(
    bytesOf(`${invoiceHeader},order_numbr\n${row('R-1', 1)},PO-1`),
    'i.csv',
  );
  expect(documents).toHaveLength(1);
  expect(notices.map((notice) => notice.fix)).toEqual(['Rename it to order_number if that is meant']);
  const missing = readDocuments(
    bytesOf(`${invoiceHeader.replace('due_date', 'due_dat')}\n${row('R-1', 1)}`),
    'i.csv',
  );
  expect(missing.documents).toEqual([]);
  expect(missing.faults.map(faultSentence)).toEqual([
    'line 1, due_date: The column due_date is missing. Rename the column "due_dat" to due_date.',
  ]);
});

test('a row that cannot be split also keeps out the documents beside it, for it may be theirs', () => {
  const broken = row('R-2', 2, { description: 'Tea "black"' });
  const { documents, faults } = csv(row('R-1', 1), row('R-2', 1), broken, row('R-3', 1), row('R-4', 1));
  expect(documents.map(({ document }) => 'number' in document && document.number)).toEqual(['R-1', 'R-4']);
  expect(faults.map((fault) => fault.line)).toEqual([3, 4, 5]);
});

test('a row that cannot be split stops a file whose invoices are scattered', () => {
  const broken = row('R-1', 3, { description: 'Tea "black"' });
  const { documents, faults } = csv(row('R-1', 1), row('R-2', 1), row('R-1', 2), broken, row('R-3', 1));
  expect(documents).toEqual([]);
  expect(faults.map((fault) => fault.line)).toEqual([5]);
});

test('a quotation mark never closed is reported where it opens', () => {
  const { faults } = csv(row('R-1', 1), row('R-2', 1, { description: '"Tea' }), row('R-3', 1));
  expect(faults.at(-1)).toMatchObject({ line: 3, reason: expect.stringContaining('never closed') });
});

test('deliveries are read with the moment of their signature', () => {
  const { documents, faults } = deliveries(
    'D-1,K-1,PO-1,2026-01-01,delivered,1,10,A-1,3,C62,2026-01-02T10:00:00+01:00',
    'D-2,K-1,PO-1,2026-01-01,delivred,1,10,A-1,-3,C62,yesterday',
  );
  expect(documents).toMatchObject([{ type: 'despatch', document: { signedAt: '2026-01-02T09:00:00.000Z' } }]);
  expect(faults.map((fault) => `${fault.place}: ${fault.fix}`)).toEqual([
    'state: Write delivered',
    'delivered_quantity: Give a quantity from 0',
    'signed_at: Write 2026-01-31T10:42:00+02:00'.replace('01-31', '03-31'),
  ]);
});

test('closed cases are read one a row, with their codes checked', () => {
  const { documents, faults } = cases(
    'C-1;K-1;R-1;2;SHORT_DELIVERY;Two cartons missing;credit_note_issued;51,43;EUR;2025-01-02;2025-01-09;Carrier admitted it',
    'C-2;K-1;R-1;2;SHORT_DELIVRY;x;paid;1;EUR;2025-01-02;2025-01-09;',
    'C-3;K-1;R-1;2;OTHER;x;settled;1;EUR;2025-01-09;2025-01-02;',
  );
  expect(documents).toMatchObject([
    { type: 'closed_case', document: { amount: 5143, workNotes: 'Carrier admitted it' } },
  ]);
  expect(faults.map((fault) => `${fault.line} ${fault.place}: ${fault.fix}`)).toEqual([
    '3 reason_code: Write SHORT_DELIVERY',
    expect.stringMatching(/^3 resolution_code: Write one of: credit_note_issued, /),
    '4 closed_at: Correct one of the two',
  ]);
});

test('a file without a known header says what headers there are', () => {
  const { faults } = readDocuments(bytesOf('name,colour\nx,red'), 'x.csv');
  expect(faults[0]?.fix).toMatch(
    /Invoices need invoice_number.*deliveries need despatch_number.*closed cases need case_number/,
  );
});

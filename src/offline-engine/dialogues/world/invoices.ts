import Big from 'big.js';
import { decimalFromMinor, roundToMinor } from '#domain/money.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';

type Kind = InvoiceView['lines'][number]['kind'];
type LineRow = readonly [
  description: string,
  quantity: string,
  unitCode: string,
  unitPrice: string,
  kind?: Kind,
  note?: string,
];
type InvoiceRow = {
  number: string;
  issueDate: string;
  dueDate: string;
  orderNumber: string;
  status: InvoiceView['status'];
  paidOn?: string;
  lines: readonly LineRow[];
};

const currency = 'GBP';
const sum = (value: Big): string => decimalFromMinor(roundToMinor(value, currency), currency);

function invoiceOf(row: InvoiceRow): InvoiceView {
  const lines = row.lines.map(
    ([description, quantity, unitCode, unitPrice, kind = 'goods', note], index) => ({
      line: index + 1,
      kind,
      itemId: `ITEM-${index + 1}`,
      description,
      quantity,
      unitCode,
      unitPrice,
      net: sum(new Big(quantity).times(unitPrice)),
      taxRate: '20',
      taxCategory: 'S',
      ...(note ? { note } : {}),
    }),
  );
  const net = lines.reduce((total, line) => total.plus(line.net), new Big(0));
  const tax = net.times('0.2');
  const total = sum(net.plus(sum(tax)));
  const { number, issueDate, dueDate, orderNumber, status, paidOn } = row;
  const paid = paidOn ? total : '0.00';
  return {
    number,
    issueDate,
    dueDate,
    orderNumber,
    status,
    currency,
    lines,
    total,
    paid,
    net: sum(net),
    tax: sum(tax),
    open: paidOn ? '0.00' : total,
    disputed: '0.00',
    credited: '0.00',
    billTo: { name: 'Brightwell Foods' },
    payments: paidOn ? [{ number: `PAY-${number.slice(-3)}`, receivedOn: paidOn, amount: total }] : [],
    creditNotes: [],
    cases: [],
  };
}

/** The account's invoices, newest first. */
export const worldInvoices = (): InvoiceView[] =>
  [
    {
      number: 'INV-20418',
      issueDate: '2026-11-10',
      dueDate: '2026-11-30',
      orderNumber: 'PO-8820',
      status: 'open' as const,
      lines: [
        ['Delivery', '1', 'C62', '0.00', 'freight'],
        ['Crates 12×1L', '120', 'XCR', '18.50'],
      ] as const,
    },
    {
      number: 'INV-20377',
      issueDate: '2026-10-09',
      dueDate: '2026-10-29',
      orderNumber: 'PO-8790',
      status: 'paid' as const,
      paidOn: '2026-10-27',
      lines: [
        ['Delivery', '1', 'C62', '0.00', 'freight'],
        ['Crates 12×1L', '100', 'XCR', '18.50'],
      ] as const,
    },
    {
      number: 'INV-30120',
      issueDate: '2026-11-12',
      dueDate: '2026-12-11',
      orderNumber: 'PO-8810',
      status: 'open' as const,
      lines: [
        ['Epoxy resin', '24', 'XCX', '45.50'],
        ['Hardener', '24', 'XCX', '22.00'],
      ] as const,
    },
    {
      number: 'INV-30112',
      issueDate: '2026-11-04',
      dueDate: '2026-12-03',
      orderNumber: 'PO-8801',
      status: 'open' as const,
      lines: [
        ['Cutting oil', '50', 'XDR', '80.00'],
        ['Cotton rags', '20', 'XBX', '18.50'],
        [
          'Freight',
          '1',
          'C62',
          '140.00',
          'freight',
          'Charged because the order was below the free-freight limit.',
        ],
        [
          'Hazmat surcharge',
          '1',
          'C62',
          '35.00',
          'surcharge',
          'A legal charge for dangerous goods, one per delivery.',
        ],
      ] as const,
    },
    {
      number: 'INV-30097',
      issueDate: '2026-10-10',
      dueDate: '2026-11-09',
      orderNumber: 'PO-8780',
      status: 'overdue' as const,
      lines: [['Welding rods', '40', 'XPK', '28.00']] as const,
    },
    {
      number: 'INV-30071',
      issueDate: '2026-09-15',
      dueDate: '2026-10-14',
      orderNumber: 'PO-8777',
      status: 'overdue' as const,
      lines: [
        ['Safety gloves', '100', 'PR', '6.40'],
        ['Face shields', '30', 'H87', '11.20'],
      ] as const,
    },
  ].map(invoiceOf);

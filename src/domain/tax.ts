import Big from 'big.js';
import type { Invoice } from './invoice.ts';
import { decimalFromMinor, roundToMinor } from './money.ts';
import { plainDecimal } from './quantity.ts';

export type TaxedNet = { readonly netMinor: number; readonly taxCategory: string; readonly taxRate: string };
export type TaxSubtotal = TaxedNet & { readonly taxMinor: number };
export type TaxTotal = { readonly subtotals: readonly TaxSubtotal[]; readonly taxMinor: number };

/** Tax of a document as EN 16931 wants it: nets summed per category and rate, each sum taxed and rounded half up once. */
export function taxTotal(lines: readonly TaxedNet[], currency: string): TaxTotal {
  const nets = new Map<string, TaxedNet>();
  for (const line of lines) {
    const taxRate = plainDecimal(line.taxRate);
    const key = `${line.taxCategory} ${taxRate}`;
    const netMinor = (nets.get(key)?.netMinor ?? 0) + line.netMinor;
    nets.set(key, { taxCategory: line.taxCategory, taxRate, netMinor });
  }
  const subtotals = [...nets.values()].map((net) => ({ ...net, taxMinor: taxOn(net, currency) }));
  return { subtotals, taxMinor: sum(subtotals.map((subtotal) => subtotal.taxMinor)) };
}

const taxOn = (net: TaxedNet, currency: string): number =>
  roundToMinor(new Big(decimalFromMinor(net.netMinor, currency)).times(net.taxRate).div(100), currency);

/** The subtotals of a finished document: a cent by which its tax differs from the computed one goes to the largest. */
export function taxSubtotals(document: {
  readonly currency: string;
  readonly taxMinor: number;
  readonly lines: readonly TaxedNet[];
}): readonly TaxSubtotal[] {
  const { subtotals, taxMinor } = taxTotal(document.lines, document.currency);
  const largest = subtotals.toSorted((a, b) => Math.abs(b.taxMinor) - Math.abs(a.taxMinor))[0];
  const difference = document.taxMinor - taxMinor;
  return subtotals.map((one) => (one === largest ? { ...one, taxMinor: one.taxMinor + difference } : one));
}

/** A sum of a document that its own lines do not bear out; both as decimal strings. */
export type SumFault = {
  readonly field: 'net' | 'tax' | 'total';
  readonly expected: string;
  readonly found: string;
};

/** Recomputes net, tax and total of an invoice from its lines; empty when all agree. */
export function checkInvoiceSums(
  invoice: Pick<Invoice, 'currency' | 'netMinor' | 'taxMinor' | 'totalMinor' | 'lines'>,
): readonly SumFault[] {
  const { currency, lines, netMinor, taxMinor, totalMinor } = invoice;
  const compared = [
    { field: 'net', expected: sum(lines.map((line) => line.netMinor)), found: netMinor },
    { field: 'tax', expected: taxTotal(lines, currency).taxMinor, found: taxMinor },
    { field: 'total', expected: netMinor + taxMinor, found: totalMinor },
  ] as const;
  return compared
    .filter(({ expected, found }) => expected !== found)
    .map(({ field, expected, found }) => ({
      field,
      expected: decimalFromMinor(expected, currency),
      found: decimalFromMinor(found, currency),
    }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

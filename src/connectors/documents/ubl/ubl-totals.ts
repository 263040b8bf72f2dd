import { decimalFromMinor } from '#domain/money.ts';
import { taxTotal as taxOf } from '#domain/tax.ts';
import type { XmlElement } from '../xml-tree.ts';
import { type BilledLine, taxCategoryAt } from './ubl-billed-line.ts';
import {
  elementsAt,
  fault,
  notice,
  optionalAmount,
  requiredAmount,
  requiredElement,
  type UblReading,
} from './ubl-reading.ts';

export type Totals = {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly prepaidMinor: number;
};

/** Reads the totals and checks that they follow from the lines (EN 16931 BR-CO-10 to BR-CO-17); each mismatch is a fault. */
export function totalsAt(
  reading: UblReading,
  root: XmlElement,
  lines: readonly BilledLine[],
  charges: readonly BilledLine[],
  currency: string,
): Totals {
  const totals = requiredElement(reading, root, 'cac:LegalMonetaryTotal');
  const taxTotal = taxTotalIn(reading, root, currency);
  if (!totals || !taxTotal) return { netMinor: 0, taxMinor: 0, totalMinor: 0, prepaidMinor: 0 };
  const required = (name: string) => requiredAmount(reading, totals, `cbc:${name}`, currency);
  const optional = (name: string) => optionalAmount(reading, totals, `cbc:${name}`, currency);
  const lineSum = required('LineExtensionAmount');
  const netMinor = required('TaxExclusiveAmount');
  const totalMinor = required('TaxInclusiveAmount');
  const payable = required('PayableAmount');
  const allowanceSum = optional('AllowanceTotalAmount');
  const chargeSum = optional('ChargeTotalAmount');
  const prepaid = optional('PrepaidAmount');
  const rounding = optional('PayableRoundingAmount');
  const taxMinor = requiredAmount(reading, taxTotal, 'cbc:TaxAmount', currency);

  // After a fault figures are missing, and every sum would seem wrong.
  if (reading.faults.length > 0) return { netMinor, taxMinor, totalMinor, prepaidMinor: prepaid };
  const sum = (entries: readonly BilledLine[]) => entries.reduce((total, entry) => total + entry.netMinor, 0);
  const expect = (name: string, stated: number, expected: number, meaning: string, rule: string) => {
    if (stated === expected) return;
    const element = elementsAt(totals, `cbc:${name}`)[0] ?? totals;
    const figures = `${name} is ${decimalFromMinor(stated, currency)}, but ${meaning} ${decimalFromMinor(expected, currency)}`;
    fault(
      reading,
      element,
      `${figures} (${rule})`,
      'Correct the amount where the file was made and export it again',
    );
  };
  const allowances = charges.filter((charge) => charge.netMinor < 0);
  const additions = charges.filter((charge) => charge.netMinor > 0);
  expect('LineExtensionAmount', lineSum, sum(lines), 'the lines add up to', 'BR-CO-10');
  expect(
    'AllowanceTotalAmount',
    allowanceSum,
    Math.abs(sum(allowances)),
    'the allowances add up to',
    'BR-CO-11',
  );
  expect('ChargeTotalAmount', chargeSum, sum(additions), 'the charges add up to', 'BR-CO-12');
  expect(
    'TaxExclusiveAmount',
    netMinor,
    lineSum - allowanceSum + chargeSum,
    'lines, allowances and charges make',
    'BR-CO-13',
  );
  expect('TaxInclusiveAmount', totalMinor, netMinor + taxMinor, 'net amount and tax make', 'BR-CO-15');
  expect(
    'PayableAmount',
    payable,
    totalMinor - prepaid + rounding,
    'total, prepaid and rounding make',
    'BR-CO-16',
  );
  checkTax(reading, taxTotal, taxMinor, [...lines, ...charges], currency);
  if (rounding !== 0) {
    const figure = decimalFromMinor(rounding, currency);
    notice(
      reading,
      totals,
      `The rounding of ${figure} is kept with the prepaid amount`,
      'Nothing to do: what is due stays right',
    );
  }
  return { netMinor, taxMinor, totalMinor, prepaidMinor: prepaid - rounding };
}

/** The tax total in the document's own currency; a second one may give the tax in the accounting currency. */
function taxTotalIn(reading: UblReading, root: XmlElement, currency: string): XmlElement | undefined {
  const candidates = elementsAt(root, 'cac:TaxTotal');
  const own = candidates.find(
    (total) => elementsAt(total, 'cbc:TaxAmount')[0]?.attributes.get('currencyID') === currency,
  );
  const found = own ?? candidates[0];
  if (!found)
    fault(
      reading,
      root,
      'cac:TaxTotal is missing',
      'Add the tax total with its breakdown by category and rate',
    );
  return found;
}

/** Checks the breakdown: one subtotal for each category and rate of the lines, its tax, and their sum. */
function checkTax(
  reading: UblReading,
  taxTotal: XmlElement,
  taxMinor: number,
  lines: readonly BilledLine[],
  currency: string,
): void {
  const money = (minor: number) => decimalFromMinor(minor, currency);
  const fix = 'Correct the tax breakdown where the file was made and export it again';
  const subtotals = elementsAt(taxTotal, 'cac:TaxSubtotal').map((element) => ({
    element,
    taxableMinor: requiredAmount(reading, element, 'cbc:TaxableAmount', currency),
    taxMinor: requiredAmount(reading, element, 'cbc:TaxAmount', currency),
    ...taxCategoryAt(reading, element, 'cac:TaxCategory'),
  }));
  const sum = subtotals.reduce((total, one) => total + one.taxMinor, 0);
  if (sum !== taxMinor) {
    fault(
      reading,
      taxTotal,
      `TaxAmount is ${money(taxMinor)}, but its subtotals add up to ${money(sum)} (BR-CO-14)`,
      fix,
    );
  }
  const bySort = Map.groupBy(subtotals, (one) => `${one.taxCategory} ${one.taxRate}`);
  const matched = new Set<XmlElement>();
  const differences: { element: XmlElement; reason: string; by: number }[] = [];
  for (const computed of taxOf(lines, currency).subtotals) {
    const name = `category ${computed.taxCategory} at ${computed.taxRate} %`;
    const own = bySort.get(`${computed.taxCategory} ${computed.taxRate}`) ?? [];
    for (const one of own) matched.add(one.element);
    const [stated] = own;
    if (!stated || own.length > 1) {
      const reason =
        own.length > 1 ? `There are ${own.length} subtotals of ${name}` : `There is no subtotal of ${name}`;
      fault(reading, taxTotal, `${reason} (BR-CO-18)`, fix);
    } else if (stated.taxableMinor !== computed.netMinor) {
      const figures = `${money(stated.taxableMinor)}, but its lines add up to ${money(computed.netMinor)}`;
      fault(reading, stated.element, `TaxableAmount of ${name} is ${figures} (BR-S-08)`, fix);
    } else if (stated.taxMinor !== computed.taxMinor) {
      const figures = `${money(stated.taxMinor)}, but the rate makes ${money(computed.taxMinor)}`;
      const by = Math.abs(stated.taxMinor - computed.taxMinor);
      differences.push({
        element: stated.element,
        reason: `TaxAmount of ${name} is ${figures} (BR-CO-17)`,
        by,
      });
    }
  }
  for (const one of subtotals) {
    if (matched.has(one.element) || (one.taxableMinor === 0 && one.taxMinor === 0)) continue;
    fault(reading, one.element, `No line has the category ${one.taxCategory} at ${one.taxRate} %`, fix);
  }
  // Systems that round tax on every line end up to one minor unit a line away; that is a manner, not an error.
  const isRounding = differences.reduce((total, one) => total + one.by, 0) <= lines.length;
  for (const { element, reason } of differences) {
    if (isRounding) notice(reading, element, reason, 'Round the tax once for each rate, not line by line');
    else fault(reading, element, reason, fix);
  }
}

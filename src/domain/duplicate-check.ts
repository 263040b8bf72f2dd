import type { Claim, Finding } from './claim-check.ts';
import type { InvoiceLine } from './invoice.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import {
  addQuantities,
  compareQuantities,
  excessOver,
  inUnit,
  isZero,
  plainDecimal,
  smallest,
} from './quantity.ts';

/** Another invoice of the same account. */
export type BilledElsewhere = {
  readonly number: string;
  readonly issueDate: string;
  readonly orderNumber?: string;
  /** Its lines have been credited in full. */
  readonly credited: boolean;
  readonly lines: readonly InvoiceLine[];
};

type DuplicateClaim = Pick<
  Claim,
  'line' | 'orderNumber' | 'otherInvoices' | 'orderedQuantity' | 'conversions' | 'earlierCredits'
>;

/** Is this line billed a second time on another invoice for the same order? */
export function billedTwice(claim: DuplicateClaim): Finding {
  const { line, orderNumber } = claim;
  const invoiced = plainDecimal(line.invoicedQuantity.value);
  const open = (rule: string, missing: MissingEvidence): Finding => ({
    verdict: 'inconclusive',
    supported: '0',
    rule,
    missing: [missing],
  });
  if (claim.otherInvoices === undefined)
    return open('The other invoices cannot be seen at the moment', { what: 'other_invoices' });
  const alike = claim.otherInvoices.filter((other) => other.lines.some((one) => sameCharge(one, line)));
  const sameOrder = alike.filter((other) => orderNumber !== undefined && other.orderNumber === orderNumber);
  const sources = alike.map((other) => ({ kind: 'invoice', id: other.number, at: other.issueDate }) as const);
  const names = (sameOrder.length > 0 ? sameOrder : alike).map((other) => other.number).join(', ');
  if (alike.length === 0) {
    return {
      verdict: 'not_validated',
      supported: '0',
      rule: `No other invoice bills the same goods as line ${line.line}`,
    };
  }
  if (sameOrder.length === 0) {
    const unnamed = orderNumber === undefined || alike.some((other) => other.orderNumber === undefined);
    return unnamed
      ? {
          ...open(`${names} bills the same goods, but the order is not named`, {
            what: 'purchase_order_number',
          }),
          sources,
        }
      : {
          verdict: 'not_validated',
          supported: '0',
          sources,
          rule: `${names} bills the same goods for another order`,
        };
  }
  if (sameOrder.every((other) => other.credited)) {
    return {
      verdict: 'not_validated',
      supported: '0',
      sources,
      rule: `${names} billed the same and is credited already`,
    };
  }
  const ordered =
    claim.orderedQuantity && inUnit(claim.orderedQuantity, line.invoicedQuantity.unitCode, claim.conversions);
  if (ordered === undefined) {
    return {
      ...open(`${names} bills the same goods for ${orderNumber}, but the order cannot be seen`, {
        what: 'order',
      }),
      sources,
    };
  }
  const kept = sameOrder.filter((other) => !other.credited);
  const billed = addQuantities([invoiced, ...kept.map(() => invoiced)]);
  const record = `${ordered.value} ordered with ${orderNumber}, ${billed} billed together with ${names}`;
  if (compareQuantities(billed, ordered.value) <= 0) {
    return { verdict: 'not_validated', supported: '0', sources, rule: `${record}: both were ordered` };
  }
  const credited = addQuantities(claim.earlierCredits.map((credit) => credit.creditedQuantity));
  const tooMany = excessOver(billed, ordered.value);
  const supported = smallest(tooMany, excessOver(invoiced, credited));
  if (isZero(supported)) {
    return {
      verdict: 'not_validated',
      supported,
      sources,
      rule: `${record}: line ${line.line} is credited already`,
    };
  }
  const verdict = supported === invoiced ? 'validated' : 'partly_validated';
  return { verdict, supported, sources, rule: `${record}: ${tooMany} billed twice` };
}

const sameCharge = (a: InvoiceLine, b: InvoiceLine): boolean =>
  a.itemId === b.itemId &&
  a.netMinor === b.netMinor &&
  a.invoicedQuantity.unitCode === b.invoicedQuantity.unitCode &&
  compareQuantities(a.invoicedQuantity.value, b.invoicedQuantity.value) === 0;

import { figuresOf, sourcesOf } from './claim-figures.ts';
import { shortDelivery } from './delivery-claim.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';
import { reasonOf } from './dispute-reasons.ts';
import { type BilledElsewhere, billedTwice } from './duplicate-check.ts';
import type { InvoiceLine } from './invoice.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { overDelivery } from './over-delivery.ts';
import { type AgreedPrice, priceTooHigh } from './price-check.ts';
import { addQuantities, plainDecimal, type Quantity, type UnitConversions } from './quantity.ts';
import { returnedGoods } from './return-claim.ts';

export type Verdict = 'validated' | 'partly_validated' | 'not_validated' | 'inconclusive';

/** A document a figure comes from; `at` is an ISO day or instant, `text` says in a few words what it says. */
export type ClaimSource = {
  readonly kind: 'invoice' | 'order' | 'despatch' | 'receipt' | 'return' | 'credit_note' | 'price_list';
  readonly id: string;
  readonly line?: number;
  readonly at?: string;
  readonly text?: string;
};

/** A claim about one invoice line and every record it is compared with. Bare quantities are in the line's unit. */
export type Claim = {
  readonly line: InvoiceLine;
  readonly reasonCode: DisputeReasonCode;
  /** What the customer says arrived. */
  readonly claimedQuantity?: string;
  readonly disputedQuantity: string;
  readonly orderedQuantity?: Quantity;
  /** Oldest first. `backorderQuantity` is in the unit of `deliveredQuantity`; `expectedOn` is an ISO day. */
  readonly despatches: readonly {
    readonly number: string;
    readonly state: 'in_transit' | 'delivered';
    readonly signedAt?: string;
    readonly expectedOn?: string;
    readonly deliveredQuantity: Quantity;
    readonly backorderQuantity?: string;
  }[];
  readonly receipts: readonly {
    readonly number: string;
    readonly receivedQuantity: Quantity;
    readonly shortQuantity?: string;
    readonly rejectedQuantity?: string;
  }[];
  readonly returns: readonly { readonly number: string; readonly returnedQuantity: Quantity }[];
  readonly earlierCredits: readonly { readonly number: string; readonly creditedQuantity: string }[];
  /** Other invoices that bill the same order line: the deliveries were for all of them together. */
  readonly alsoBilled?: readonly {
    readonly number: string;
    readonly invoicedQuantity: Quantity;
    /** In the unit of `invoicedQuantity`. */
    readonly creditedQuantity?: string;
  }[];
  /** What the order system says will still be sent; without it the despatches' own back-orders count. */
  readonly openBackorder?: { readonly quantity: Quantity; readonly promiseDate?: string };
  readonly deliveriesReachable: boolean;
  readonly conversions?: UnitConversions;
  /** For a wrong price: what was agreed, and what the customer expects to pay for one unit. */
  readonly agreedPrice?: AgreedPrice;
  readonly expectedUnitPrice?: string;
  /** For a duplicate: the other invoices of the account and the order this one is for. */
  readonly otherInvoices?: readonly BilledElsewhere[];
  readonly orderNumber?: string;
};

/** The claim against the records, for one line. Quantities are decimal strings in `unitCode`, the invoice line's unit. */
export type ClaimCheck = {
  readonly line: number;
  readonly verdict: Verdict;
  readonly unitCode: string;
  readonly invoiced: string;
  readonly ordered?: string;
  /** What the customer says arrived; never a record. */
  readonly claimed?: string;
  readonly delivered?: string;
  readonly received?: string;
  /** On its way or back-ordered: neither delivered nor missing. */
  readonly inTransit: string;
  readonly returned: string;
  readonly alreadyCredited: string;
  /** Billed, and neither delivered, on its way, nor credited already. */
  readonly short?: string;
  /** What may be credited or sent: the smaller of disputed and proven. */
  readonly supported: string;
  /** Prices of one unit that were compared, and what was billed too much; decimal strings. */
  readonly price?: { readonly billed: string; readonly agreed: string; readonly difference: string };
  /** The rule that decided, in one sentence. */
  readonly rule: string;
  /** What would settle an open question. */
  readonly missing: readonly MissingEvidence[];
  readonly sources: readonly ClaimSource[];
};

/** What one rule found out; the figures are added by `checkClaim`. */
export type Finding = Pick<ClaimCheck, 'verdict' | 'supported' | 'rule'> &
  Partial<Pick<ClaimCheck, 'short' | 'price' | 'missing'>> & { readonly sources?: readonly ClaimSource[] };

/** Compares a claim with the records. What cannot be known is inconclusive, with the reason; it is never a denial. */
export function checkClaim(claim: Claim): ClaimCheck {
  const { line, reasonCode } = claim;
  const against = reasonOf(reasonCode).checkedAgainst;
  if (against === 'person') return result(claim, open('This kind of dispute is checked by a person'));
  if (against === 'price') return result(claim, priceTooHigh(claim));
  if (against === 'duplicate') return result(claim, billedTwice(claim));
  if (line.kind !== 'goods') {
    return result(
      claim,
      open(`Line ${line.line} bills no goods, so there is no delivery to compare; a person checks it`),
    );
  }
  if (!claim.deliveriesReachable) {
    return result(
      claim,
      open('The delivery records cannot be reached at the moment', [{ what: 'delivery_records' }]),
    );
  }
  const counted = figuresOf(claim);
  if ('unknownUnits' in counted) {
    const { unitCode } = line.invoicedQuantity;
    const units = [...new Set(counted.unknownUnits.map((one) => one.unitCode))].join(', ');
    const documents = [...new Set(counted.unknownUnits.map((one) => one.number))].join(', ');
    const rule = `${documents} counts in ${units}, the invoice in ${unitCode}, and no conversion is known`;
    return result(claim, open(rule, [{ what: 'conversion', of: units, unitCode }]));
  }
  const { figures } = counted;
  const judge = { delivery: shortDelivery, order: overDelivery, return: returnedGoods }[against];
  const { ordered, delivered, received, inTransit, returned } = figures;
  return {
    ...result(claim, judge(figures, reasonCode)),
    inTransit,
    returned,
    ...(ordered === undefined ? {} : { ordered }),
    ...(claim.despatches.length === 0 ? {} : { delivered }),
    ...(received === undefined ? {} : { received }),
  };
}

const open = (rule: string, missing: readonly MissingEvidence[] = []): Finding => ({
  verdict: 'inconclusive',
  supported: '0',
  rule,
  missing,
});

function result(claim: Claim, { sources, ...finding }: Finding): ClaimCheck {
  const { line, claimedQuantity, earlierCredits } = claim;
  return {
    line: line.line,
    unitCode: line.invoicedQuantity.unitCode,
    invoiced: plainDecimal(line.invoicedQuantity.value),
    ...(claimedQuantity === undefined ? {} : { claimed: plainDecimal(claimedQuantity) }),
    inTransit: '0',
    returned: '0',
    alreadyCredited: addQuantities(earlierCredits.map((credit) => credit.creditedQuantity)),
    missing: [],
    ...finding,
    sources: [...sourcesOf(claim), ...(sources ?? [])],
  };
}

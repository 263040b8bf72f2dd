import type { Claim, ClaimSource } from './claim-check.ts';
import { addQuantities, excessOver, inUnit, plainDecimal, type Quantity, smallest } from './quantity.ts';

/** A document and how much of the line it speaks of, in the line's unit. */
export type Counted = { readonly number: string; readonly quantity: string; readonly at?: string };

/** What the records say about one line, in its unit. Quantities in one list are already added up in the figure beside it. */
export type ClaimFigures = {
  readonly invoiced: string;
  /** What other invoices bill of the same order line and have not credited. */
  readonly billedElsewhere: string;
  readonly ordered?: string;
  readonly claimed?: string;
  readonly disputed: string;
  readonly delivered: string;
  readonly signed: readonly Counted[];
  /** Reported as delivered, but nobody's signature is on record. */
  readonly unsigned: readonly Counted[];
  readonly inTransit: string;
  readonly onTheWay: readonly Counted[];
  readonly received?: string;
  /** What the buyer reported missing in writing, beyond what the delivery notes already admit. */
  readonly reportedShort: string;
  readonly shortReceipts: readonly Counted[];
  readonly rejected: string;
  readonly returned: string;
  readonly alreadyCredited: string;
  readonly credits: readonly Counted[];
};

/** A quantity in a unit that no conversion of the article explains. */
export type UnknownUnit = { readonly number: string; readonly unitCode: string };

/** Adds up the documents of a claim in the invoice line's unit, or names the units that cannot be converted. */
export function figuresOf(
  claim: Claim,
): { readonly figures: ClaimFigures } | { readonly unknownUnits: readonly UnknownUnit[] } {
  const unitCode = claim.line.invoicedQuantity.unitCode;
  const unknownUnits: UnknownUnit[] = [];
  const inLineUnit = (number: string, value: string, from: string): string => {
    const converted = inUnit({ value, unitCode: from }, unitCode, claim.conversions);
    if (converted === undefined) unknownUnits.push({ number, unitCode: from });
    return converted?.value ?? '0';
  };
  const counted = (number: string, quantity: Quantity, at?: string): Counted => ({
    number,
    quantity: inLineUnit(number, quantity.value, quantity.unitCode),
    ...(at === undefined ? {} : { at }),
  });

  const delivered = claim.despatches.filter((despatch) => despatch.state === 'delivered');
  const signed = delivered.filter((despatch) => despatch.signedAt !== undefined);
  const unsigned = delivered.filter((despatch) => despatch.signedAt === undefined);
  const moving = claim.despatches.filter((despatch) => despatch.state === 'in_transit');
  const deliveredQuantity = total(delivered.map((one) => counted(one.number, one.deliveredQuantity)));
  const onTheWay = [
    ...moving.map((one) => counted(one.number, one.deliveredQuantity, one.expectedOn)),
    ...backordered(claim, inLineUnit),
  ].filter((one) => one.quantity !== '0');

  const receipts = claim.receipts.map((one) => counted(one.number, one.receivedQuantity));
  const shortReceipts = claim.receipts
    .map((one) =>
      counted(one.number, { value: one.shortQuantity ?? '0', unitCode: one.receivedQuantity.unitCode }),
    )
    .filter((one) => one.quantity !== '0');
  const rejected = claim.receipts.map((one) =>
    counted(one.number, { value: one.rejectedQuantity ?? '0', unitCode: one.receivedQuantity.unitCode }),
  );
  const returned = claim.returns.map((one) => counted(one.number, one.returnedQuantity));
  const credits = claim.earlierCredits.map((one) => ({
    number: one.number,
    quantity: plainDecimal(one.creditedQuantity),
  }));
  const elsewhere = (claim.alsoBilled ?? []).map(({ number, invoicedQuantity, creditedQuantity }) =>
    counted(number, {
      ...invoicedQuantity,
      value: excessOver(invoicedQuantity.value, creditedQuantity ?? '0'),
    }),
  );
  const ordered = claim.orderedQuantity && counted('the order', claim.orderedQuantity).quantity;

  const figures: ClaimFigures = {
    invoiced: plainDecimal(claim.line.invoicedQuantity.value),
    billedElsewhere: total(elsewhere),
    ...(ordered === undefined ? {} : { ordered }),
    ...(claim.claimedQuantity === undefined ? {} : { claimed: plainDecimal(claim.claimedQuantity) }),
    disputed: plainDecimal(claim.disputedQuantity),
    delivered: deliveredQuantity,
    signed: signed.map((one) => counted(one.number, one.deliveredQuantity, one.signedAt)),
    unsigned: unsigned.map((one) => counted(one.number, one.deliveredQuantity)),
    inTransit: total(onTheWay),
    onTheWay,
    ...(receipts.length === 0 ? {} : { received: total(receipts) }),
    // A buyer may count a shortage against the order that the delivery note admits too; only the rest contradicts it.
    reportedShort: smallest(total(shortReceipts), excessOver(deliveredQuantity, total(receipts))),
    shortReceipts,
    rejected: total(rejected),
    returned: total(returned),
    alreadyCredited: total(credits),
    credits,
  };
  return unknownUnits.length > 0 ? { unknownUnits } : { figures };
}

const total = (parts: readonly Counted[]): string => addQuantities(parts.map((part) => part.quantity));

/** What the seller still means to send: the latest promise, less what was sent after it. */
function backordered(
  claim: Claim,
  inLineUnit: (number: string, value: string, from: string) => string,
): Counted[] {
  if (claim.openBackorder) {
    const { quantity, promiseDate } = claim.openBackorder;
    const value = inLineUnit('the back-order', quantity.value, quantity.unitCode);
    return [
      { number: 'back-order', quantity: value, ...(promiseDate === undefined ? {} : { at: promiseDate }) },
    ];
  }
  let open: Counted = { number: 'back-order', quantity: '0' };
  for (const { number, deliveredQuantity, backorderQuantity } of claim.despatches) {
    const { unitCode } = deliveredQuantity;
    open =
      backorderQuantity === undefined
        ? {
            ...open,
            quantity: excessOver(open.quantity, inLineUnit(number, deliveredQuantity.value, unitCode)),
          }
        : { number: `back-order of ${number}`, quantity: inLineUnit(number, backorderQuantity, unitCode) };
  }
  return [open];
}

/** Every document that was looked at, for the evidence table. */
export function sourcesOf(claim: Claim): readonly ClaimSource[] {
  const said = (quantity: Quantity, what: string) => `${plainDecimal(quantity.value)} ${what}`;
  return [
    ...claim.despatches.map((one): ClaimSource => {
      const at = one.signedAt ?? one.expectedOn;
      const what =
        one.state === 'in_transit'
          ? 'in transit'
          : one.signedAt
            ? 'delivered, signed'
            : 'delivered, not signed';
      return {
        kind: 'despatch',
        id: one.number,
        text: said(one.deliveredQuantity, what),
        ...(at ? { at } : {}),
      };
    }),
    ...claim.receipts.map((one): ClaimSource => {
      const short = one.shortQuantity ? `, ${plainDecimal(one.shortQuantity)} short` : '';
      const rejected = one.rejectedQuantity ? `, ${plainDecimal(one.rejectedQuantity)} rejected` : '';
      return {
        kind: 'receipt',
        id: one.number,
        text: said(one.receivedQuantity, `received${short}${rejected}`),
      };
    }),
    ...(claim.alsoBilled ?? []).map(
      (one): ClaimSource => ({ kind: 'invoice', id: one.number, text: said(one.invoicedQuantity, 'billed') }),
    ),
    ...claim.returns.map(
      (one): ClaimSource => ({
        kind: 'return',
        id: one.number,
        text: said(one.returnedQuantity, 'returned'),
      }),
    ),
    ...claim.earlierCredits.map(
      (one): ClaimSource => ({
        kind: 'credit_note',
        id: one.number,
        text: `${plainDecimal(one.creditedQuantity)} credited`,
      }),
    ),
  ];
}

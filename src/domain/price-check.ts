import Big from 'big.js';
import type { Claim, Finding } from './claim-check.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { addQuantities, excessOver, isZero, plainDecimal, sameUnit, smallest } from './quantity.ts';

/** What a price list or contract says one unit costs on the day of the invoice. */
export type AgreedPrice = {
  readonly source: string;
  readonly unitPrice: string;
  /** The price is for so many units; 1 when absent. */
  readonly priceBaseQuantity?: string;
  readonly unitCode: string;
  /** ISO day from which the price holds. */
  readonly validFrom?: string;
};

type PriceClaim = Pick<
  Claim,
  'line' | 'disputedQuantity' | 'expectedUnitPrice' | 'agreedPrice' | 'earlierCredits' | 'conversions'
>;

/** A billed price against the agreed one. The supported quantity is what the difference is due for. */
export function priceTooHigh(claim: PriceClaim): Finding {
  const { line, agreedPrice, expectedUnitPrice } = claim;
  const open = (rule: string, missing: MissingEvidence): Finding => ({
    verdict: 'inconclusive',
    supported: '0',
    rule,
    missing: [missing],
  });
  if (agreedPrice === undefined)
    return open('There is no agreed price to compare with', { what: 'price_agreement' });
  const { unitCode } = line.invoicedQuantity;
  if (!sameUnit(agreedPrice.unitCode, unitCode)) {
    const rule = `${agreedPrice.source} prices one ${agreedPrice.unitCode}, the invoice one ${unitCode}`;
    return open(rule, { what: 'agreed_unit_price', unitCode });
  }
  const billed = new Big(line.unitPrice).div(line.priceBaseQuantity);
  const agreed = new Big(agreedPrice.unitPrice).div(agreedPrice.priceBaseQuantity ?? '1');
  const wanted = expectedUnitPrice === undefined ? agreed : new Big(expectedUnitPrice);
  const fair = wanted.gt(agreed) ? wanted : agreed;
  const difference = billed.minus(fair);
  const price = {
    billed: shown(billed),
    agreed: shown(agreed),
    difference: shown(difference.lt(0) ? new Big(0) : difference),
  };
  const sources = [
    {
      kind: 'price_list',
      id: agreedPrice.source,
      text: `${asPrice(shown(agreed))} for one ${unitCode}`,
      ...(agreedPrice.validFrom === undefined ? {} : { at: agreedPrice.validFrom }),
    },
  ] as const;
  const record = `Billed at ${asPrice(price.billed)}, agreed at ${asPrice(price.agreed)} (${agreedPrice.source})`;
  if (difference.lte(0)) {
    return {
      verdict: 'not_validated',
      supported: '0',
      price,
      sources,
      rule: `${record}: not billed too high`,
    };
  }
  const credited = addQuantities(claim.earlierCredits.map((credit) => credit.creditedQuantity));
  const disputed = isZero(claim.disputedQuantity) ? line.invoicedQuantity.value : claim.disputedQuantity;
  const supported = smallest(disputed, excessOver(line.invoicedQuantity.value, credited));
  if (isZero(supported)) {
    return {
      verdict: 'not_validated',
      supported,
      price,
      sources,
      rule: `${record}: the line is credited already`,
    };
  }
  const whole = wanted.gte(agreed) && supported === plainDecimal(disputed);
  return {
    verdict: whole ? 'validated' : 'partly_validated',
    supported,
    price,
    sources,
    rule: `${record}: ${asPrice(price.difference)} too high${wanted.gte(agreed) ? '' : `, though not ${asPrice(shown(billed.minus(wanted)))}`}`,
  };
}

/** Prices have few digits; a price per hundred may need some more. */
const shown = (price: Big): string => plainDecimal(price.round(6));

const fewestDigits = 2;

/** A price as people write it: 14.2 is 14.20, 0.125 stays. */
const asPrice = (price: string): string =>
  (price.split('.')[1] ?? '').length < fewestDigits ? new Big(price).toFixed(fewestDigits) : price;

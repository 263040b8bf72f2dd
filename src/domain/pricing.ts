import Big from 'big.js';
import type { InvoiceLine } from './invoice.ts';
import { decimalFromMinor, roundToMinor } from './money.ts';
import { addQuantities, compareQuantities, plainDecimal, subtractQuantity } from './quantity.ts';
import { Refusal } from './refusal.ts';

/** What was credited on a line before; `netMinor` in the invoice's currency. */
export type EarlierCredit = { readonly creditedQuantity: string; readonly netMinor: number };

type Price = { readonly unitPrice: string; readonly priceBaseQuantity: string };
type PricedLine = Pick<InvoiceLine, 'line' | 'invoicedQuantity' | 'netMinor'> & Price;

/**
 * Net of a part of a line, in minor units. The full quantity is exactly the line's net. A part is quantity × price, or
 * its share of the net when an allowance or charge moved the net away from the price.
 */
export function netOfQuantity(line: PricedLine, quantity: string, currency: string): number {
  const invoiced = line.invoicedQuantity.value;
  if (compareQuantities(quantity, '0') < 0) {
    throw new Refusal('invalid', `A quantity cannot be negative: ${quantity}`, { line: line.line });
  }
  if (compareQuantities(quantity, invoiced) > 0) {
    throw new Refusal('over-quantity', `Line ${line.line} bills ${plainDecimal(invoiced)}, not ${quantity}`, {
      line: line.line,
      invoiced: plainDecimal(invoiced),
    });
  }
  if (compareQuantities(quantity, invoiced) === 0) return line.netMinor;
  return netAt(effectivePrice(line, currency), quantity, currency);
}

/** Net of a credit for `quantity` after `earlier` ones: the credit that completes the line takes what is left of its net. */
export function creditedNet(
  line: PricedLine,
  quantity: string,
  earlier: readonly EarlierCredit[],
  currency: string,
): number {
  const left = quantityLeft(line, earlier);
  if (compareQuantities(quantity, left) > 0) {
    throw new Refusal(
      'over-credit',
      `Only ${left} of line ${line.line} can still be credited, not ${quantity}`,
      {
        line: line.line,
        left,
      },
    );
  }
  const share = netOfQuantity(line, quantity, currency);
  const rest = line.netMinor - earlier.reduce((sum, credit) => sum + credit.netMinor, 0);
  // Rounding moves each credit by less than one minor unit; a larger gap comes from credits below the full price.
  const onlyRounding = Math.abs(rest - share) <= earlier.length + 1;
  if (compareQuantities(quantity, left) === 0 && onlyRounding) return rest;
  return Math.max(0, Math.min(share, rest));
}

/** What of a line has not been credited yet, never below zero. */
export function quantityLeft(
  line: Pick<InvoiceLine, 'invoicedQuantity'>,
  earlier: readonly Pick<EarlierCredit, 'creditedQuantity'>[],
): string {
  const credited = addQuantities(earlier.map((credit) => credit.creditedQuantity));
  const left = subtractQuantity(line.invoicedQuantity.value, credited);
  return compareQuantities(left, '0') < 0 ? '0' : left;
}

/** The price to print beside a credited net, so that quantity × price / base rounds to exactly that net. */
export function priceForNet(line: PricedLine, quantity: string, netMinor: number, currency: string): Price {
  const ofLine = effectivePrice(line, currency);
  if (netAt(ofLine, quantity, currency) === netMinor) return ofLine;
  return { unitPrice: decimalFromMinor(netMinor, currency), priceBaseQuantity: plainDecimal(quantity) };
}

/** Quantity × price / base, rounded to the currency. */
export const netAt = (price: Price, quantity: string, currency: string): number =>
  roundToMinor(new Big(quantity).times(price.unitPrice).div(price.priceBaseQuantity), currency);

function effectivePrice(line: PricedLine, currency: string): Price {
  const invoiced = line.invoicedQuantity.value;
  const printed = { unitPrice: line.unitPrice, priceBaseQuantity: line.priceBaseQuantity };
  if (new Big(invoiced).eq(0) || netAt(printed, invoiced, currency) === line.netMinor) return printed;
  return { unitPrice: decimalFromMinor(line.netMinor, currency), priceBaseQuantity: plainDecimal(invoiced) };
}

/** What one unit costs, of a price that may be printed for several; a decimal string. */
export const priceOfOne = ({ unitPrice, priceBaseQuantity }: Price): string =>
  new Big(priceBaseQuantity).eq(1)
    ? unitPrice
    : new Big(unitPrice).div(priceBaseQuantity).round(4).toString();

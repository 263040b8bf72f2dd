import type { CreditNote, CreditNoteLine } from './credit-note.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';
import { adjustmentReasonOf } from './dispute-reasons.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';
import { decimalFromMinor } from './money.ts';
import type { OrderLine } from './order.ts';
import { creditedNet, type EarlierCredit, netAt, netOfQuantity, priceForNet } from './pricing.ts';
import { plainDecimal } from './quantity.ts';
import { Refusal } from './refusal.ts';
import { creditsOn, type EarlierRemedies, linesToMakeGood, type RemedyLine } from './remedy-lines.ts';
import { taxTotal } from './tax.ts';

/** For a credit of a price: what one unit was billed too much, a decimal string; without it the whole unit is credited. */
export type CreditLine = RemedyLine & { readonly priceDifference?: string };

/** A credit note without its number, which is drawn when it is issued. */
export type CreditNoteDraft = Omit<CreditNote, 'number'>;

/**
 * The credit note for parts of an invoice. Refuses what was credited or sent again before, more than was billed, and
 * lines of nothing. Credits of an invoice never add up to more than its net and its tax.
 */
export function creditNoteFor(
  invoice: Invoice,
  wanted: readonly CreditLine[],
  earlier: EarlierRemedies,
  about: { readonly reasonCode: DisputeReasonCode; readonly reason?: string; readonly issueDate: string },
): CreditNoteDraft {
  const credits = earlier.credits.filter((credit) => credit.invoiceNumber === invoice.number);
  const lines = linesToMakeGood(invoice, wanted, { ...earlier, credits }).map(
    ({ line, remedy }, at): CreditNoteLine => {
      const before = creditsOn(line.line, credits);
      const netMinor = netOfCredit(line, remedy, before, invoice.currency);
      if (netMinor <= 0)
        throw new Refusal('over-credit', `Nothing of line ${line.line} is left to credit`, {
          line: line.line,
        });
      const { taxCategory, taxRate, itemId, description, invoicedQuantity } = line;
      return {
        line: at + 1,
        invoiceLine: line.line,
        itemId,
        description,
        creditedQuantity: { value: plainDecimal(remedy.quantity), unitCode: invoicedQuantity.unitCode },
        ...priceForNet(line, remedy.quantity, netMinor, invoice.currency),
        netMinor,
        taxCategory,
        taxRate,
      };
    },
  );
  const netMinor = sum(lines.map((line) => line.netMinor));
  const netLeft = invoice.netMinor - sum(credits.map((credit) => credit.netMinor));
  const taxLeft = invoice.taxMinor - sum(credits.map((credit) => credit.taxMinor));
  if (netMinor > netLeft) {
    throw new Refusal(
      'over-credit',
      `Only ${decimalFromMinor(netLeft, invoice.currency)} net of ${invoice.number} is left to credit`,
      {
        netLeft: decimalFromMinor(netLeft, invoice.currency),
      },
    );
  }
  // The credit that completes the invoice takes the cents that rounding left of its tax.
  const taxMinor =
    netMinor === netLeft ? taxLeft : Math.min(taxLeft, taxTotal(lines, invoice.currency).taxMinor);
  return {
    accountId: invoice.accountId,
    issueDate: about.issueDate,
    currency: invoice.currency,
    invoiceNumber: invoice.number,
    invoiceIssueDate: invoice.issueDate,
    reasonCode: adjustmentReasonOf(about.reasonCode),
    ...(about.reason === undefined ? {} : { reason: about.reason }),
    billTo: invoice.billTo,
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    lines,
  };
}

/** Goods to be sent again. Nothing is charged; `valueMinor` is what they were billed at, net, for the approval limit. */
export type ReplacementOrderDraft = {
  readonly accountId: string;
  readonly invoiceNumber: string;
  readonly orderNumber?: string;
  readonly currency: string;
  readonly charged: false;
  readonly valueMinor: number;
  readonly lines: readonly (OrderLine & { readonly invoiceLine: number })[];
};

/** The order for goods that were billed and never came; each unit is credited or sent again, never both. */
export function replacementOrderFor(
  invoice: Invoice,
  wanted: readonly RemedyLine[],
  earlier: EarlierRemedies,
): ReplacementOrderDraft {
  const credits = earlier.credits.filter((credit) => credit.invoiceNumber === invoice.number);
  const lines = linesToMakeGood(invoice, wanted, { ...earlier, credits });
  const notGoods = lines.find(({ line }) => line.kind !== 'goods');
  if (notGoods) {
    const { line } = notGoods.line;
    throw new Refusal('not-possible', `Line ${line} bills no goods that could be sent again`, { line });
  }
  return {
    accountId: invoice.accountId,
    invoiceNumber: invoice.number,
    ...(invoice.orderNumber === undefined ? {} : { orderNumber: invoice.orderNumber }),
    currency: invoice.currency,
    charged: false,
    valueMinor: sum(lines.map(({ line, remedy }) => netOfQuantity(line, remedy.quantity, invoice.currency))),
    lines: lines.map(({ line, remedy }, at) => ({
      line: at + 1,
      invoiceLine: line.line,
      itemId: line.itemId,
      description: line.description,
      orderedQuantity: { value: plainDecimal(remedy.quantity), unitCode: line.invoicedQuantity.unitCode },
      unitPrice: '0',
    })),
  };
}

function netOfCredit(
  line: InvoiceLine,
  remedy: CreditLine,
  before: readonly EarlierCredit[],
  currency: string,
): number {
  if (remedy.priceDifference === undefined) return creditedNet(line, remedy.quantity, before, currency);
  if (!/^\d+(\.\d+)?$/.test(remedy.priceDifference)) {
    throw new Refusal(
      'invalid',
      `A price difference must be a sum above zero, not ${remedy.priceDifference}`,
      { line: line.line },
    );
  }
  const whole = creditedNet(line, remedy.quantity, before, currency);
  return Math.min(whole, netOfDifference(remedy.quantity, remedy.priceDifference, currency));
}

const netOfDifference = (quantity: string, unitPrice: string, currency: string): number =>
  netAt({ unitPrice, priceBaseQuantity: '1' }, quantity, currency);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

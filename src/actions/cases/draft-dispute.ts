import Big from 'big.js';
import type { DisputeReasonCode } from '#domain/dispute-reason.ts';
import { needsLine, needsPrice, needsQuantity } from '#domain/dispute-reasons.ts';
import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { netAt, netOfQuantity } from '#domain/pricing.ts';
import { compareQuantities, plainDecimal, subtractQuantity } from '#domain/quantity.ts';
import { Refusal } from '#domain/refusal.ts';
import { taxTotal } from '#domain/tax.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { openDisputeOf } from '#storage/cases/cases.ts';
import { lineOf } from '../invoices/explain-line.ts';
import { ownInvoice } from '../invoices/own-invoice.ts';
import type { Service } from '../service.ts';

/** What a customer claims; quantities and prices as decimal strings in the invoice line's unit and currency. */
export type DisputeClaim = {
  readonly invoiceNumber: string;
  readonly reason: DisputeReasonCode;
  readonly items?: readonly {
    readonly line: number;
    readonly receivedQuantity?: string;
    readonly disputedQuantity?: string;
    readonly expectedUnitPrice?: string;
  }[];
  readonly note?: string;
};
type ClaimedItem = NonNullable<DisputeClaim['items']>[number];

export type DraftItem = {
  readonly line: number;
  readonly description: string;
  readonly unitCode: string;
  readonly unitPrice: string;
  readonly invoicedQuantity: string;
  readonly claimedQuantity?: string;
  readonly disputedQuantity: string;
  readonly expectedUnitPrice?: string;
  readonly netMinor: number;
  /** Net and tax. */
  readonly disputedMinor: number;
  readonly openKey: string;
};

export type DisputeDraft = {
  readonly invoice: Invoice;
  readonly reason: DisputeReasonCode;
  readonly note?: string;
  readonly items: readonly DraftItem[];
  readonly totalMinor: number;
  readonly facts: ConfirmationView['facts'];
};

/** Checks a claim against the invoice and works out what is in dispute. Writes nothing. */
export async function draftDispute(
  service: Service,
  accountId: string,
  claim: DisputeClaim,
): Promise<DisputeDraft> {
  const invoice = await ownInvoice(service, accountId, claim.invoiceNumber);
  const claimed = claim.items ?? [];
  if (claimed.length === 0 && needsLine(claim.reason)) {
    throw new Refusal('invalid', `Which line of ${invoice.number} is it? Name the line.`, {
      field: 'items',
      invoiceNumber: invoice.number,
    });
  }
  const twice = claimed.find((item, at) => claimed.findIndex((other) => other.line === item.line) !== at);
  if (twice)
    throw new Refusal('invalid', `Line ${twice.line} is named twice. Name each line once.`, {
      field: 'items',
    });
  const items =
    claimed.length === 0
      ? [wholeInvoice(invoice, claim.reason)]
      : claimed.map((item) => draftItem(invoice, claim.reason, item));
  const known = await openDisputeOf(
    service.db,
    items.map((item) => item.openKey),
  );
  if (known) {
    throw new Refusal(
      'already-disputed',
      `Case ${known.number} is already open for this. I can add what you tell me to it.`,
      {
        caseNumber: known.number,
      },
    );
  }
  const totalMinor = items.reduce((sum, item) => sum + item.disputedMinor, 0);
  const netMinor = items.reduce((sum, item) => sum + item.netMinor, 0);
  const decimal = (minor: number) => decimalFromMinor(minor, invoice.currency);
  return {
    invoice,
    reason: claim.reason,
    ...(claim.note === undefined ? {} : { note: claim.note }),
    items,
    totalMinor,
    facts: {
      invoiceNumber: invoice.number,
      reasonCode: claim.reason,
      currency: invoice.currency,
      net: decimal(netMinor),
      tax: decimal(totalMinor - netMinor),
      total: decimal(totalMinor),
      ...(claim.note === undefined ? {} : { note: claim.note }),
      items: items.map(({ netMinor: net, disputedMinor: _, openKey: _key, ...item }) => ({
        ...item,
        net: decimal(net),
      })),
    },
  };
}

function wholeInvoice(invoice: Invoice, reason: DisputeReasonCode): DraftItem {
  return {
    line: 0,
    description: `Invoice ${invoice.number} as a whole`,
    unitCode: 'C62',
    unitPrice: decimalFromMinor(invoice.netMinor, invoice.currency),
    invoicedQuantity: '1',
    disputedQuantity: '1',
    // A wrong tax rate puts the tax in dispute, not what was bought.
    netMinor: reason === 'TAX_ERROR' ? 0 : invoice.netMinor,
    disputedMinor: reason === 'TAX_ERROR' ? invoice.taxMinor : invoice.totalMinor,
    openKey: `${invoice.number}#0#${reason}`,
  };
}

function draftItem(invoice: Invoice, reason: DisputeReasonCode, claimed: ClaimedItem): DraftItem {
  const line = lineOf(invoice, claimed.line);
  const invoiced = plainDecimal(line.invoicedQuantity.value);
  const disputed = disputedQuantity(invoice, line, reason, claimed);
  const price = claimed.expectedUnitPrice;
  if (needsPrice(reason) && price === undefined) {
    throw new Refusal(
      'invalid',
      `Which price did you expect for line ${line.line}? It was billed at ${line.unitPrice}.`,
      {
        field: 'expectedUnitPrice',
      },
    );
  }
  const netMinor =
    price === undefined
      ? netOfQuantity(line, disputed, invoice.currency)
      : overcharge(invoice, line, disputed, price);
  const { taxMinor } = taxTotal(
    [{ netMinor, taxCategory: line.taxCategory, taxRate: line.taxRate }],
    invoice.currency,
  );
  return {
    line: line.line,
    description: line.description,
    unitCode: line.invoicedQuantity.unitCode,
    unitPrice: line.unitPrice,
    invoicedQuantity: invoiced,
    ...(claimed.receivedQuantity === undefined
      ? {}
      : { claimedQuantity: plainDecimal(claimed.receivedQuantity) }),
    disputedQuantity: disputed,
    ...(price === undefined ? {} : { expectedUnitPrice: price }),
    netMinor,
    disputedMinor: netMinor + taxMinor,
    openKey: `${invoice.number}#${line.line}`,
  };
}

/** Billed minus received, or what the customer says is in dispute; all of the line when the reason knows no quantity. */
function disputedQuantity(
  invoice: Invoice,
  line: InvoiceLine,
  reason: DisputeReasonCode,
  claimed: ClaimedItem,
): string {
  const invoiced = plainDecimal(line.invoicedQuantity.value);
  const { receivedQuantity, disputedQuantity: said } = claimed;
  if (receivedQuantity === undefined && said === undefined) {
    if (needsQuantity(reason)) {
      throw new Refusal('invalid', `How many of the ${invoiced} on line ${line.line} are in dispute?`, {
        field: 'disputedQuantity',
      });
    }
    return invoiced;
  }
  for (const value of [receivedQuantity, said]) {
    if (value !== undefined && compareQuantities(value, invoiced) > 0) {
      throw new Refusal(
        'over-quantity',
        `Line ${line.line} of ${invoice.number} bills ${invoiced}, so ${value} cannot be right.`,
        {
          line: line.line,
          invoiced,
        },
      );
    }
  }
  const disputed = said ?? subtractQuantity(invoiced, receivedQuantity ?? '0');
  if (
    receivedQuantity !== undefined &&
    said !== undefined &&
    !new Big(receivedQuantity).plus(said).eq(invoiced)
  ) {
    throw new Refusal(
      'invalid',
      `${receivedQuantity} received and ${said} in dispute do not make the ${invoiced} billed on line ${line.line}. Which is right?`,
      { field: 'disputedQuantity' },
    );
  }
  if (compareQuantities(disputed, '0') <= 0) {
    throw new Refusal(
      'invalid',
      `All ${invoiced} of line ${line.line} arrived, as you say, so nothing is in dispute.`,
      { line: line.line },
    );
  }
  return plainDecimal(disputed);
}

function overcharge(invoice: Invoice, line: InvoiceLine, quantity: string, expected: string): number {
  const billed = netOfQuantity(line, quantity, invoice.currency);
  const agreed = netAt(
    { unitPrice: expected, priceBaseQuantity: line.priceBaseQuantity },
    quantity,
    invoice.currency,
  );
  if (agreed >= billed) {
    throw new Refusal(
      'invalid',
      `Line ${line.line} was billed at ${line.unitPrice}, which is not more than ${expected}.`,
      {
        field: 'expectedUnitPrice',
      },
    );
  }
  return billed - agreed;
}

import { createHash } from 'node:crypto';
import type { ToApprove } from '#domain/approval.ts';
import type { Invoice } from '#domain/invoice.ts';
import { netOfQuantity } from '#domain/pricing.ts';
import { compareQuantities } from '#domain/quantity.ts';
import { Refusal } from '#domain/refusal.ts';
import type { EarlierRemedies } from '#domain/remedy-lines.ts';
import {
  type CreditNoteDraft,
  creditNoteFor,
  type ReplacementOrderDraft,
  replacementOrderFor,
} from '#domain/resolution.ts';
import { taxTotal } from '#domain/tax.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { creditNotesOfInvoice } from '#storage/billing/credit-notes.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { type CaseRecord, itemsOf } from '#storage/cases/cases.ts';
import { replacementOrdersOfInvoice } from '#storage/cases/replacement-orders.ts';
import { type CaseCheck, checkCase } from '../cases/check-claim.ts';
import { type Service, today } from '../service.ts';
import { promisedBy } from './promised-by.ts';

export type Wanted = {
  readonly kind: ProposalView['kind'];
  /** Quantities in the invoice lines' units; without them: what the check supports. Never amounts. */
  readonly lines?: readonly { readonly line: number; readonly quantity: string }[];
  readonly reason?: string;
};

/** What a proposal would do, computed from the records as they are now. */
export type WorkedOut = {
  readonly invoice: Invoice;
  readonly check: CaseCheck;
  readonly lines: readonly { readonly line: number; readonly quantity: string }[];
  readonly credit?: CreditNoteDraft;
  readonly order?: ReplacementOrderDraft & { readonly promiseDate: string };
  readonly toApprove: ToApprove;
};

/** Computes a resolution from records; refuses what the rules do not allow. Nothing of it comes from a message or a model but quantities. */
export async function workOut(service: Service, record: CaseRecord, wanted: Wanted): Promise<WorkedOut> {
  if (record.state === 'closed' || record.state === 'cancelled') {
    throw new Refusal('moved-on', `Case ${record.number} is ${record.state} already.`, {
      caseNumber: record.number,
    });
  }
  const invoice =
    record.invoiceNumber === undefined ? undefined : await invoiceByNumber(service.db, record.invoiceNumber);
  if (!invoice)
    throw new Refusal(
      'not-possible',
      `Case ${record.number} disputes no invoice, so there is nothing to resolve with a document.`,
    );
  const check = await checkCase(service, record);
  const lines = await wantedLines(service, record, invoice, check, wanted);
  const beyondEvidence = lines.some(
    (line) => compareQuantities(line.quantity, supportedOf(check, invoice, line.line)) > 0,
  );
  const of = (totalMinor: number): ToApprove => ({
    kind: wanted.kind,
    totalMinor,
    currency: invoice.currency,
    verdict: check.verdict,
    beyondEvidence,
  });
  if (wanted.kind === 'denial') {
    if ((wanted.reason ?? '').trim().length < 10) {
      throw new Refusal(
        'invalid',
        'A denial needs a reason the customer will read. Write at least one sentence.',
        { field: 'reason' },
      );
    }
    if (check.lines.every((line) => line.sources.length === 0)) {
      throw new Refusal(
        'not-possible',
        'No document speaks against the claim. Ask for evidence before you deny it.',
        { why: 'nothing-against' },
      );
    }
    return { invoice, check, lines, toApprove: { ...of(0), beyondEvidence: false } };
  }
  if (wanted.kind === 'credit_note') {
    const credit = await creditNow(service, record, wanted, { invoice, check, lines });
    return { invoice, check, lines, credit, toApprove: of(credit.totalMinor) };
  }
  const order = await orderNow(service, { invoice, lines });
  const promiseDate = await promisedBy(service, order);
  return {
    invoice,
    check,
    lines,
    order: { ...order, promiseDate },
    toApprove: of(valueWithTax(invoice, order)),
  };
}

/** The credit note for lines that were worked out, against the credits and orders there are at this moment. */
export async function creditNow(
  service: Service,
  record: CaseRecord,
  wanted: Wanted,
  { invoice, check, lines }: Pick<WorkedOut, 'invoice' | 'check' | 'lines'>,
): Promise<CreditNoteDraft> {
  const difference = new Map(
    check.lines.flatMap((line) => (line.price ? [[line.line, line.price.difference] as const] : [])),
  );
  return creditNoteFor(
    invoice,
    lines.map((line) => {
      const priceDifference = record.reasonCode === 'PRICE_ERROR' ? difference.get(line.line) : undefined;
      return priceDifference === undefined ? line : { ...line, priceDifference };
    }),
    await earlierRemedies(service, invoice.number),
    {
      reasonCode: record.reasonCode ?? 'OTHER',
      issueDate: today(service),
      ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
    },
  );
}

/** The replacement order for lines that were worked out, against the credits and orders there are at this moment. */
export const orderNow = async (
  service: Service,
  { invoice, lines }: Pick<WorkedOut, 'invoice' | 'lines'>,
): Promise<ReplacementOrderDraft> =>
  replacementOrderFor(invoice, lines, await earlierRemedies(service, invoice.number));

/** What the goods of an order were billed at, tax included: limits are sums with tax. */
function valueWithTax(invoice: Invoice, order: ReplacementOrderDraft): number {
  const nets = order.lines.flatMap(({ invoiceLine, orderedQuantity }) => {
    const line = invoice.lines.find((one) => one.line === invoiceLine);
    return line ? [{ ...line, netMinor: netOfQuantity(line, orderedQuantity.value, invoice.currency) }] : [];
  });
  return order.valueMinor + taxTotal(nets, invoice.currency).taxMinor;
}

/** A token over everything that was shown: when any of it changes, the token no longer fits. */
export function tokenOf(preview: Omit<ProposalView, 'previewToken' | 'version' | 'state' | 'id'>): string {
  const { approvedBy: _, holdUntil: _hold, outcome: _outcome, ...shown } = preview;
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 32);
}

async function wantedLines(
  service: Service,
  record: CaseRecord,
  invoice: Invoice,
  check: CaseCheck,
  wanted: Wanted,
) {
  if (wanted.kind === 'denial') return [];
  const items = await itemsOf(service.db, [record.id]);
  const whole = items.some((item) => item.line === 0);
  if (wanted.lines && wanted.lines.length > 0) {
    for (const { line, quantity } of wanted.lines) {
      const item = items.find((one) => one.line === line);
      if (!item && !whole)
        throw new Refusal('invalid', `Line ${line} is not part of case ${record.number}.`, {
          field: 'lines',
        });
      if (item && compareQuantities(quantity, item.disputedQuantity) > 0) {
        throw new Refusal(
          'over-quantity',
          `Only ${item.disputedQuantity} of line ${line} are in dispute, not ${quantity}.`,
          { why: 'over-disputed', line, disputed: item.disputedQuantity, wanted: quantity },
        );
      }
    }
    return wanted.lines;
  }
  const supported = whole
    ? check.lines.some((line) => line.supported !== '0')
      ? invoice.lines
          .filter((line) => line.netMinor > 0)
          .map((line) => ({ line: line.line, quantity: line.invoicedQuantity.value }))
      : []
    : check.lines
        .filter((line) => compareQuantities(line.supported, '0') > 0)
        .map((line) => ({ line: line.line, quantity: line.supported }));
  if (supported.length === 0) {
    throw new Refusal(
      'not-possible',
      'The records do not support any quantity. Name the lines and quantities yourself, or close it as not supported.',
      { why: 'nothing-supported' },
    );
  }
  return supported;
}

function supportedOf(check: CaseCheck, invoice: Invoice, line: number): string {
  const whole = check.lines.find((one) => one.line === 0);
  if (whole)
    return whole.supported === '0'
      ? '0'
      : (invoice.lines.find((one) => one.line === line)?.invoicedQuantity.value ?? '0');
  return check.lines.find((one) => one.line === line)?.supported ?? '0';
}

async function earlierRemedies({ db }: Service, invoiceNumber: string): Promise<EarlierRemedies> {
  const orders = await replacementOrdersOfInvoice(db, invoiceNumber);
  return {
    credits: await creditNotesOfInvoice(db, invoiceNumber),
    replacements: orders.flatMap((order) => order.lines.map(({ line, quantity }) => ({ line, quantity }))),
  };
}

import type { StockPromise } from '#connectors/available-to-promise.ts';
import type { DeliveryRecords } from '#connectors/delivery-records.ts';
import { type Claim, type ClaimCheck, checkClaim } from '#domain/claim-check.ts';
import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { distinctEvidence } from '#domain/missing-evidence.ts';
import { addQuantities } from '#domain/quantity.ts';
import { creditNotesOfInvoice } from '#storage/billing/credit-notes.ts';
import { findInvoiceHeads, invoiceByNumber } from '#storage/billing/invoices.ts';
import { ledgerSums } from '#storage/billing/ledger.ts';
import { priceOn } from '#storage/billing/prices.ts';
import type { DisputeItemRecord } from '#storage/cases/cases.ts';
import { orderByNumber } from '#storage/deliveries/orders.ts';
import { ifReachable } from '../outside-systems.ts';
import type { Service } from '../service.ts';

/** Checks one disputed line against every record there is; the verdict is the domain's alone. */
export async function checkItem(
  service: Service,
  invoice: Invoice,
  item: DisputeItemRecord,
): Promise<ClaimCheck | undefined> {
  const line = invoice.lines.find((one) => one.line === item.line);
  if (line) return checkClaim(await claimOf(service, invoice, line, item));
  if (item.line !== 0) return undefined;
  const checks = await Promise.all(
    invoice.lines.map(async (one) => {
      const all = { ...item, disputedQuantity: one.invoicedQuantity.value };
      return checkClaim(await claimOf(service, invoice, one, all));
    }),
  );
  return wholeOf(checks);
}

/** A dispute of a whole invoice: borne out only when every line is. */
function wholeOf(checks: readonly ClaimCheck[]): ClaimCheck | undefined {
  const [first] = checks;
  if (!first) return undefined;
  const agreed = checks.every((check) => check.verdict === first.verdict) ? first.verdict : 'inconclusive';
  return {
    line: 0,
    verdict: agreed,
    unitCode: 'C62',
    invoiced: '1',
    inTransit: '0',
    returned: '0',
    alreadyCredited: '0',
    supported: agreed === 'validated' ? '1' : '0',
    rule: [...new Set(checks.map((check) => check.rule))].join('; '),
    missing: distinctEvidence(checks.flatMap((check) => check.missing)),
    sources: checks.flatMap((check) => check.sources),
  };
}

async function claimOf(
  service: Service,
  invoice: Invoice,
  line: InvoiceLine,
  item: DisputeItemRecord,
): Promise<Claim> {
  const { db } = service;
  const deliveries = await ifReachable(service, () => deliveriesFor(service, invoice));
  const stock = await ifReachable(service, () => service.stock.ofItem(line.itemId));
  const order = invoice.orderNumber === undefined ? undefined : await orderByNumber(db, invoice.orderNumber);
  const ordered = order?.lines.find((one) => one.line === line.orderLine)?.orderedQuantity;
  const credits = await creditNotesOfInvoice(db, invoice.number);
  const price = await priceOn(db, {
    itemId: line.itemId,
    accountId: invoice.accountId,
    currency: invoice.currency,
    day: invoice.issueDate,
  });
  return {
    line,
    reasonCode: item.reasonCode,
    ...(item.claimedQuantity === undefined ? {} : { claimedQuantity: item.claimedQuantity }),
    disputedQuantity: item.disputedQuantity,
    ...(ordered ? { orderedQuantity: ordered } : {}),
    ...linesFor(deliveries, line),
    earlierCredits: credits.flatMap((credit) =>
      credit.lines
        .filter((one) => one.invoiceLine === line.line)
        .map((one) => ({ number: credit.number, creditedQuantity: one.creditedQuantity.value })),
    ),
    alsoBilled: await billedBesides(service, invoice, line),
    deliveriesReachable: deliveries !== undefined,
    ...conversionsOf(stock),
    ...(price
      ? {
          agreedPrice: {
            source: price.priceList,
            unitPrice: price.unitPrice,
            unitCode: price.unitCode,
            validFrom: price.validFrom,
          },
        }
      : {}),
    ...(item.expectedUnitPrice === undefined ? {} : { expectedUnitPrice: item.expectedUnitPrice }),
    ...(item.reasonCode === 'DUPLICATE_INVOICE' ? { otherInvoices: await othersOf(service, invoice) } : {}),
    ...(invoice.orderNumber === undefined ? {} : { orderNumber: invoice.orderNumber }),
  };
}

const conversionsOf = (stock: StockPromise | undefined) => (stock ? { conversions: stock.conversions } : {});

async function deliveriesFor(service: Service, invoice: Invoice): Promise<DeliveryRecords> {
  if (invoice.orderNumber === undefined) return { despatches: [], receipts: [], returns: [] };
  return service.deliveries.ofOrder(invoice.orderNumber);
}

function linesFor(
  records: DeliveryRecords | undefined,
  line: InvoiceLine,
): Pick<Claim, 'despatches' | 'receipts' | 'returns'> {
  const mine = <T extends { orderLine: number }>(one: T) => one.orderLine === (line.orderLine ?? line.line);
  return {
    despatches: (records?.despatches ?? []).flatMap((despatch) =>
      despatch.lines.filter(mine).map((one) => ({
        number: despatch.number,
        state: despatch.state,
        ...(despatch.signedAt === undefined ? {} : { signedAt: despatch.signedAt }),
        deliveredQuantity: one.deliveredQuantity,
        ...(one.backorderQuantity === undefined ? {} : { backorderQuantity: one.backorderQuantity }),
      })),
    ),
    receipts: (records?.receipts ?? []).flatMap((receipt) =>
      receipt.lines.filter(mine).map((one) => ({
        number: receipt.number,
        receivedQuantity: one.receivedQuantity,
        ...(one.shortQuantity === undefined ? {} : { shortQuantity: one.shortQuantity }),
        ...(one.rejectedQuantity === undefined ? {} : { rejectedQuantity: one.rejectedQuantity }),
      })),
    ),
    returns: (records?.returns ?? [])
      .filter(mine)
      .map((one) => ({ number: one.number, returnedQuantity: one.returnedQuantity })),
  };
}

/** Other invoices for the same order line: what was delivered was for all of them. */
async function billedBesides(
  { db }: Service,
  invoice: Invoice,
  line: InvoiceLine,
): Promise<NonNullable<Claim['alsoBilled']>> {
  if (invoice.orderNumber === undefined || line.orderLine === undefined) return [];
  const heads = await findInvoiceHeads(db, {
    accountId: invoice.accountId,
    orderNumber: invoice.orderNumber,
  });
  const others = await Promise.all(
    heads.filter((head) => head.number !== invoice.number).map((head) => invoiceByNumber(db, head.number)),
  );
  const found = others.flatMap((other) =>
    (other?.lines ?? []).filter((one) => one.orderLine === line.orderLine).map((one) => ({ other, one })),
  );
  return Promise.all(
    found.map(async ({ other, one }) => {
      const credits = other ? await creditNotesOfInvoice(db, other.number) : [];
      const credited = credits.flatMap((credit) =>
        credit.lines.filter((part) => part.invoiceLine === one.line),
      );
      return {
        number: other?.number ?? '',
        invoicedQuantity: one.invoicedQuantity,
        creditedQuantity: addQuantities(credited.map((part) => part.creditedQuantity.value)),
      };
    }),
  );
}

async function othersOf({ db }: Service, invoice: Invoice): Promise<NonNullable<Claim['otherInvoices']>> {
  const heads = (await findInvoiceHeads(db, { accountId: invoice.accountId })).filter(
    (head) => head.number !== invoice.number,
  );
  const sums = await ledgerSums(
    db,
    heads.map((head) => head.number),
  );
  return Promise.all(
    heads.map(async (head) => ({
      number: head.number,
      issueDate: head.issueDate,
      ...(head.orderNumber === undefined ? {} : { orderNumber: head.orderNumber }),
      credited: (sums.get(head.number)?.creditedMinor ?? 0) >= head.totalMinor,
      lines: (await invoiceByNumber(db, head.number))?.lines ?? [],
    })),
  );
}

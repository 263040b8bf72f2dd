import type { Invoice, InvoiceLine } from '#domain/invoice.ts';
import { decimalFromMinor } from '#domain/money.ts';
import {
  addQuantities,
  compareQuantities,
  inUnit,
  plainDecimal,
  subtractQuantity,
} from '#domain/quantity.ts';
import { Refusal } from '#domain/refusal.ts';
import type { LineExplanation, SourceView } from '#domain/views/invoice-view.ts';
import { priceOn } from '#storage/billing/prices.ts';
import { orderByNumber } from '#storage/deliveries/orders.ts';
import { ifReachable, mustReach } from '../outside-systems.ts';
import type { Service } from '../service.ts';
import { lineView } from './invoice-views.ts';

/** The line of an invoice; a refusal that says which lines there are. */
export function lineOf(invoice: Invoice, line: number): InvoiceLine {
  const found = invoice.lines.find((candidate) => candidate.line === line);
  if (found) return found;
  const last = invoice.lines.at(-1)?.line ?? 0;
  throw new Refusal('invalid', `Invoice ${invoice.number} has no line ${line}; it has lines 1 to ${last}.`, {
    lines: last,
  });
}

/** Ordered, delivered, invoiced, where the price comes from, and how they multiply: each figure with its document. */
export async function explainLine(
  service: Service,
  invoice: Invoice,
  lineNumber: number,
): Promise<LineExplanation> {
  const line = lineOf(invoice, lineNumber);
  const ordered = await orderedFor(service, invoice, line);
  const delivered = line.kind === 'goods' ? await deliveredFor(service, invoice, line) : undefined;
  const price = await priceOn(service.db, {
    itemId: line.itemId,
    accountId: invoice.accountId,
    currency: invoice.currency,
    day: invoice.issueDate,
  });
  const base = plainDecimal(line.priceBaseQuantity);
  const per = base === '1' ? '' : ` / ${base}`;
  const billed = line.invoicedQuantity.value;
  const beyond =
    delivered && compareQuantities(billed, addQuantities([delivered.quantity, delivered.inTransit])) > 0
      ? {
          quantity: subtractQuantity(billed, addQuantities([delivered.quantity, delivered.inTransit])),
          against: 'delivered' as const,
        }
      : ordered && compareQuantities(billed, ordered.quantity) > 0
        ? { quantity: subtractQuantity(billed, ordered.quantity), against: 'ordered' as const }
        : undefined;
  return {
    invoiceNumber: invoice.number,
    line: lineView(line, invoice.currency),
    currency: invoice.currency,
    arithmetic: `${plainDecimal(billed)} × ${line.unitPrice}${per} = ${decimalFromMinor(line.netMinor, invoice.currency)}`,
    ...(ordered ? { ordered } : {}),
    ...(delivered ? { delivered } : {}),
    ...(price
      ? {
          priceSource: {
            unitPrice: price.unitPrice,
            source: { kind: 'price_list', id: price.priceList, at: price.validFrom },
          },
        }
      : {}),
    ...(beyond ? { unsupported: beyond } : {}),
  };
}

async function orderedFor(
  service: Service,
  invoice: Invoice,
  line: InvoiceLine,
): Promise<LineExplanation['ordered']> {
  if (invoice.orderNumber === undefined || line.orderLine === undefined) return undefined;
  const order = await orderByNumber(service.db, invoice.orderNumber);
  const orderLine =
    order?.accountId === invoice.accountId
      ? order.lines.find((one) => one.line === line.orderLine)
      : undefined;
  if (!order || !orderLine) return undefined;
  const quantity =
    inUnit(orderLine.orderedQuantity, line.invoicedQuantity.unitCode) ?? orderLine.orderedQuantity;
  const source: SourceView = { kind: 'order', id: order.number, line: orderLine.line, at: order.issueDate };
  return { quantity: plainDecimal(quantity.value), unitCode: quantity.unitCode, source };
}

async function deliveredFor(
  service: Service,
  invoice: Invoice,
  line: InvoiceLine,
): Promise<LineExplanation['delivered']> {
  if (invoice.orderNumber === undefined || line.orderLine === undefined) return undefined;
  const { orderNumber } = invoice;
  const { despatches } = await mustReach(service, 'delivery records', () =>
    service.deliveries.ofOrder(orderNumber),
  );
  const conversions = (await ifReachable(service, () => service.stock.ofItem(line.itemId)))?.conversions;
  const unitCode = line.invoicedQuantity.unitCode;
  const parts = despatches.flatMap((despatch) =>
    despatch.lines
      .filter((one) => one.orderLine === line.orderLine)
      .map((one) => ({ despatch, quantity: inUnit(one.deliveredQuantity, unitCode, conversions) })),
  );
  if (parts.length === 0 || parts.some((part) => part.quantity === undefined)) return undefined;
  const sumOf = (state: 'delivered' | 'in_transit') =>
    addQuantities(
      parts.filter((part) => part.despatch.state === state).map((part) => part.quantity?.value ?? '0'),
    );
  return {
    quantity: sumOf('delivered'),
    unitCode,
    inTransit: sumOf('in_transit'),
    sources: parts.map(({ despatch }) => ({
      kind: 'despatch',
      id: despatch.number,
      at: despatch.signedAt ?? despatch.issueDate,
    })),
  };
}

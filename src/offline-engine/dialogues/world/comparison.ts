import Big from 'big.js';
import type { InvoiceExplanation, InvoiceView } from '#domain/views/invoice-view.ts';

/** An invoice beside the one before it for the same goods. */
export function explained(invoice: InvoiceView, invoices: readonly InvoiceView[]): InvoiceExplanation {
  const previous = invoices.find(
    (other) =>
      other.issueDate < invoice.issueDate &&
      other.lines.some(({ description }) =>
        invoice.lines.some((line) => line.kind === 'goods' && line.description === description),
      ),
  );
  if (!previous) return { invoice, changes: [] };
  const changes = invoice.lines.flatMap((line) => {
    const before = previous.lines.find(({ description }) => description === line.description);
    if (!before || (before.quantity === line.quantity && before.unitPrice === line.unitPrice)) return [];
    const { line: number, description, unitCode, quantity, unitPrice } = line;
    return [
      {
        line: number,
        description,
        unitCode,
        quantity,
        unitPrice,
        previousQuantity: before.quantity,
        previousUnitPrice: before.unitPrice,
        netDifference: new Big(line.net).minus(before.net).toFixed(2),
      },
    ];
  });
  const { number, issueDate, net, total } = previous;
  return {
    invoice,
    previous: { number, issueDate, net, total },
    netDifference: new Big(invoice.net).minus(net).toFixed(2),
    changes,
  };
}

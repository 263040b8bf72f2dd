import * as z from 'zod';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import { ProposalView } from '#domain/views/validation-view.ts';

const List = z.object({ invoices: z.array(InvoiceSummary) });
const Cases = z.object({
  cases: z.array(CustomerCaseView.pick({ caseNumber: true, shortDescription: true })),
});
const Nested = z.object({ invoice: InvoiceView });
const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A tool's result as the facts another model would list, one a line; what it does not know it lists field by field. */
export function factsOf(result: unknown): string[] {
  const list = List.safeParse(result).data;
  if (list)
    return list.invoices.map((invoice, at) => `${at + 1}) **${invoice.number}** – ${summary(invoice)}`);
  const invoice = InvoiceView.safeParse(result).data ?? Nested.safeParse(result).data?.invoice;
  if (invoice) return [`**${invoice.number}** – ${summary(invoice)}`, ...linesOf(invoice)];
  const cases = Cases.safeParse(result).data;
  if (cases)
    return cases.cases.map(({ caseNumber, shortDescription }) => `* ${caseNumber}: ${shortDescription}`);
  const found = CustomerCaseView.safeParse(result).data;
  if (found)
    return [
      `${found.caseNumber} (${found.invoiceNumber ?? '–'}): ${found.shortDescription}, ${found.state}. ${found.nextStep ?? ''}`,
    ];
  const proposal = ProposalView.safeParse(result).data;
  if (proposal) return [`${proposal.kind} / ${proposal.caseNumber}: ${proposal.currency} ${proposal.total}`];
  const plain = z.record(z.string(), z.unknown()).safeParse(result).data ?? {};
  const told = Object.entries(plain).flatMap(([key, value]) =>
    Scalar.safeParse(value).success ? [`${key}: ${String(value)}`] : [],
  );
  return told.length > 0 ? [told.join(', ')] : [];
}

const summary = ({ currency, total, status, dueDate }: InvoiceSummary | InvoiceView): string =>
  `${currency} ${total}, ${status}, due ${dueDate}`;

export const linesOf = ({ lines, currency }: InvoiceView): string[] =>
  lines.map(
    ({ line, description, quantity, net }) =>
      `- line ${line}: ${quantity} x ${description}, ${currency} ${net}`,
  );

/** What would be written, read back in another model's form. */
export function readBackFacts({ facts }: ConfirmationView): string[] {
  const { invoiceNumber, caseNumber, currency = '', total, note, items } = facts;
  return [
    `**${invoiceNumber ?? caseNumber}**`,
    ...items.map(
      ({ line, description, disputedQuantity, claimedQuantity, invoicedQuantity, expectedUnitPrice }) =>
        `- line ${line} (${description}): ${disputedQuantity} of ${invoicedQuantity}` +
        `${claimedQuantity === undefined ? '' : `, ${claimedQuantity} received`}` +
        `${expectedUnitPrice === undefined ? '' : `, at ${currency} ${expectedUnitPrice} each`}`,
    ),
    ...(total === undefined ? [] : [`= ${currency} ${total}`]),
    ...(note === undefined ? [] : [`> ${note}`]),
  ];
}

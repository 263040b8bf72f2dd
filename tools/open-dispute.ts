import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import { defineTool } from './define-tool.ts';
import { decimal, definedOnly, invoiceNumber, lineNumber } from './inputs.ts';

const input = z.object({
  invoiceNumber,
  reason: z.enum(disputeReasonCodes),
  items: z
    .array(
      z.object({
        line: lineNumber,
        receivedQuantity: decimal.optional().describe('What the customer says arrived'),
        disputedQuantity: decimal
          .optional()
          .describe('Units in dispute, when the customer says that instead'),
        expectedUnitPrice: decimal.optional().describe('For a wrong price: the price that was agreed'),
      }),
    )
    .max(50)
    .optional()
    .describe('The disputed lines; leave out to dispute the whole invoice'),
  note: z.string().max(2000).optional().describe("In the customer's own words"),
});

export const openDispute = (desk: Pick<CustomerDesk, 'openDispute'>) =>
  defineTool({
    effect: 'records',
    description:
      'Open a dispute. The first call writes nothing: it answers `needsConfirmation` with exactly what would be written. Read that back and ask. ' +
      'Only after the customer said yes in a later message, call it again with the same input. Never guess a quantity.',
    input,
    run: ({ items, ...claim }) =>
      desk.openDispute({ ...definedOnly(claim), ...(items ? { items: items.map(definedOnly) } : {}) }),
  });

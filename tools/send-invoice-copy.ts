import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { invoiceNumber } from './inputs.ts';

const input = z.object({
  invoiceNumber,
  byEmail: z.boolean().optional(),
});

export const sendInvoiceCopy = (desk: Pick<CustomerDesk, 'sendInvoiceCopy'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Links to the PDF and the XML (UBL) of an invoice, valid for 15 minutes. By e-mail it goes to the address on file only; ' +
      'no other address can be named.',
    input,
    run: ({ invoiceNumber: number, byEmail }) => desk.sendInvoiceCopy(number, byEmail ?? false),
  });

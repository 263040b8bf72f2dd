import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { decimal, definedOnly, invoiceNumber, isoDay } from './inputs.ts';

const input = z.object({
  invoiceNumber: invoiceNumber.optional(),
  amount: decimal.optional().describe('The sum of the payment'),
  paidOn: isoDay.optional(),
});

export const getPaymentStatus = (desk: Pick<CustomerDesk, 'readPaymentStatus'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Was it paid? By invoice, or by the amount or day of a payment: when it came, what it was applied to, what is left of it.',
    input,
    run: (question) => desk.readPaymentStatus(definedOnly(question)),
  });

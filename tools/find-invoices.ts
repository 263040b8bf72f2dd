import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { decimal, definedOnly, isoDay } from './inputs.ts';

const input = z.object({
  status: z.enum(['open', 'overdue', 'paid', 'disputed']).optional(),
  dateFrom: isoDay.optional(),
  dateTo: isoDay.optional(),
  amount: decimal.optional().describe('About this much, in total or still open'),
  amountMin: decimal.optional(),
  amountMax: decimal.optional(),
  poNumber: z.string().max(60).optional(),
  product: z.string().max(80).optional().describe('Words of the description, or the item number'),
  latest: z.boolean().optional().describe('Only the newest one that fits'),
  limit: z.number().int().min(1).max(50).optional(),
});

export const findInvoices = (desk: Pick<CustomerDesk, 'findInvoices'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Find invoices by what the person remembers: status, dates, an amount, the purchase order, words of a product. ' +
      'Without any of them: the latest ones. If several fit, show them and ask which.',
    input,
    run: (search) => desk.findInvoices(definedOnly(search)),
  });

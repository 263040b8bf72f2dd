import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { isoDay } from './inputs.ts';

const input = z.object({
  from: isoDay,
  to: isoDay,
});

export const getStatement = (desk: Pick<CustomerDesk, 'readStatement'>) =>
  defineTool({
    effect: 'reads',
    description: 'Invoices, credits and payments between two days, with the running balance.',
    input,
    run: ({ from, to }) => desk.readStatement(from, to),
  });

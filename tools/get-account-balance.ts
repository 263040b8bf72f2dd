import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({});

export const getAccountBalance = (desk: Pick<CustomerDesk, 'readBalance'>) =>
  defineTool({
    effect: 'reads',
    description: 'What the customer owes today: open, overdue, disputed, and what stands in their favour.',
    input,
    run: () => desk.readBalance(),
  });

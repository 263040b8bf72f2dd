import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({
  status: z.enum(['open', 'closed']).optional(),
});

export const listCases = (desk: Pick<CustomerDesk, 'listCases'>) =>
  defineTool({
    effect: 'reads',
    description: "The customer's own cases, newest first.",
    input,
    run: async ({ status }) => ({ cases: await desk.listCases(status) }),
  });

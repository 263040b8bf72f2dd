import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber,
});

export const getCase = (desk: Pick<CustomerDesk, 'readCase'>) =>
  defineTool({
    effect: 'reads',
    description: "One of the customer's cases: its state, the next step, by when, and what happened so far.",
    input,
    run: ({ caseNumber: number }) => desk.readCase(number),
  });

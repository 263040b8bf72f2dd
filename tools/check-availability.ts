import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
});

export const checkAvailability = (desk: Pick<RepDesk, 'checkAvailability'>) =>
  defineTool({
    effect: 'reads',
    description: 'Whether the missing goods are in stock and when they can be there.',
    input,
    run: ({ caseNumber: number }) => desk.checkAvailability(number),
  });

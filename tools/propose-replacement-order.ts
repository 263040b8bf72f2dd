import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber, decimal, definedOnly, lineNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
  lines: z
    .array(z.object({ line: lineNumber, quantity: decimal }))
    .max(50)
    .optional()
    .describe('Leave out for what the check supports'),
});

export const proposeReplacementOrder = (desk: Pick<RepDesk, 'propose'>) =>
  defineTool({
    effect: 'proposes',
    description: 'Prepare a free order of the missing quantity for a person to approve. It orders nothing.',
    input,
    run: ({ caseNumber: number, lines }) =>
      desk.propose({ kind: 'replacement_order', ...definedOnly({ caseNumber: number, lines }) }),
  });

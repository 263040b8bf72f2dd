import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber, definedOnly } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
  reason: z.string().min(10).max(1000),
});

export const proposeDenial = (desk: Pick<RepDesk, 'propose'>) =>
  defineTool({
    effect: 'proposes',
    description:
      'Prepare closing the case as not supported, for a person to approve. The reason is read by the customer: neutral, with the figures.',
    input,
    run: ({ caseNumber: number, reason }) =>
      desk.propose({ kind: 'denial', reason, ...definedOnly({ caseNumber: number }) }),
  });

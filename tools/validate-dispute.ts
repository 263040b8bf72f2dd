import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
});

export const validateDispute = (desk: Pick<RepDesk, 'checkClaim'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Check the claim against orders, deliveries, receipts, returns and earlier credits. The verdict is computed from records; do not judge it yourself.',
    input,
    run: ({ caseNumber: number }) => desk.checkClaim(number),
  });

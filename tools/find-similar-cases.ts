import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
});

export const findSimilarCases = (desk: Pick<RepDesk, 'findSimilarCases'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Up to five resolved cases like this one: why each is alike, what differs, how it ended, and the tally of outcomes.',
    input,
    run: ({ caseNumber: number }) => desk.findSimilarCases(number),
  });
